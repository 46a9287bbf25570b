"""The button everything is touched with."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.colours.palette import Section
from kiosk.content.markdown import Run
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.text import Text, TextStyle, widest_word
from kiosk.ui.widgets.wishing import WishButton, paint_focus_ring
from kiosk.values import value_class


class Style(Enum):
    """What a button looks like at rest."""

    PILL = "white with an edge"
    FILLED = "filled with the section's colour"
    TINTED = "on the section's pale tint"
    PLAIN = "no ground: an entry of a list beside the page"
    DASHED = "an empty place to be filled"


@value_class
class Look:
    """The colours of a button in one state."""

    surface: Surface
    text: str
    sign: str


@value_class(kw_only=True)
class ButtonSpec:
    """A button before it has a place."""

    label: str
    spoken: str = ""
    """What assistive technology says; begins with the label. Empty for the label alone."""
    icon: str = ""
    icon_at_end: bool = False
    stacked: bool = False
    """Icon above the label."""
    leading: bool = False
    """Label at the start of the line, as in a list; else in the middle."""
    style: Style = Style.PILL
    section: Section = "understand"
    checked: bool | None = None
    """On or off; None for a button that is neither."""
    size: Size = Size.BUTTON
    weight: int = 600
    count: int = 0
    """A number in a round mark behind the label, 0 for none."""
    language: str = ""
    """Of the label, where it is not the reader's: it is spoken in its own voice."""

    def natural_width(self, theme: Theme) -> int:
        """The width with the label on one line, in pixels."""
        laid = self._text(theme).lay(theme, 100_000)
        if self.stacked:
            return max(theme.measure.target, laid.natural_width + 2 * theme.mm(2))
        return max(theme.measure.target, laid.natural_width + self._beside(theme) + 2 * self._padding(theme))

    def least_width(self, theme: Theme) -> int:
        """The width below which a word would be cut, in pixels."""
        word = widest_word([self._text(theme)], theme)
        return word + (2 * theme.mm(2) if self.stacked else self._beside(theme) + 2 * self._padding(theme))

    def height_for(self, theme: Theme, width: int) -> int:
        """The height that the label needs at a width, in pixels; no less than a target."""
        laid = self._text(theme).lay(theme, self._label_width(theme, width))
        if self.stacked:
            return max(theme.measure.target, laid.height + self.icon_side(theme) + theme.mm(5))
        return max(theme.measure.target, laid.height + 2 * theme.mm(3.2))

    def icon_side(self, theme: Theme) -> int:
        """The side of the icon's square, in pixels."""
        return round(theme.measure.em(self.size) * (1.15 if self.stacked else 1.05)) if self.shown_icon else 0

    @property
    def shown_icon(self) -> str:
        """The icon at the start: a check mark when the button is on."""
        return "check" if self.checked and not self.icon else self.icon

    def lay(self, theme: Theme, width: int, colour: str) -> Laid:
        """The label in the width that a button of this width leaves it."""
        return self._text(theme, colour).lay(theme, self._label_width(theme, width))

    def _label_width(self, theme: Theme, width: int) -> int:
        if self.stacked:
            return max(1, width - 2 * theme.mm(2))
        return max(1, width - self._beside(theme) - 2 * self._padding(theme))

    def _padding(self, theme: Theme) -> int:
        return theme.mm(5 if self.leading else 6)

    def _beside(self, theme: Theme) -> int:
        icon = self.icon_side(theme) + theme.mm(3) if self.shown_icon else 0
        mark = self.mark_side(theme) + theme.mm(3) if self.count else 0
        return icon + mark

    def mark_side(self, theme: Theme) -> int:
        """The diameter of the round mark with the number, in pixels."""
        return round(theme.measure.em(self.size) * 1.4)

    def _text(self, theme: Theme, colour: str = "") -> Text:
        style = TextStyle(
            self.size, self.weight, colour or theme.palette.ink, line_height=1.22, centred=not self.leading
        )
        return Text((Run(self.label),), style)


