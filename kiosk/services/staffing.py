"""The way in for staff: joins the clinic's name, the PIN, the staff's pages and the window."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.device.pin import Pins, Tried
from kiosk.services.errand import Errand
from kiosk.session.visit import Wish
from kiosk.staff.acts import Clean, Digit, Enlarge, Enter, Lock, Menu, Open, ShowPage, Stop, Tab, Turn
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page, Preview, Row
from kiosk.staff.pin_entry import PinEntry
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.words import StaffWords
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.staff.menu import CleaningBoard, MenuBoard
from kiosk.ui.staff.pin import PinBoard
from kiosk.ui.staff.preview import PreviewBoard
from kiosk.ui.staff.tab import TabBoard
from kiosk.ui.theme.theme import Theme

LOCKS_AFTER: Final = 120.0
"""Seconds without a touch."""
CLEANS_FOR: Final = 30.0
"""Seconds."""
LOOKS_EVERY: Final = 3.0
"""Seconds between two looks at the folder while a page that tells of it is open."""
_TICK_MS: Final = 500


class Staffing(QObject):
    """What staff see, from the keypad until it is locked."""

    entered = Signal()
    """The PIN was right: the patient's visit is over. Until then it waits beneath the keypad."""
    covered = Signal(object, bool)
    """Carries the widget that lies over everything, None when it is taken away; whether it is another screen."""
    wants_page = Signal(str)
    """A page is to be shown to a patient."""
    stops = Signal(bool)
    """The program is to end; true to be started again."""

    def __init__(
        self,
        window: QWidget,
        pins: Pins,
        this_kiosk: Callable[[], ThisKiosk],
        theme: Callable[[], Theme],
        preview: Callable[[Preview], QPixmap],
        clock: Callable[[], float],
    ) -> None:
        """this_kiosk, theme: as they are when staff come; preview: draws a page of a library that waits."""
        super().__init__(window)
        self._window, self._make_kiosk, self._make_theme = window, this_kiosk, theme
        self._draw, self._clock = preview, clock
        self._entry = PinEntry(pins)
        self._errand = Errand(self)
        self._errand.answered.connect(self._answer)
        self._desk: Desk | None = None
        self._kiosk: ThisKiosk | None = None
        self._tab: Tab = "today"
        self._page: Page | None = None
        self._drawn: tuple[Preview, QPixmap] | None = None
        self._touched = 0.0
        self._cleaning: float | None = None
        self._part = 0
        self._looked = 0.0
        self.board: StaffBoard | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_open(self) -> bool:
        """Whether anything of it is on show."""
        return self.board is not None

    def ask_for_pin(self) -> None:
        """Show the keypad; nothing of a visit is seen beneath it, and who leaves it comes back to that."""
        if self.is_open:
            return
        self._entry.clear()
        self.noticed()
        self._kiosk = self._make_kiosk()
        self._show_pin()
        self._timer.start()
        self._window.installEventFilter(self)

    def noticed(self) -> None:
        """Somebody touched the glass or a key."""
        self._touched = self._clock()

    def tick(self) -> None:
        """Time has passed: count down, unlock what was wiped, or lock."""
        now = self._clock()
        if self._cleaning is not None:
            self._clean_on(now)
            return
        left = LOCKS_AFTER - (now - self._touched)
        if left <= 0:
            self.lock()
        elif isinstance(self.board, TabBoard):
            self.board.tell_lock(round(left))
            self._look_again(now)
        elif isinstance(self.board, PinBoard) and self.board.note != self._entry.note(self._words):
            self._show_pin()

    def lock(self) -> None:
        """Back to what patients see; nothing of the staff's pages is kept."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        if self._desk is not None:
            self._errand.do(self._desk.close)
        self._errand.forget()
        self._desk = self._page = self._drawn = self._cleaning = None
        self._entry.clear()
        board, self.board = self.board, None
        if board is not None:
            board.hide()
            board.deleteLater()
        self.covered.emit(None, True)

    def close(self) -> None:
        """End; what is being published is finished first."""
        self._timer.stop()
        self._errand.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A window of another size is laid out anew."""
        if event.type() == QEvent.Type.Resize and self.is_open and self._cleaning is None:
            self._page_again()
        return False

    def take(self, wish: Wish) -> None:
        """Do what staff wish."""
        match wish:
            case Digit(digit):
                self._entry.type(digit)
                self._show_pin()
            case Enter():
                self._errand.ask(self._entry.enter)
            case Lock():
                self.lock()
            case Menu(part):
                self._show(MenuBoard(self._make_theme(), self._words, self._window.size(), part))
            case Clean():
                self._cleaning = self._clock() + CLEANS_FOR
                self._clean_on(self._clock())
            case ShowPage(page):
                self.lock()
                self.wants_page.emit(page)
            case Stop(again):
                self.lock()
                self.stops.emit(again)
            case Turn(part):
                self._show_page(part)
            case Enlarge() if self._drawn is not None:
                _, picture = self._drawn
                self._show(PreviewBoard(self._make_theme(), self._words, self._window.size(), picture, self._part))
            case _:
                self._open(wish)

    def _open(self, wish: Wish) -> None:
        desk = self._desk
        if desk is None:
            return
        if isinstance(wish, Open):
            self._tab = wish.tab
        self._page = Page(desk.kiosk.words("looking"))
        self._show_page(0)
        self._errand.ask(lambda: desk.page(wish))

    def _look_again(self, now: float) -> None:
        """Has the folder or the edition changed since the page on show was made?"""
        desk, page, tab = self._desk, self._page, Open(self._tab)
        is_due = now - self._looked >= LOOKS_EVERY and not self._errand.is_under_way
        if desk is not None and page is not None and page.seen is not None and is_due:
            self._looked = now
            self._errand.ask(lambda: desk.again(tab, page))

    def _answer(self, found: object) -> None:
        """What the thread has found; nothing comes once it is locked."""
        if isinstance(found, Tried):
            self._enter(found)
            return
        if found is None:  # the page on show still holds
            return
        words = self._words
        if self._desk is None:  # nobody is in: what has failed is the looking at the PIN
            self._entry.tell(words("failed"))
            self._show_pin()
            return
        failed = Page(words("failed"), (Row(words("failed_more"), kind="warning"),))
        self._page, self._looked = found if isinstance(found, Page) else failed, self._clock()
        if isinstance(self.board, TabBoard):  # else somebody has gone to the list of tabs meanwhile
            self._show_page(self._part)

    def _enter(self, tried: Tried) -> None:
        if tried.name and self._kiosk is not None:
            self.entered.emit()
            self._desk = Desk(self._kiosk, tried.name)
            self._open(Open("today"))
        else:
            self._entry.tell("" if tried.is_early else self._words("pin_wrong"))
            self._show_pin()

    @property
    def _words(self) -> StaffWords:
        assert self._kiosk is not None  # noqa: S101 - set before anything is shown
        return self._kiosk.words

    def _show_pin(self) -> None:
        entry, words = self._entry, self._words
        board = PinBoard(
            self._make_theme(), words, self._window.size(), len(entry.digits), entry.note(words),
            has_pins=bool(entry.pins.names()), waits=bool(entry.wait),
        )  # fmt: skip
        self._show(board)

    def _show_page(self, part: int) -> None:
        if self._page is None:
            return
        board = TabBoard(self._make_theme(), self._words, self._window.size(), self._page, self._tab, part)
        self._part = min(part, board.parts - 1)
        side = self._page.side
        self._show(board)
        if side is not None and side.preview is not None:
            board.show_preview(self._picture_of(side.preview))

    def _picture_of(self, preview: Preview) -> QPixmap:
        """Drawn once for all screenfuls of a page: a whole kiosk is built for it."""
        if self._drawn is None or self._drawn[0] is not preview:
            self._drawn = preview, self._draw(preview)
        return self._drawn[1]

    def _page_again(self) -> None:
        if self._desk is None:
            self._show_pin()
        else:
            self._show_page(0)

    def _clean_on(self, now: float) -> None:
        left = round((self._cleaning or now) - now)
        if left <= 0:
            self._cleaning = None
            self.noticed()
            self._open(Open("today"))
        else:
            self._show(CleaningBoard(self._make_theme(), self._words, self._window.size(), left))

    def _show(self, board: StaffBoard) -> None:
        before, self.board = self.board, board
        board.setParent(self._window)
        board.move(0, 0)
        board.wished.connect(self.take)
        board.show()
        board.raise_()
        if before is not None:
            before.hide()
            before.deleteLater()
        # Digits follow each other quickly: the keypad with one more of them is no other screen.
        self.covered.emit(board, type(board) is not type(before) or isinstance(board, TabBoard))
