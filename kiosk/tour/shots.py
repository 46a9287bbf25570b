"""Pictures of every screen, without a display server."""

import argparse
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.app import App
from kiosk.content.folders import Folders
from kiosk.content.library import Pages
from kiosk.content.live import open_library
from kiosk.content.model.pages import Topic
from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import chapters_of, places_of
from kiosk.paths import assets_folder, cache_folder
from kiosk.session import routes
from kiosk.session.routes import Dialog, Reading, Route
from kiosk.session.visit import Ask, Go, Origin, Picked, Read, Reader
from kiosk.settings.settings import Clinic, Settings
from kiosk.ui.paper.pdf import write_pdf
from kiosk.ui.paper.sheet import sheet_of
from kiosk.ui.pieces.contents import help_tabs, treatment_tabs, understand_tabs
from kiosk.ui.theme.theme import load_looks
from kiosk.values import value_class

SHEET: Final = "sheet.pdf"
APOLOGY: Final = "apology"


@value_class
class Shot:
    """A screen to be taken, and the way there."""

    name: str
    way: tuple[Route, ...]
    asking: bool = False
    """While the kiosk asks whether somebody is there."""


def shots_of(app: App) -> Iterator[Shot]:
    """Every screen, each chapter of the explainers, and every dialog."""
    scene = app.scene()
    pages = scene.pages
    yield Shot("attract", ())
    yield Shot("home", (routes.Home(),))
    for tab in understand_tabs(scene):
        yield Shot(f"understand-{getattr(tab.route, 'tab', '')}", (tab.route,))
    for place in pages.own.spine.places[:1]:
        yield Shot(f"understand-place-{place.id}", (routes.Understand("spine", place.id),))
    for tab in treatment_tabs(scene):
        yield Shot(f"treatments-{getattr(tab.route, 'group', '')}", (tab.route,))
    yield from _readings(pages)
    yield from _comparisons(pages)
    for number, card in enumerate(pages.cards("tip")):
        yield Shot(f"tip-{card.id.rpartition('/')[2]}", (routes.Tips(position=number),))
    for number, _ in enumerate(help_tabs(scene)):
        yield Shot(f"help-{number + 1}", (routes.Help(number),))
    yield Shot("az", (routes.Az(),))
    yield Shot("az-letter", (routes.Az("P"),))
    yield Shot("questions", (routes.Questions(),))
    yield Shot(APOLOGY, (Reading("no/such-page"),))
    yield from _dialogs(pages)


def _readings(pages: Pages) -> Iterator[Shot]:
    for card in (*pages.cards("treatment"), *pages.cards("topic")):
        page = pages.page(card.id)
        if isinstance(page, (Treatment, Topic)):
            name = card.id.replace("/", "-")
            for place in places_of(chapters_of(page, pages.own.words.treatment), card.id):
                yield Shot(f"{name}-{place.chapter + 1}-{place.step + 1}", (place,))


def _comparisons(pages: Pages) -> Iterator[Shot]:
    for card in pages.cards("comparison"):
        name = card.id.rpartition("/")[2]
        yield Shot(f"compare-{name}", (routes.Compare(card.id),))
        yield Shot(f"compare-{name}-matters", (routes.Compare(card.id, matters=(0,)),))


def _dialogs(pages: Pages) -> Iterator[Shot]:
    home = routes.Home()
    yield Shot("dialog-easier", (home, routes.Easier()))
    yield Shot("dialog-take-along", (routes.Questions(), routes.TakeAlong()))
    for state in ("sending", "printed", "out_of_paper"):
        yield Shot(f"dialog-paper-{state}", (routes.Questions(), routes.Paper(state)))
    yield Shot("dialog-listen", (home, routes.Listen()))
    yield Shot("dialog-listen-headphones", (home, routes.Listen(in_headphones=True)))
    yield Shot("dialog-finish", (home, routes.Finish()))
    yield Shot("dialog-still-there", (home,), asking=True)
    yield Shot("dialog-languages", (home, routes.Languages()))
    for term in pages.own.terms[:1]:
        yield Shot("dialog-explain", (home, routes.Explain((term.term,))))
    for treatment in pages.cards("treatment")[:1]:
        reading = Reading(treatment.id)
        yield Shot("dialog-contents", (reading, routes.Contents(reading)))
        yield Shot("dialog-provenance", (reading, routes.Provenance(treatment.id)))
        for chosen in ("", "answer", "other"):
            look_back = routes.LookBack(treatment.id, 0, chosen)
            yield Shot(f"dialog-look-back{'-' + chosen if chosen else ''}", (reading, look_back))
        yield Shot("dialog-box", (home, routes.Box(treatment.id, "helps_pain")))
    for card in pages.cards("comparison")[:1]:
        compare = routes.Compare(card.id)
        yield Shot("dialog-columns", (compare, routes.Columns(compare, ())))
    yield Shot("dialog-tip-kinds", (routes.Tips(), routes.TipKinds()))
    for position, tip in enumerate(pages.cards("tip")):
        if getattr(pages.page(tip.id), "activity", None):
            yield Shot(f"dialog-activity-{position}", (routes.Tips(position=position), routes.Activity(tip.id)))


def application_here() -> QCoreApplication:
    """Qt's application, made if there is none yet."""
    return QApplication.instance() or QApplication(sys.argv[:1])