class Button(WishButton):
    """Painted from the theme; pressed by the touch filter, the keyboard or assistive technology."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, spec: ButtonSpec) -> None:
        """Stand at a rectangle of the parent."""
        super().__init__(parent)
        self.setGeometry(rect)
        self.setText(spec.label)
        self.setAccessibleName(spec.spoken or spec.label)
        if spec.checked is not None:
            self.setCheckable(True)
            self.setChecked(spec.checked)
        self.spec = spec
        self.theme = theme
        self._laid: dict[str, Laid] = {}

    def on_touch(self, act: Callable[[], None]) -> "Button":
        """Do this when touched: something on this screen, without a wish."""
        self.clicked.connect(lambda _checked: act())
        return self

    def rename(self, label: str) -> None:
        """Say something else in the same place, as a countdown does."""
        self.change(replace(self.spec, label=label))

    def change(self, spec: ButtonSpec) -> None:
        """Look and be called otherwise in the same place."""
        if spec != self.spec:
            self.spec = spec
            self._laid.clear()
            self.setText(spec.label)
            self.setAccessibleName(spec.spoken or spec.label)
            self.update()

    def nextCheckState(self) -> None:
        """A touch only tells: the screen is built anew with what it changed."""

    @property
    def clipped(self) -> bool:
        """Whether some of the label is not in view."""
        laid = self._label(self.theme.palette.ink)
        room = self.height() - (self.spec.icon_side(self.theme) if self.spec.stacked else 0)
        return laid.height > room or laid.overflows

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the sign and the label."""
        painter = QPainter(self)
        look = look_of(self.theme, self.spec, pressed=self.isDown())
        self.paint_ground(painter, look)
        self._paint_label(painter, look)
        self.paint_focus(painter)

    def paint_ground(self, painter: QPainter, look: Look) -> None:
        """Draw the surface, a little smaller while pressed."""
        inset = self.theme.mm(0.8) if self.isDown() else 0
        if look.surface.fill or look.surface.edge_width:
            self.theme.surfaces.paint(painter, self.rect().adjusted(inset, inset, -inset, -inset), look.surface)

    def paint_focus(self, painter: QPainter) -> None:
        """Draw the ring of the keyboard's focus."""
        if self.hasFocus():
            radius = look_of(self.theme, self.spec, pressed=False).surface.radius
            paint_focus_ring(painter, self.rect(), self.theme, radius)

    def _paint_label(self, painter: QPainter, look: Look) -> None:
        spec, theme = self.spec, self.theme
        laid = self._label(look.text)
        side = spec.icon_side(theme)
        if spec.stacked:
            top = (self.height() - side - theme.mm(1) - laid.height) // 2
            pair = 2 * side + theme.mm(1.5) if spec.count else side
            x_icon, x_mark = (self.width() - pair) // 2, (self.width() + pair) // 2 - side
            if theme.right_to_left:
                x_icon, x_mark = x_mark, x_icon
            self._paint_icon(painter, x_icon, top, side, look.sign)
            laid.paint(painter, QPoint(theme.mm(2), top + side + theme.mm(1)))
            if spec.count:
                self._paint_mark(painter, QRect(x_mark, top, side, side))
            return
        gap = theme.mm(3) if side else 0
        words = laid.natural_width
        mark = spec.mark_side(theme) + theme.mm(3) if spec.count else 0
        start = theme.mm(5) if spec.leading else (self.width() - side - gap - words - mark) // 2
        x_icon, x_words = (start + words + gap, start) if spec.icon_at_end else (start, start + side + gap)
        x_mark = start + side + gap + words + theme.mm(3)
        if theme.right_to_left:
            x_icon, x_words = self.width() - x_icon - side, self.width() - x_words - words
            x_mark = self.width() - x_mark - spec.mark_side(theme)
        y = (self.height() - laid.height) // 2
        self._paint_icon(painter, x_icon, (self.height() - side) // 2, side, look.sign)
        laid.paint(painter, QPoint(x_words - self._lead_of(laid), y))
        if spec.count:
            mark = spec.mark_side(theme)
            self._paint_mark(painter, QRect(x_mark, (self.height() - mark) // 2, mark, mark))

    def _lead_of(self, laid: Laid) -> int:
        """How far the longest line begins within the layout's width."""
        if not laid.lines:
            return 0
        return round(min(laid.layout.lineAt(i).naturalTextRect().left() for i in range(laid.lines)))

    def _paint_icon(self, painter: QPainter, x: int, y: int, side: int, colour: str) -> None:
        if side:
            painter.drawPixmap(x, y, self.theme.icons.pixmap(self.spec.shown_icon, colour, side))

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        side = rect.height()
        tones = self.theme.tones("questions")
        self.theme.surfaces.paint(painter, rect, Surface(tones.fill, radius=side // 2))
        painter.setFont(self.theme.fonts.font(round(side * 0.6), 600))
        painter.setPen(tones.on_fill)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self.spec.count))

    def _label(self, colour: str) -> Laid:
        if colour not in self._laid:
            self._laid[colour] = self.spec.lay(self.theme, self.width(), colour)
        return self._laid[colour]


def look_of(theme: Theme, spec: ButtonSpec, *, pressed: bool) -> Look:
    """The colours of a button: pressing thickens its edge, so that the change shows without colour."""
    palette, tones = theme.palette, theme.tones(spec.section)
    style = Style.FILLED if spec.checked and spec.style in (Style.PILL, Style.PLAIN) else spec.style
    edge = theme.mm(1.1) if pressed else theme.edge
    pill = theme.mm(5.5) if style is Style.PLAIN or spec.stacked or spec.leading else theme.mm(12.4)
    if style is Style.FILLED:
        radius = theme.mm(5.5) if spec.style is Style.PLAIN or spec.stacked or spec.leading else pill
        pressed_edge = theme.mm(1.4) if pressed else 0
        return Look(Surface(tones.fill, tones.on_fill, pressed_edge, radius), tones.on_fill, tones.on_fill)
    if style is Style.TINTED:
        return Look(Surface(tones.tint, tones.sign, edge, pill), tones.on_tint, tones.on_tint)
    if style is Style.PLAIN:
        ground = Surface(palette.card if pressed else "", palette.edge, edge if pressed else 0, pill)
        return Look(ground, palette.ink_soft, palette.ink_soft)
    if style is Style.DASHED:
        ground = Surface("", palette.edge, edge, theme.radius, dashed=True)
        return Look(ground, palette.ink_soft, tones.sign)
    return Look(Surface(palette.card, palette.edge, edge, pill), palette.ink, palette.ink)
