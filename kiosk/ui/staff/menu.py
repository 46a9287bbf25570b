"""The list of tabs, where they do not fit beside the page; and the screen while it is wiped."""

from PySide6.QtCore import QRect, QSize

from kiosk.staff.acts import ICONS, TABS, Lock, Menu, Open
from kiosk.staff.words import StaffWords
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.flow import screenfuls
from kiosk.ui.widgets.text import TextStyle


class MenuBoard(StaffBoard):
    """One button for each tab, a screenful at a time."""

    def __init__(self, theme: Theme, words: StaffWords, size: QSize, part: int = 0) -> None:
        """Lay out one screenful."""
        super().__init__(theme, words, size)
        area = self.page_area()
        heading = self.heading(area.rect, words("staff"), TextStyle(Size.CARD, 800, line_height=1.2))
        area.top(heading.height(), theme.mm(4))
        wide = area.rect.width()
        tabs = [Option(ButtonSpec(label=words(tab), icon=ICONS[tab], leading=True), Open(tab)) for tab in TABS]
        pieces = [entry(self, tab, wide) for tab in tabs]
        lock = ButtonSpec(label=words("pin_cancel"), icon="lock")
        more = ButtonSpec(label=words("more"), icon="arrow-right", icon_at_end=True)
        foot = area.bottom(max(lock.height_for(theme, wide // 2), more.height_for(theme, wide // 2)), theme.measure.gap)
        half = (wide - theme.measure.gap) // 2
        cut = screenfuls(pieces, theme, wide, area.rect.height())
        self.button(QRect(foot.left(), foot.top(), half, foot.height()), lock, Lock())
        if len(cut) > 1:
            at_end = QRect(foot.right() + 1 - half, foot.top(), half, foot.height())
            self.button(at_end, more, Menu((part + 1) % len(cut)))
        cut[min(part, len(cut) - 1)].place(self, area.rect, theme)


class CleaningBoard(StaffBoard):
    """No touch does anything: there is nothing to touch."""

    def __init__(self, theme: Theme, words: StaffWords, size: QSize, seconds: int) -> None:
        """seconds: how many are left."""
        super().__init__(theme, words, size)
        area = self.page_area()
        area.top(area.rect.height() // 3)
        style = TextStyle(Size.TITLE, 800, line_height=1.15, centred=True)
        heading = self.heading(area.rect, words("clean_now"), style)
        area.top(heading.height(), theme.mm(6))
        self.text(area.rect, words.many("clean_left", seconds), TextStyle(Size.HEADING, centred=True))