def stand_at(app: App, shot: Shot) -> None:
    """Put the visitor where a picture is to be taken."""
    visit = app.session.visit
    seconds = 27 if shot.asking else None
    way = shot.way if shot.way and not isinstance(shot.way[0], Dialog) else (routes.Home(), *shot.way)
    app.session.visit = replace(visit, routes=way if shot.way else (routes.Attract(),), seconds_left=seconds)
    logging.disable(logging.CRITICAL if shot.name == APOLOGY else logging.NOTSET)  # its fault is on purpose
    app.refresh()
    logging.disable(logging.NOTSET)
    QApplication.processEvents()


def take(app: App, shot: Shot, folder: Path) -> Iterator[Path]:
    """Take a picture of each part of a screen; gives their paths.

    Raises OSError when one cannot be written.
    """
    part: Shot | None = shot
    while part is not None:
        stand_at(app, part)
        path = folder / f"{part.name}.png"
        if not app.window.grab().save(str(path)):
            raise OSError(f"{path} could not be written.")
        yield path
        part = _next_part(app, shot, part)


def _next_part(app: App, first: Shot, before: Shot) -> Shot | None:
    """What comes after a part; None where its screen does not say that it goes on."""
    last: Any = before.way[-1] if before.way else None
    buttons = app.stage.top.findChildren(QAbstractButton) if app.stage.top is not None else []
    goes_on = any(button.text() == app.scene().words.page.more for button in buttons)
    if not goes_on or not hasattr(last, "part"):
        return None
    number = last.part + 1
    return replace(first, name=f"{first.name}-part-{number + 1}", way=(*before.way[:-1], replace(last, part=number)))


def write_sheet(app: App, settings: Settings, folder: Path) -> Path:
    """Write the sheet of paper that a patient takes along, as PDF; gives its path.

    Raises OSError when it cannot be written.
    """
    scene = app.scene()
    path = folder / SHEET
    path.write_bytes(write_pdf(sheet_of(scene), scene.theme, settings.paper))
    return path


def prepare(app: App, reader: Reader, size: QSize) -> None:
    """Bring the window to a size and the visitor to a way of reading, with two questions on the list.

    Once for an app: from then on no second passes, however long the pictures take.
    """
    app.window.ticked.disconnect()
    app.window.resize(size)
    app.window.show()
    app.session.take(Go(routes.Home()))
    app.session.take(Read(reader))
    for card in app.scene().pages.cards("treatment")[:1]:
        page = app.scene().pages.page(card.id)
        if isinstance(page, Treatment):
            for question in page.ask[:2]:
                app.session.take(Ask(Picked(question, Origin(card.id, page.title))))


def shoot(folders: Folders, settings: Settings, options: argparse.Namespace) -> list[Path]:
    """Take the pictures that the command line asks for; gives their paths.

    Raises OSError when the folder cannot be written, ValueError when there is no such language or screen.
    """
    application = application_here()
    live = open_library(folders, cache_folder(), logging.getLogger(__name__).warning)
    if live.library is None:
        raise OSError("There is no library to show. Run clinic-kiosk check to see why.")
    if options.language and (lack := live.library.lack_of(options.language)):
        raise ValueError(lack)
    app = App(live.library, _named(settings), load_looks(assets_folder()), _no_time_passes)
    try:
        return _shoot(app, settings, folders, options)
    finally:
        app.window.close()
        app.window.deleteLater()
        application.sendPostedEvents(app.window, QEvent.Type.DeferredDelete)


def _shoot(app: App, settings: Settings, folders: Folders, options: argparse.Namespace) -> list[Path]:
    language = options.language or app.session.visit.reader.language
    reader = Reader(language=language, text_size=options.text_size, theme=options.theme)
    prepare(app, reader, QSize(*options.size))
    shots = list(shots_of(app))
    chosen = [shot for shot in shots if not options.screen or options.screen in shot.name]
    paths = [path for shot in chosen for path in take(app, shot, _made(options.out))]
    paths += _take_staff(app, settings, folders, options)
    if not options.screen or options.screen in SHEET:
        paths.append(write_sheet(app, settings, _made(options.out)))
    if not paths:
        begin = sorted({shot.name.partition("-")[0] for shot in shots} | {"sheet", "staff"})
        raise ValueError(f"There is no screen {options.screen}; their names begin with: {', '.join(begin)}.")
    return paths


def _made(folder: Path) -> Path:
    """The folder, made when there is something to put into it."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _take_staff(app: App, settings: Settings, folders: Folders, options: argparse.Namespace) -> list[Path]:
    """The staff's pages; they have one look, whatever patients choose."""
    if options.screen and "staff" not in options.screen:
        return []
    from kiosk.tour.staff_shots import staff_boards  # late: one screen can do without

    spoken = replace(settings, language=options.language or settings.language)
    paths = []
    for name, board in staff_boards(app, spoken, folders):
        if not options.screen or options.screen in name:
            paths.append(_made(options.out) / f"{name}.png")
            board.grab().save(str(paths[-1]))
        board.deleteLater()
    return paths


def _named(settings: Settings) -> Settings:
    """The settings with a name for the clinic, where they have none."""
    unnamed = settings.clinic.name == Clinic().name
    return replace(settings, clinic=replace(settings.clinic, name="Riverside Spine Clinic")) if unnamed else settings


def _no_time_passes() -> float:
    """The clock while pictures are taken: nobody is taken for gone, however long it takes."""
    return 0.0
