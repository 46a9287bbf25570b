"""The keypad for the PIN: it shows how many digits there are, and nothing else of them."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize

from kiosk.session.visit import Wish
from kiosk.staff.acts import Digit, Enter, Lock
from kiosk.staff.words import StaffWords
from kiosk.ui.area import Area
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.text import TextStyle

_WIDTH_MM = 150
_KEY_MM = 34
_DOT = "●"


class PinBoard(StaffBoard):
    """Ten digits in the order of a telephone."""

    def __init__(
        self,
        theme: Theme,
        words: StaffWords,
        size: QSize,
        digits: int,
        note: str = "",
        *,
        has_pins: bool = True,
        waits: bool = False,
    ) -> None:
        """digits: how many were touched; note: what came of the last try.

        has_pins: without any, nobody gets in; waits: no try is taken yet, and so no digit.
        """
        super().__init__(theme, words, size)
        self.note = note
        self._waits = waits
        area = self.page_area()
        width = min(area.rect.width(), theme.mm(_WIDTH_MM) * max(100, theme.measure.text_size) // 100)
        middle = QRect(0, area.rect.top(), width, area.rect.height())
        middle.moveCenter(area.rect.center())
        area = Area(middle, theme.right_to_left)
        title = words("pin_title") if has_pins else words("pin_unset")
        style = TextStyle(Size.CARD, 800, line_height=1.2, centred=True)
        area.top(self._spare(area, self.text_height(title, style, width)) // 2)
        heading = self.heading(area.rect, title, style)
        area.top(heading.height(), theme.mm(3))
        if not has_pins:
            more = self.text(area.rect, words("pin_unset_more"), TextStyle(Size.BODY, centred=True))
            area.top(more.height(), theme.mm(8))
            self.button(area.top(theme.measure.target), ButtonSpec(label=words("pin_cancel"), icon="xmark"), Lock())
            return
        shown = " ".join(_DOT * digits) or words("pin_none")
        line = self.text(area.rect, note or shown, TextStyle(Size.BUTTON, 600, centred=True))
        line.setAccessibleName(note or (words.many("pin_digits", digits) if digits else words("pin_none")))
        area.top(line.height(), theme.mm(4))
        self._keys(area, digits)

    def _spare(self, area: Area, title: int) -> int:
        """What is left above and below title, line and keys, in pixels."""
        line = self.text_height(_DOT, TextStyle(Size.BUTTON, 600), area.rect.width())
        keys = 5 * self.theme.mm(_KEY_MM) + 4 * self.theme.mm(4)
        return max(0, area.rect.height() - title - line - keys - self.theme.mm(7))

    def _keys(self, area: Area, digits: int) -> None:
        theme, gap = self.theme, self.theme.mm(4)
        most = theme.mm(_KEY_MM)
        high = min((area.rect.height() - 4 * gap) // 5, most)
        foot = area.bottom(high, 0) if high < most else None
        pad = Area(area.top(4 * high + 3 * gap, gap))
        for place, (spec, wish) in zip(pad.grid(3, 4, gap), self._specs(digits), strict=True):
            self.button(place, spec, wish)
        foot = foot or area.top(high)
        self.button(foot, ButtonSpec(label=self.told("pin_cancel"), icon="xmark"), Lock())

    def _specs(self, digits: int) -> Iterator[tuple[ButtonSpec, Wish | None]]:
        words = self.told
        for digit in "123456789":
            yield self._digit(digit)
        rub, enter = (Digit(""), Enter()) if digits and not self._waits else (None, None)
        yield ButtonSpec(label=words("pin_rub"), style=self._style, size=Size.SMALL), rub
        yield self._digit("0")
        style = Style.FILLED if enter else Style.DASHED
        yield ButtonSpec(label=words("pin_enter"), style=style, section="clinic", size=Size.SMALL), enter

    def _digit(self, digit: str) -> tuple[ButtonSpec, Wish | None]:
        return ButtonSpec(
            label=digit, style=self._style, size=Size.CARD, leading=False
        ), None if self._waits else Digit(digit)

    @property
    def _style(self) -> Style:
        """How a key looks that gives or takes a digit."""
        return Style.DASHED if self._waits else Style.PILL
