"""Reads pages aloud to a visitor who wishes it, and tells what a tactile pad reaches."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, SignalInstance

from kiosk.content.folders import Folders
from kiosk.device.voice import Utterance, Voice
from kiosk.paths import content_folder
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.session import Session
from kiosk.session.visit import DrawCurtain, Go, Hear, Hush, ReadAloud, Reader, Wish
from kiosk.settings.settings import Settings
from kiosk.speech.recordings import Recordings
from kiosk.speech.sentences import sentences
from kiosk.ui.assistive.telling import Said
from kiosk.ui.listening.light import Light
from kiosk.ui.listening.script import Line, script_of
from kiosk.ui.listening.tongue import Tongue
from kiosk.ui.scene import Scene
from kiosk.ui.window import Window

log = logging.getLogger(__name__)

Place = tuple[Route, Reader]
"""A screen, and how it is shown."""


class Speaks(Protocol):
    """What says the sentences: kiosk.device.voice.Voice."""

    ended: SignalInstance
    failed: SignalInstance

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is under way."""

    def say(self, utterance: Utterance) -> None:
        """Say this, and nothing that was to be said before."""

    def prepare(self, utterance: Utterance) -> None:
        """Make the sound of what will be said next."""

    def stop(self) -> None:
        """Be silent at once."""

    def close(self) -> None:
        """Be silent, and leave no process behind."""


def listening(session: Session, window: Window, scene: Callable[[], Scene], settings: Settings) -> "Listening":
    """Reading aloud with this machine's own voice."""
    layers = Folders.of(content_folder(), settings.content_dir).layers
    voice = Voice(Recordings(layers), window)
    program = QCoreApplication.instance()
    if program is not None:
        program.aboutToQuit.connect(voice.close)
    return Listening(session, window, scene, voice)


