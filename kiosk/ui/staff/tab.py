"""A tab of the staff screen: the tabs at the side, rows in a card, and what stands beside them."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap

from kiosk.session.visit import Wish
from kiosk.staff.acts import ICONS, TABS, Lock, Menu, Open, Tab, Turn
from kiosk.staff.page import Page, Side
from kiosk.staff.words import StaffWords
from kiosk.ui.area import Area
from kiosk.ui.staff.aside import Aside
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.staff.note import Note
from kiosk.ui.staff.preview import PreviewButton
from kiosk.ui.staff.rows import CARD_PAD_MM, row_pieces
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, ButtonSpec, Style
from kiosk.ui.widgets.flow import screenfuls
from kiosk.ui.widgets.text import Text, TextStyle, widest_word

_NAV_MM: Final = 72
_SIDE_MM: Final = 112
_SIDE_SHARE: Final = 0.42
"""Of the room beside the tabs: more is not given away to what stands beside the rows."""


class TabBoard(StaffBoard):
    """One page with the way to all others."""

    def __init__(self, theme: Theme, words: StaffWords, size: QSize, page: Page, tab: Tab, part: int = 0) -> None:
        """Lay out one screenful of a page."""
        super().__init__(theme, words, size)
        self._tab = tab
        self.lock: Button | None = None
        self._preview = QRect()
        self._between = QRect()
        """What the menu and the lock leave of their line."""
        area = self.page_area()
        self._navigation(area)
        self._head(area, page)
        if page.side is not None:
            self._side(area, page.side)
        self.parts = self._rows(area, page, part)

    def show_preview(self, picture: QPixmap) -> None:
        """Show how the page will look."""
        if not self._preview.isEmpty() and not picture.isNull():
            PreviewButton(self, self._preview, picture, self.told("preview_enlarge")).show()

    def tell_lock(self, left: int) -> None:
        """Show how many seconds are left until it locks itself."""
        if self.lock is not None:
            self.lock.rename(self.told("lock", time=f"{left // 60}:{left % 60:02}"))

    def _specs(self) -> list[tuple[ButtonSpec, Wish]]:
        return [
            (
                ButtonSpec(
                    label=self.told(tab), icon=ICONS[tab], leading=True, style=Style.PLAIN, section="clinic",
                    checked=tab == self._tab, size=Size.BUTTON,
                ),
                Open(tab),
            )
            for tab in TABS
        ]  # fmt: skip

    def _navigation(self, area: Area) -> None:
        """The tabs at the side; where they do not fit, one button that lists them."""
        theme, specs = self.theme, self._specs()
        width = max(theme.mm(_NAV_MM), *(spec.least_width(theme) for spec, _ in specs))
        high = [max(theme.measure.small_target, spec.height_for(theme, width) - theme.mm(4.5)) for spec, _ in specs]
        lock = ButtonSpec(label=self.told("lock", time="2:00"), icon="lock", leading=True)
        title = TextStyle(Size.CARD, 800, line_height=1.2)
        head = self.text_height(self.told("staff"), title, width) + theme.mm(5)
        foot = lock.height_for(theme, width)
        gap = theme.mm(2.2)
        if theme.measure.large_text or head + sum(high) + gap * len(high) + foot > area.rect.height():
            self._short_navigation(area, lock)
            return
        column = Area(area.start(width, theme.mm(8)), area.right_to_left)
        self.lock = self.button(column.bottom(foot, gap), lock, Lock())
        self.text(column.top(head).adjusted(theme.mm(5), 0, 0, 0), self.told("staff"), title)
        for (spec, wish), height in zip(specs, high, strict=True):
            self.button(column.top(height, gap), spec, wish)

    def _short_navigation(self, area: Area, lock: ButtonSpec) -> None:
        theme = self.theme
        menu = ButtonSpec(label=self.told("menu"), icon="bars")
        half = (area.rect.width() - theme.measure.gap) // 2
        high = max(menu.height_for(theme, half), lock.height_for(theme, half))
        line = Area(area.bottom(high, theme.measure.gap), area.right_to_left)
        gap = theme.measure.gap
        self.button(line.start(min(half, menu.natural_width(theme)), gap), menu, Menu())
        self.lock = self.button(line.end(min(half, lock.natural_width(theme)), gap), lock, Lock())
        self._between = line.rect

    def _head(self, area: Area, page: Page) -> None:
        theme = self.theme
        style = TextStyle(Size.CARD if theme.measure.tight else Size.HEADING, 800, line_height=1.16)
        title = Text.of(page.title, style).lay(theme, area.rect.width())
        note = Note(theme, page.note, page.note_kind) if page.note else None
        gap = theme.mm(6)
        room = area.rect.width() - title.natural_width - gap
        line = Area(area.top(title.height, theme.mm(2.5)), area.right_to_left)
        if note is not None and title.lines == 1 and note.width(room) == note.natural_width:
            self.heading(line.start(title.natural_width, gap), page.title, style)
            high = note.height(room)
            beside = line.start(note.natural_width)
            note.place(self, QRect(beside.left(), beside.center().y() - high // 2, beside.width(), high))
        else:
            self.heading(line.rect, page.title, style)
            if note is not None:
                below = Area(area.top(note.height(area.rect.width())), area.right_to_left)
                note.place(self, below.start(note.width(below.rect.width())))
        area.top(theme.mm(5))

    def _side(self, area: Area, side: Side) -> None:
        """Beside the rows, below them where the screen is narrow, or without its words between menu and lock."""
        theme = self.theme
        stacked = theme.measure.portrait or theme.measure.large_text
        width = area.rect.width() if stacked else min(theme.mm(_SIDE_MM), round(area.rect.width() * _SIDE_SHARE))
        aside = Aside(self, side, width, area.rect.height() * (2 if stacked else 3) // 3)
        if aside.fits_in_line(self._between):
            aside.place_in_line(self._between)
            return
        rect = area.bottom(aside.height, theme.mm(6)) if stacked else area.end(width, theme.mm(8))
        self._preview = aside.place(rect)

    def _rows(self, area: Area, page: Page, part: int) -> int:
        """The rows on a card, a screenful at a time; gives how many screenfuls there are."""
        theme = self.theme
        pad = theme.mm(CARD_PAD_MM)
        sign = theme.measure.em(Size.BUTTON) + theme.mm(4)
        width = area.rect.width() - 2 * pad
        room = area.rect.height() - 2 * pad
        pieces = list(row_pieces(self, page.rows, width, room, sign_width=sign))
        cut = screenfuls(pieces, theme, width, room)
        if len(cut) > 1:
            foot = area.bottom(theme.measure.target, theme.mm(4))
            room = area.rect.height() - 2 * pad
            pieces = list(row_pieces(self, page.rows, width, room, sign_width=sign))
            cut = screenfuls(pieces, theme, width, room)
            part = min(part, len(cut) - 1)
            self._pager(foot, part, len(cut))
        self.card(area.rect)
        cut[min(part, len(cut) - 1)].place(self, area.rect.adjusted(pad, pad, -pad, -pad), theme)
        return len(cut)

    def _pager(self, rect: QRect, part: int, count: int) -> None:
        theme, words = self.theme, self.told
        spoken = words("page_of", number=part + 1, count=count)
        line = Area(rect, theme.right_to_left)
        for name, to, icon in (("previous", part - 1, "arrow-left"), ("more", part + 1, "arrow-right")):
            at_end = name == "more"
            spec = ButtonSpec(label=words(name), spoken=f"{words(name)}. {spoken}", icon=icon, icon_at_end=at_end)
            cut = line.start if name == "previous" else line.end
            place = cut(min(rect.width() // 3, spec.natural_width(theme)), theme.measure.gap)
            if 0 <= to < count:
                self.button(place, spec, Turn(to))
        style = TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.2, centred=True)
        if widest_word([Text.of(spoken, style)], theme) <= line.rect.width():
            self.text(line.rect, spoken, style, middle=True)
