"""What must always be so, whatever the monkey does; each rule tells its trouble."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from kiosk.health.agenda import AWAKE, LONGEST
from kiosk.services.staffing import CLEANS_FOR, LOCKS_AFTER
from kiosk.session.routes import Attract, Home
from kiosk.session.visit import Visit
from kiosk.staff.acts import Lock
from kiosk.ui.staff.menu import CleaningBoard
from kiosk.ui.staff.preview import PreviewBoard
from kiosk.ui.widgets.wishing import WishButton
from tests.soak.monkey.actions import UNTOUCHED, Action
from tests.soak.monkey.hand import Hand
from tests.soak.monkey.machine import Machine
from tests.soak.monkey.programs import Running, board_of, shown_boards
from tests.visitor import buttons_of

A_MOMENT: Final = 2.0
"""Seconds that a limit may be passed by: what counts them looks every second or half."""
LIGHT_WITHIN: Final = LONGEST.total_seconds() + AWAKE.total_seconds() + 60
"""Seconds within which the screen follows a clock that was set, or is dark once nobody is there."""
BESIDE: Final = QPoint(5, 5)
"""Where no button is."""


class Trouble(Exception):  # noqa: N818 - it is no error of this program
    """Something happened that must never happen."""


class Rules:
    """Looks at one machine before and after each action."""

    def __init__(self, machine: Machine, hand: Hand) -> None:
        self._machine, self._hand = machine, hand
        self._touched_at = self._now
        self._was_wiping = False
        self._light_since = self._now
        self.is_at_rest = True
        """Whether nobody is there and everything was wiped, after the last action."""
        self.remember()

    @property
    def _now(self) -> float:
        return self._machine.clockwork.clock.now

    @property
    def _kiosk(self) -> Running | None:
        program = self._machine.program
        return program if isinstance(program, Running) else None

    def remember(self) -> None:
        """How it is before an action."""
        kiosk = self._kiosk
        self._before = self._machine.program
        self._was_there = kiosk is not None and not isinstance(kiosk.app.session.visit.screen, Attract)
        self._was_at_rest = self.is_at_rest
        self._had_staff_in = self._staff_are_in

    @property
    def _staff_are_in(self) -> bool:
        """Whether somebody has given a PIN."""
        program = self._machine.program
        return program is not None and program.door._is_made and program.door.room.staffing._desk is not None

    def hold(self, action: Action) -> None:
        """All but what needs a touch to be seen.

        Raises Trouble.
        """
        self._note_touches(action)
        self._nothing_is_left(action)
        self._staff_are_seen_alone()
        self._staff_are_locked_out()
        self._nobody_is_in_the_dark()
        self._the_screen_keeps_its_hours(action)
        self._no_sheet_strays()

    # --- visits -------------------------------------------------------------------------------------------------------

    def _nothing_is_left(self, action: Action) -> None:
        """Who comes to the first screen from a visit, or back to the machine after hours, leaves nothing behind."""
        kiosk = self._kiosk
        if kiosk is None:
            self.is_at_rest = False
            return
        visit, is_new = kiosk.app.session.visit, kiosk is not self._before
        is_first = isinstance(visit.screen, Attract)
        is_wiped = is_first and _wiped(visit) == _wiped(kiosk.fresh)
        ends = self._was_there or action.kind == "leap"
        must_be = (is_first and ends) or action.kind == "fault" or is_new or self._staff_are_in
        if must_be and not is_wiped:
            raise Trouble(f"Of the visit there is left: {visit}")
        if self._had_staff_in and not self._staff_are_in and _wiped(visit) != _wiped(kiosk.fresh):
            raise Trouble(f"Staff have left more than a page: {visit}")
        lies_over = kiosk.app.stage.dialog_now
        if lies_over is not None and visit.dialog is None and visit.seconds_left is None:
            raise Trouble(f"A dialog of before lies over {visit.route}: {type(lies_over).__name__}")
        if self._was_at_rest and not is_new and action.kind in UNTOUCHED and not is_wiped:
            raise Trouble(f"Nobody has touched anything, and somebody is there: {visit}")
        self.is_at_rest = is_wiped and board_of(kiosk) is None

    def _no_sheet_strays(self) -> None:
        cups = self._machine.cups
        cups.works()
        if cups.strays:
            raise Trouble(f"A sheet came out after its visit: {cups.strays}")

    # --- staff --------------------------------------------------------------------------------------------------------

    def _staff_are_seen_alone(self) -> None:
        """Their page hides all that patients see, and nothing of it is left when it closes."""
        program = self._machine.program
        assert program is not None
        board, window = board_of(program), program.visitor.window
        shown = shown_boards(window)
        if shown != ([board] if board is not None else []):
            raise Trouble(f"Of the staff's pages there are seen: {shown}, and open is {board}")
        kiosk = self._kiosk
        if kiosk is None:
            return
        if window.is_covered != (board is not None):
            raise Trouble(f"The window is {'' if window.is_covered else 'not '}covered, and staff see {board}")
        should_be_seen = board is None and not kiosk.is_dark
        if kiosk.app.stage.isVisible() != should_be_seen:
            raise Trouble(f"What patients see is {'hidden' if should_be_seen else 'seen'} with {board} over it")

    def _note_touches(self, action: Action) -> None:
        program = self._machine.program
        is_wiping = program is not None and isinstance(board_of(program), CleaningBoard)
        if action.kind not in UNTOUCHED or program is not self._before:
            self._touched_at, self._was_wiping = self._now, is_wiping
        elif action.kind == "leap" and (self._was_wiping or is_wiping):
            self._touched_at = self._now  # the thirty seconds end when the machine wakes

    def _staff_are_locked_out(self) -> None:
        """Two minutes after the last touch, or after the screen was wiped."""
        program = self._machine.program
        assert program is not None
        limit = LOCKS_AFTER + A_MOMENT + (CLEANS_FOR + A_MOMENT if self._was_wiping else 0)
        alone = self._now - self._touched_at
        if board_of(program) is not None and alone > limit:
            raise Trouble(f"The staff's page is still open {alone:.0f} seconds after the last touch.")

    # --- light --------------------------------------------------------------------------------------------------------

    def _nobody_is_in_the_dark(self) -> None:
        kiosk = self._kiosk
        if kiosk is not None and kiosk.is_dark and not kiosk.app.is_empty:
            raise Trouble(f"Somebody is left in the dark at {kiosk.app.session.visit.route}.")

    def _the_screen_keeps_its_hours(self, action: Action) -> None:
        """By the clock on the wall, however that was set, unless staff have wished it otherwise."""
        kiosk, machine = self._kiosk, self._machine
        if kiosk is None:
            self._light_since = self._now
            return
        today = kiosk.keeper.today
        is_open = machine.settings.hours.is_open(machine.clockwork.now()) if today is None else today
        is_right = not kiosk.is_dark if is_open else kiosk.is_dark or not kiosk.app.is_empty
        begins_anew = kiosk is not self._before or action.kind == "leap"  # while it sleeps it keeps no hours
        if is_right or begins_anew or (not is_open and action.kind not in UNTOUCHED):
            self._light_since = self._now
        elif self._now - self._light_since > LIGHT_WITHIN:
            lit = "dark" if kiosk.is_dark else "light"
            raise Trouble(f"The screen has been {lit} for too long at {machine.clockwork.now():%H:%M}.")

    def the_panel_follows(self) -> None:
        """The device is off exactly while the window is dark.

        Raises Trouble.
        """
        kiosk = self._kiosk
        if kiosk is None:
            return
        kiosk.keeper._beside.submit(lambda: None).result()  # what was ordered is done
        if self._machine.screen_is_on == kiosk.is_dark:
            raise Trouble(f"The panel is {'on' if kiosk.is_dark else 'off'}, and the window the other way.")

    # --- ways out -----------------------------------------------------------------------------------------------------

    def home_is_near(self) -> None:
        """From everywhere one touch leads home, and staff out.

        The dark a touch only wakes. While the kiosk asks who is there, the touch before it only answers; a curtain it
        only draws away; while all is told, it only tells.
        Raises Trouble.
        """
        self._staff_leave()
        self._touched_at = self._now
        kiosk = self._kiosk
        if kiosk is None:
            return
        visitor = kiosk.visitor
        if kiosk.is_dark:
            self._touch_beside("wake the screen", lambda: not kiosk.is_dark)
        if visitor.seconds_left() is not None:
            self._touch_beside("answer the question whether somebody is there", lambda: visitor.seconds_left() is None)
        if visitor.visit.hearing.curtain:
            self._touch_beside("draw the curtain away", lambda: not visitor.visit.hearing.curtain)
        if isinstance(visitor.visit.screen, Attract):
            return
        visitor.taps(visitor.centre(self._home(kiosk)))
        if visitor.window.keys.reads:
            visitor.taps(visitor.centre(self._home(kiosk)))
        if visitor.visit.routes != (Home(),):
            raise Trouble(f"Home is not within one touch of {visitor.visit.route}.")

    def _touch_beside(self, what: str, is_done: Callable[[], bool]) -> None:
        assert self._kiosk is not None
        self._kiosk.visitor.taps(BESIDE)
        if not is_done():
            raise Trouble(f"A touch does not {what}.")

    def _home(self, kiosk: Running) -> QAbstractButton:
        return kiosk.visitor.button(kiosk.app.scene().words.bar.home)

    def _staff_leave(self) -> None:
        """By their own button; from the picture of a page a touch leads back, and the wiping ends by itself."""
        program = self._machine.program
        assert program is not None
        visitor = program.visitor
        if isinstance(board_of(program), CleaningBoard):
            self._machine.clockwork.passes(round(CLEANS_FOR) + 1, lambda: False)
            if isinstance(board_of(program), CleaningBoard):
                raise Trouble("The screen is wiped for ever.")
        if isinstance(board_of(program), PreviewBoard):
            visitor.taps(visitor.window.rect().center())
            if isinstance(board_of(program), PreviewBoard):
                raise Trouble("A touch does not lead back from the picture of a page.")
        board = board_of(program)
        if board is None:
            return
        ways = [way for way in buttons_of(board) if isinstance(way, WishButton) and way.wish == Lock()]
        for way in ways:
            visitor.taps(visitor.centre(way))
        if len(ways) != 1 or board_of(program) is not None:
            raise Trouble(f"Staff do not get out of {type(board).__name__} by one touch.")
        self._staff_are_seen_alone()


def _wiped(visit: Visit) -> Visit:
    """The visit without its place: which picture the first screen shows is nobody's."""
    return replace(visit, routes=())