class Listening(QObject):
    """Joins the screen, the voice and the light; made when somebody first wants to hear something."""

    def __init__(self, session: Session, window: Window, scene: Callable[[], Scene], voice: Speaks) -> None:
        """Read what the window shows, by the voice; nothing is said yet."""
        super().__init__(window)
        self._session = session
        self._window = window
        self._scene = scene
        self._voice = voice
        self._lines: list[Line] = []
        """Of the screen that was read last."""
        self._at = 0
        self._tongue: Tongue | None = None
        """Of the same screen."""
        self._place: Place | None = None
        """The screen that was read last."""
        self._waiting: list[Said] = []
        """What is still to be said besides: what the pad has reached, or how the voice sounds."""
        self._reads = False
        """Whether the sentence under way is one of the screen's."""
        self._marks: dict[Place, int] = {}
        """Where the reading of a screen was interrupted."""
        self._asks = False
        self._knows_keys = False
        self._tells = False
        """Whether the voice speaks of what the pad has reached."""
        self._is_mute = False
        """It could not be heard: who uses the pad by sight is not to be told so at every key."""
        self.light = Light()
        voice.ended.connect(self._go_on)
        voice.failed.connect(self._failed)
        window.landed.connect(self.hush)
        window.plugged.connect(self.hush)  # what was heard in headphones is not to be heard by others
        window.missed.connect(self._stop_for_good)
        window.ticked.connect(self._keep_awake)
        window.stage.changed.connect(self._shown)

    # --- what the visitor wishes --------------------------------------------------------------------------------------

    def take(self, wish: Wish) -> None:
        """Do what concerns the voice, when the session has done the rest."""
        if isinstance(wish, ReadAloud):
            self._place = self._here
            self._read(0 if wish.anew else self._marks.get(self._here, 0))
        elif isinstance(wish, Hear):
            self._say([Said(self._scene().words.listen.sample)])

    def tell_reached(self, said: Sequence[Said]) -> None:
        """Say what the tactile pad has reached; to who begins with it, first how it works."""
        first, self._knows_keys = not self._knows_keys, True
        if self._is_mute:
            return
        self._tells = True
        self._say([Said(self._scene().words.listen.keys), *said] if first else said)

    def tell(self, words: str) -> None:
        """Say what has changed by itself."""
        if not self._is_mute:
            self._tells = not self._session.visit.hearing.on
            self._say([Said(words)])

    def end_visit(self) -> None:
        """Nobody is there any more: be silent, and know nothing of who was."""
        self.hush()
        self._place = None
        self._lines = []
        self._marks.clear()
        self._knows_keys = self._is_mute = False

    def _say(self, said: Sequence[Said]) -> None:
        """Say something now, in place of anything else."""
        tells = self._tells
        self.hush()
        self._tells = tells
        self._waiting = [Said(part.words, language) for words, language in said for part in sentences(words)]
        self._say_next()

    def hush(self) -> None:
        """Fall silent at once; the place is remembered."""
        if self._reads and self._place is not None and not self._asks:
            self._marks[self._place] = self._at
        self._waiting.clear()
        self._reads = self._tells = False
        self._voice.stop()
        self.light.put_out()

    def _stop_for_good(self) -> None:
        if self._session.visit.hearing.on:
            self._session.take(Hush())

    # --- what is on show ----------------------------------------------------------------------------------------------

    @property
    def _here(self) -> Place:
        visit = self._session.visit
        return visit.route, visit.reader

    def _shown(self) -> None:
        """Another screen or dialog is on show: the last one is read no further, this one is if it is wished."""
        visit = self._session.visit
        is_asked = visit.seconds_left is not None
        if is_asked and not self._asks and visit.hearing.on:
            self.hush()
            self._asks = True
            self._read(0)
        elif is_asked:
            self._asks = True
        elif self._asks:
            self.hush()
            self._asks = False
        elif not visit.hearing.on:
            if self._reads:
                self.hush()
        elif isinstance(visit.route, routes.Listen):
            self.hush()
        elif self._here != self._place:
            self.hush()
            self._place = self._here
            self._read(self._marks.get(self._here, 0), follows=True)

    def _read(self, at: int, *, follows: bool = False) -> None:
        """Read what is on show from a sentence on.

        follows: what stands at its beginning and was just read on the page before, such as its title, is left out.
        """
        self.hush()
        known = {line.words for line in self._lines} if follows and at == 0 else set()
        top = self._window.stage.top
        self._lines = script_of(top) if top is not None else []
        self._tongue = Tongue(self._scene())
        new = next((number for number, line in enumerate(self._lines) if line.words not in known), 0)
        self._at = max(at, new)
        self._read_line()

    def _read_line(self) -> None:
        if self._at >= len(self._lines):
            self._reads = False
            if self._place is not None:
                self._marks.pop(self._place, None)
            if self._lines and not self._asks:
                self._waiting = [Said(self._scene().words.listen.end)]
                self._say_next()
            return
        self._reads = True
        line = self._lines[self._at]
        scene = self._scene()
        self.light.move_to(line, scene.theme)
        self._voice.say(self._line(line))
        for later in self._lines[self._at + 1 : self._at + 2]:
            self._voice.prepare(self._line(later))

    # --- the voice ----------------------------------------------------------------------------------------------------

    def _line(self, line: Line) -> Utterance:
        return self._utterance(line.words, self._tongue.of(line.words) if self._tongue is not None else "")

    def _utterance(self, words: str, language: str = "") -> Utterance:
        visit = self._session.visit
        return Utterance(words, language or visit.reader.language, visit.hearing.pace, visit.hearing.loudness)

    def _go_on(self) -> None:
        self.light.put_out()
        if self._reads:
            self._at += 1
            self._read_line()
        else:
            self._say_next()

    def _say_next(self) -> None:
        if self._waiting:
            self._voice.say(self._utterance(*self._waiting.pop(0)))

    def _keep_awake(self) -> None:
        """Somebody who listens is there, but for the question whether they are."""
        if self._voice.is_speaking and self._session.visit.seconds_left is None:
            self._session.noticed()

    def _failed(self, why: str) -> None:
        log.warning("The voice cannot be heard: %s", why)
        self._is_mute = self._tells
        self._session.take(DrawCurtain(drawn=False))  # nobody is left with neither picture nor voice
        self.hush()
        self._place = None
        visit = self._session.visit
        if not self._is_mute and not isinstance(visit.screen, routes.Attract):
            self._session.take(Hush())
            self._session.take(Go(routes.Listen(fell_silent=True)))
