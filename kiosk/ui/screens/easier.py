"""Easier to use: text size, colours, motion, larger and lower buttons; each one touch, effective at once."""

from dataclasses import replace

from PySide6.QtCore import QSize

from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import TEXT_SIZES, THEMES, Read, Reader
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.wrap import Option, place_wrapped, wrap
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.text import Text, TextStyle


class EasierDialog(DialogScreen):
    """The choices of how to read."""

    WIDTH_MM = 420

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the choices, those in force marked."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Easier)
        self._reader = scene.visit.reader
        self.lay_out(
            self.words.easier.title,
            self._pieces,
            self._reset(),
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )

    def _reset(self) -> list[Option]:
        """Back to how everybody reads at first, once something has been chosen."""
        usual = Reader(language=self._reader.language)
        spec = ButtonSpec(label=self.words.easier.reset, icon="rotate-left")
        return [Option(spec, Read(usual))] if self._reader != usual else []

    def _pieces(self, width: int) -> list[Piece]:
        words = self.words.easier
        sizes = [
            (
                self.scene.filled(words.percent, number=size),
                replace(self._reader, text_size=size),
                self._reader.text_size == size,
            )
            for size in TEXT_SIZES
        ]
        names = {
            "light": words.light,
            "dark": words.dark,
            "contrast-light": words.contrast_light,
            "contrast-dark": words.contrast_dark,
            "yellow": words.yellow,
        }
        colours = [(names[name], replace(self._reader, theme=name), self._reader.theme == name) for name in THEMES]
        pieces = [*self._row(words.text_size, sizes, width), *self._row(words.colours, colours, width)]
        motion, buttons, low = self._reader.less_motion, self._reader.large_buttons, self._reader.reach
        states = [
            (self._state(words.less_motion, on=motion), replace(self._reader, less_motion=not motion), motion),
            (self._state(words.large_buttons, on=buttons), replace(self._reader, large_buttons=not buttons), buttons),
            (self._state(words.reach, on=low), replace(self._reader, reach=not low), low),
        ]
        return [*pieces, *self._row("", states, width)]

    def _state(self, label: str, *, on: bool) -> str:
        return f"{label}: {self.words.easier.on if on else self.words.easier.off}"

    def _row(self, label: str, choices: list[tuple[str, Reader, bool]], width: int) -> list[Piece]:
        """Choices beside each other, as many in a line as fit."""
        theme = self.theme
        options = [Option(ButtonSpec(label=name, checked=checked), Read(reader)) for name, reader, checked in choices]
        wrapped = wrap(theme, [option.spec for option in options], width)
        row = Fixed(
            wrapped.height,
            lambda _parent, rect: place_wrapped(self, rect, options, wrapped),
            theme.mm(3) if label else theme.mm(8),
        )
        if not label:
            return [row]
        style = TextStyle(Size.BODY, 600, line_height=1.2)
        return [Paragraph(Text.of(label, style), theme.mm(6), heading=True), row]
