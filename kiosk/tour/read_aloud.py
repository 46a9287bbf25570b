"""Every sentence that is read aloud, as a patient would hear it who goes everywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.content import markdown
from kiosk.content.library import Library
from kiosk.pages.activities import told_on_the_way
from kiosk.paths import assets_folder
from kiosk.session import routes
from kiosk.session.idle import WARNING_SECONDS
from kiosk.session.visit import MAX_QUESTIONS, Ask, Picked, Reader
from kiosk.settings.settings import Settings
from kiosk.speech.sentences import sentences
from kiosk.tour.everywhere import Way, everywhere
from kiosk.tour.shots import prepare
from kiosk.ui.listening.script import script_of
from kiosk.ui.listening.tongue import Tongue
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.theme import load_looks
from kiosk.ui.widgets.wishing import WishButton

SIZE: Final = QSize(1920, 1080)
MOST_PARTS: Final = 20
"""Screenfuls of one place; none has so many."""


def sentences_of(library: Library, settings: Settings, language: str) -> list[str]:
    """Every sentence that is read aloud in a language, once each, in the order of the screens."""
    app = App(library, settings, load_looks(assets_folder()), lambda: 0.0)
    prepare(app, Reader(language=language), SIZE)
    found = dict.fromkeys(_read(app))
    found |= dict.fromkeys(sentence.words for said in _said_besides(app.scene()) for sentence in sentences(said))
    app.window.close()
    app.window.deleteLater()
    QApplication.sendPostedEvents(app.window, QEvent.Type.DeferredDelete)
    return list(found)


def _read(app: App) -> Iterator[str]:
    """Every place with an empty list of questions, then the lists of all that can be asked, then the last warning."""
    offered: dict[Picked, None] = {}
    _change(app, questions=())
    for way in everywhere(app.scene()):
        for screen in _parts(app, way):
            yield from _lines(app, screen)
            offered |= dict.fromkeys(_offered(screen))
    for questions in _lists(list(offered)):
        _change(app, questions=questions)
        for way in ((routes.Questions(),), (routes.Questions(), routes.TakeAlong())):
            for screen in _parts(app, way):
                yield from _lines(app, screen)
    _change(app, questions=(), seconds_left=WARNING_SECONDS)
    for screen in _parts(app, (routes.Home(),)):
        yield from _lines(app, screen)


def _parts(app: App, way: Way) -> Iterator[Screen]:
    """What is on show at the end of a way, one screenful after the other."""
    before: list[str] = []
    for part in range(MOST_PARTS):
        if part:
            if not hasattr(way[-1], "part"):
                return
            way = (*way[:-1], replace(way[-1], part=part))  # type: ignore[call-arg]  # it has one
        _change(app, routes=way)
        top = app.stage.top
        read = [line.words for line in script_of(top)] if top is not None else []
        if top is None or (part and read == before):  # there are no more parts
            return
        yield top
        before = read


def _lines(app: App, screen: Screen) -> Iterator[str]:
    """The sentences of a screen that are in the reader's language: the others are recorded with their own."""
    tongue = Tongue(app.scene())
    return (line.words for line in script_of(screen) if not tongue.of(line.words))


def _offered(screen: Screen) -> Iterator[Picked]:
    """The questions that can be put on the list there."""
    wishes = (button.wish for button in screen.findChildren(WishButton))
    return (wish.question for wish in wishes if isinstance(wish, Ask))


def _lists(questions: Sequence[Picked]) -> Iterator[tuple[Picked, ...]]:
    """As many lists as all of them need; the numbers up to that of a full one are among them."""
    return (tuple(questions[start : start + MAX_QUESTIONS]) for start in range(0, len(questions), MAX_QUESTIONS))


def _said_besides(scene: Scene) -> Iterator[str]:
    """What the voice says though it stands on no screen, or on one that hardly anybody ever sees."""
    words = scene.words
    yield from (words.listen.sample, words.listen.end, words.listen.keys)
    yield from told_on_the_way(words.tips, scene.filled)
    yield from (words.visit.sorry, markdown.plain(words.visit.sorry_line))


def _change(app: App, **values: object) -> None:
    """Have another visit on show."""
    app.session.visit = replace(app.session.visit, **values)  # type: ignore[arg-type]  # fields of a visit
    app.refresh()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no loop runs that would let go of former screens
