"""Tells assistive technology at once what has changed where the visitor stays: it need not look for it (A11Y-90)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.session.visit import Turn
from kiosk.ui.assistive.accessible import is_told
from kiosk.ui.screen import Screen
from kiosk.ui.window import Window

MOST: Final = 3
"""More at once is another page in another size, not a change to be told."""
Named = tuple[str, bool]
"""A name, and whether it is chosen."""


@contextmanager
def announcing(window: Window, turn: Turn) -> Iterator[None]:
    """Announce what a turn changes on show: the new state of a choice, or the question whether somebody is there."""
    before = list(_buttons(window))
    yield
    if turn.after.seconds_left is not None:
        if turn.before.seconds_left is None and window.stage.top is not None:
            _announce(window, _whole(window.stage.top), QAccessible.AnnouncementPoliteness.Assertive)
    elif (turn.before.route, turn.before.reader.language) == (turn.after.route, turn.after.reader.language):
        _announce(window, changed(before, list(_buttons(window))), QAccessible.AnnouncementPoliteness.Polite)


def announce(window: Window, words: str, *, urgent: bool) -> None:
    """Announce what has changed by itself; urgent: before whatever else is being said."""
    kind = QAccessible.AnnouncementPoliteness
    _announce(window, words, kind.Assertive if urgent else kind.Polite)


def changed(before: Sequence[Named], after: Sequence[Named]) -> str:
    """What stands in the place of something else now, and what is chosen now; what only came besides is left out."""
    known = {name for name, _ in before}
    new = []
    for kind, start, end, first, _ in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "replace":
            new += [said for said in after[first : first + end - start] if said[1] or said[0] not in known]
    told = new if len(new) <= MOST else [said for said in new if said[1]]
    return ". ".join(name for name, _ in told)


def _buttons(window: Window) -> Iterator[Named]:
    """Of the bar, and of the screen or dialog on top."""
    stage = window.stage
    for button in window.findChildren(QAbstractButton):
        is_on_top = stage.top is not None and stage.top.isAncestorOf(button)
        if button.isVisibleTo(window) and (is_on_top or not stage.isAncestorOf(button)):
            yield button.accessibleName(), button.isChecked()


def _whole(screen: Screen) -> str:
    return " ".join(widget.accessibleName() for widget in screen.findChildren(QWidget) if is_told(widget))


def _announce(window: Window, words: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
    if words:
        event = QAccessibleAnnouncementEvent(window, words)
        event.setPoliteness(politeness)
        QAccessible.updateAccessibility(event)
