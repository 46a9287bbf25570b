"""The parts of the screens that have several: what tabs show, and the contents dialog where tabs do not fit."""

from typing import Final

from kiosk.content.model.pages import Topic
from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import chapters_of
from kiosk.pages.opening import levels_of
from kiosk.session import routes
from kiosk.session.routes import Reading, Route
from kiosk.ui.pieces.tabs import Tab
from kiosk.ui.scene import Scene

LEVEL_ICONS: Final = ("truck-medical", "phone", "calendar-days", "user-doctor")


def contents_of(scene: Scene, screen: Route) -> tuple[str, list[Tab]]:
    """The title of a screen with parts, and the parts."""
    match screen:
        case routes.Reading(page):
            card = scene.pages.card(page)
            return (card.name if card else ""), chapter_tabs(scene, page)
        case routes.Understand():
            return scene.words.understand.title, understand_tabs(scene)
        case routes.Help():
            return scene.pages.own.warning_signs.title, help_tabs(scene)
        case _:
            return scene.words.treatment.title, treatment_tabs(scene)


def chapter_tabs(scene: Scene, page_id: str) -> list[Tab]:
    """The chapters of a page."""
    page = scene.pages.page(page_id)
    if not isinstance(page, (Treatment, Topic)):
        return []
    chapters = chapters_of(page, scene.words.treatment)
    return [Tab(chapter.title, chapter.icon, Reading(page_id, number)) for number, chapter in enumerate(chapters)]


def treatment_tabs(scene: Scene) -> list[Tab]:
    """The groups of treatments."""
    words = scene.words.treatment
    return [
        Tab(words.regenerative, "syringe", routes.Treatments("regenerative")),
        Tab(words.usual_care, "person-walking", routes.Treatments("usual-care")),
    ]


def understand_tabs(scene: Scene) -> list[Tab]:
    """The spine and the groups of topics."""
    words = scene.words.understand
    return [
        Tab(scene.pages.own.spine.title, "hand-pointer", routes.Understand("spine")),
        Tab(words.basics, "circle-info", routes.Understand("basics")),
        Tab(words.causes, "magnifying-glass", routes.Understand("causes")),
        Tab(words.care, "hand-holding-medical", routes.Understand("care")),
    ]


def help_tabs(scene: Scene) -> list[Tab]:
    """The levels by their short names."""
    return [
        Tab(level.name, icon, routes.Help(number))
        for number, (level, icon) in enumerate(zip(levels_of(scene.pages), LEVEL_ICONS, strict=True))
    ]
