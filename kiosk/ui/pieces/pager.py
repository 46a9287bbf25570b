"""The row beneath a page: back by one, where one is, on by one."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.colours.palette import Section
from kiosk.session.visit import Wish
from kiosk.ui.assistive.accessible import speak_as
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.text_block import place_text
from kiosk.values import value_class

MOST_DOTS = 12
"""More are not counted at a glance: then the number is written."""


@value_class
class Way:
    """One direction: what its button says and does."""

    label: str
    wish: Wish


@value_class
class Position:
    """Where one is."""

    number: int
    """From 0."""
    count: int
    spoken: str
    """Empty where the screen says it elsewhere."""
    clear: int = 0
    """So many pixels at the bottom of the row are left to other words."""


def pager_height(theme: Theme, width: int, ways: tuple[Way | None, Way | None]) -> int:
    """The height the row needs, in pixels."""
    room = (width - 2 * theme.measure.gap) // 2
    specs = [spec for spec in (_spec(theme, way, on=bool(index)) for index, way in enumerate(ways)) if spec]
    return max(
        (spec.height_for(theme, min(room, spec.natural_width(theme))) for spec in specs), default=theme.measure.target
    )


def way_width(theme: Theme, way: Way | None, width: int, *, on: bool) -> int:
    """The width of one direction's button in a row of a width, in pixels."""
    spec = _spec(theme, way, on=on)
    return min(spec.natural_width(theme), (width - 2 * theme.measure.gap) // 2) if spec else 0


def place_pager(screen: Screen, rect: QRect, back: Way | None, on: Way | None, position: Position | None) -> None:
    """Put the row on a screen."""
    theme = screen.theme
    left = right = 0
    for way, is_on in ((back, False), (on, True)):
        spec = _spec(theme, way, on=is_on, section=screen.section)
        if spec is None or way is None:
            continue
        width = way_width(theme, way, rect.width(), on=is_on)
        at_left = is_on == theme.right_to_left
        x = rect.left() if at_left else rect.right() + 1 - width
        left, right = (width, right) if at_left else (left, width)
        screen.button(QRect(x, rect.top(), width, rect.height()), spec, way.wish)
    if position is not None and position.count > 1:
        gap = theme.measure.gap
        middle = rect.adjusted(left + gap, 0, -right - gap, 0)
        side = max(rect.center().x() - middle.left(), 0), max(middle.right() - rect.center().x(), 0)
        half = min(side) if min(side) > middle.width() // 4 else 0
        centred = QRect(rect.center().x() - half, rect.top(), 2 * half, rect.height()) if half else middle
        if not place_position(screen, centred, position):
            place_position(screen, middle, position)


def _spec(theme: Theme, way: Way | None, *, on: bool, section: Section = "understand") -> ButtonSpec | None:
    if way is None:
        return None
    return ButtonSpec(
        label=way.label,
        icon=theme.arrows[on],  # back, on
        icon_at_end=on,
        style=Style.FILLED if on else Style.PILL,
        section=section,
    )


def place_position(screen: Screen, rect: QRect, position: Position) -> bool:
    """Put where one is in the middle of a rectangle, as dots or as a number; tells whether it fits."""
    theme = screen.theme
    rect = rect.adjusted(0, 0, 0, -position.clear)
    dots = StepDots(screen, theme, position, theme.tones(screen.section).sign)
    if dots.width() <= rect.width() and position.count <= MOST_DOTS:
        dots.move(rect.center().x() - dots.width() // 2, rect.center().y() - dots.height() // 2)
        return True
    dots.deleteLater()
    dots.hide()
    if not position.spoken:
        return False
    style = TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.2, centred=True)
    text = Text.of(position.spoken, style)
    laid = text.lay(theme, rect.width())
    fits = laid.height <= rect.height() and not laid.overflows
    if fits:
        place_text(screen, rect, text, theme, middle=True)
    return fits


class StepDots(QWidget):
    """One dot for each step, the present one long."""

    def __init__(self, parent: QWidget, theme: Theme, position: Position, colour: str) -> None:
        """As wide as it must be."""
        super().__init__(parent)
        self._theme = theme
        self._position = position
        self._colour = colour
        self._dot = theme.mm(3.4)
        self.resize(theme.mm(8) + (position.count - 1) * theme.mm(8) + theme.mm(4), theme.mm(6))
        if position.spoken:
            self.words = position.spoken
            """Who has it read out needs the time for that."""
            speak_as(self, QAccessible.Role.StaticText, position.spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them in reading order."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for number in range(self._position.count):
            here = number == self._position.number
            width = self._dot * 3 if here else self._dot
            left = self.width() - x - width if self._theme.right_to_left else x
            colour = self._colour if here else self._theme.palette.edge
            rect = QRect(left, (self.height() - self._dot) // 2, width, self._dot)
            self._theme.surfaces.paint(painter, rect, Surface(QColor(colour).name(), radius=self._dot // 2))
            x += width + self._theme.mm(4.4)
