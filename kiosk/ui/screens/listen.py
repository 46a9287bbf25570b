"""Listen: what reading aloud does here, and how fast and how loud it is."""

from dataclasses import replace

from PySide6.QtCore import QSize

from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Change, DrawCurtain, Hear, Hearing, Hush, ReadAloud, Wish
from kiosk.speech.hearing import LOUDNESSES, PACES
from kiosk.speech.programs import has_voice
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Piece
from kiosk.ui.widgets.text import TextStyle


class ListenDialog(DialogScreen):
    """Asks before anything is heard; later the way to go on, to hear it again, slower or louder."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the line and the choices."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Listen)
        self._hearing = scene.visit.hearing
        speaks = scene.reads_aloud and has_voice(scene.visit.reader.language)
        if route.fell_silent or not speaks:
            line, options = self._without_voice(may_try=speaks)
        else:
            line, options = self._with_voice(waits=route.in_headphones and not scene.headphones)
        self.lay_out(
            self.words.listen.title,
            lambda _width: self._pieces(line, has_steps=len(options) > 1),
            options,
            part=route.part,
            part_route=lambda part: replace(route, part=part),
            close=not self._hearing.on or len(options) <= 1,
        )

    def _without_voice(self, *, may_try: bool) -> tuple[str, list[Option]]:
        words = self.words.listen
        again = Option(ButtonSpec(label=words.again, icon="arrow-rotate-left"), ReadAloud())
        return (words.fell_silent, [again]) if may_try else (words.no_voice, [])

    def _with_voice(self, *, waits: bool) -> tuple[str, list[Option]]:
        words, hearing = self.words.listen, self._hearing
        line = words.line_headphones if self.scene.headphones else words.line
        if waits:
            return words.line_plug_in, [Option(ButtonSpec(label=words.read, icon="volume-high"), ReadAloud())]
        if not hearing.on:
            headphones = self._headphones()
            # Where height is scarce there is no room for both; a touch while it reads brings the steps.
            steps = [] if headphones and self.theme.measure.tight else self._steps()
            return line, [self._main(words.read, ReadAloud()), *headphones, *steps]
        anew = Option(ButtonSpec(label=words.anew, icon="backward-step"), ReadAloud())
        stop = Option(ButtonSpec(label=words.stop, icon="volume-xmark"), Hush())
        return words.stopped, [self._main(words.go_on, ReadAloud(anew=False)), anew, *self._steps(), stop]

    def _headphones(self) -> list[Option]:
        """The choice between the two, where a machine can keep its word that nobody else hears it.

        Where headphones are in: whether anybody may see it.
        """
        if self.scene.headphones:
            drawn = self._hearing.curtain
            curtain = ButtonSpec(label=self.words.listen.dark_screen, icon="eye-slash", checked=drawn)
            return [Option(curtain, DrawCurtain(not drawn))]
        if not self.scene.has_jack:
            return []
        spec = ButtonSpec(label=self.words.listen.in_headphones, icon="headphones")
        return [Option(spec, Change(routes.Listen(in_headphones=True)))]

    def _main(self, label: str, wish: Wish) -> Option:
        return Option(ButtonSpec(label=label, icon="play", style=Style.FILLED, section=self.section), wish)

    def _steps(self) -> list[Option]:
        words, hearing = self.words.listen, self._hearing
        return [
            self._step(words.slower, "gauge", replace(hearing, pace=max(0, hearing.pace - 1)), self._pace()),
            self._step(words.faster, "gauge-high", replace(hearing, pace=_up(hearing.pace, len(PACES))), self._pace()),
            self._step(
                words.softer, "volume-low", replace(hearing, loudness=max(0, hearing.loudness - 1)), self._loudness()
            ),
            self._step(
                words.louder,
                "volume-high",
                replace(hearing, loudness=_up(hearing.loudness, len(LOUDNESSES))),
                self._loudness(),
            ),
        ]

    def _step(self, label: str, icon: str, hearing: Hearing, state: str) -> Option:
        return Option(ButtonSpec(label=label, spoken=f"{label}. {state}", icon=icon), Hear(hearing))

    def _pace(self) -> str:
        return self.scene.filled(self.words.listen.pace, number=self._hearing.pace + 1, count=len(PACES))

    def _loudness(self) -> str:
        words = self.words.listen.loudness
        return self.scene.filled(words, number=self._hearing.loudness + 1, count=len(LOUDNESSES))

    def _pieces(self, line: str, *, has_steps: bool) -> list[Piece]:
        prose = Prose(self.scene, self.scene.terms, self.wish, "")
        pieces = prose.pieces(line, TextStyle())
        return [*pieces, *prose.pieces(f"{self._pace()}. {self._loudness()}.", TextStyle())] if has_steps else pieces


def _up(step: int, count: int) -> int:
    return min(step + 1, count - 1)
