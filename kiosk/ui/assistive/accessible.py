"""Roles for our own widgets, and what of them is there: headings, texts, pictures and covered screens."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

SENTENCE_ENDS: Final = (".", "?", "!", "؟", "。", "।")


def as_sentence(words: str) -> str:
    """Words that end as a sentence does: a voice pauses there, and an eye finds the next one."""
    return words if words.endswith(SENTENCE_ENDS) else f"{words}."


def speak_as(widget: QWidget, role: QAccessible.Role, name: str) -> None:
    """Give a painted widget its role and its words."""
    widget.accessible_role = role  # type: ignore[attr-defined]  # roles are kept on the widget
    widget.setAccessibleName(name)


def is_told(widget: QWidget) -> bool:
    """Whether a painted widget has words of its own: a text, a heading or a picture."""
    return hasattr(widget, "accessible_role") and bool(widget.accessibleName())


def is_heading(widget: QWidget) -> bool:
    """Whether a painted widget is a heading."""
    return getattr(widget, "accessible_role", None) is QAccessible.Role.Heading


def cover(widget: QWidget, covered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
    """Tell nothing of what a dialog lies over, though it can be seen through the veil; or tell of it again."""
    if getattr(widget, "accessible_cover", False) == covered:
        return
    widget.accessible_cover = covered  # type: ignore[attr-defined]  # kept on the widget, like its role
    if QAccessible.isActive():
        kind = QAccessible.Event.ObjectHide if covered else QAccessible.Event.ObjectShow
        QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))


class _Coverable(QAccessibleWidget):
    """A screen: not there while a dialog lies over it."""

    def childCount(self) -> int:
        """None while it is covered."""
        return 0 if self._is_covered else super().childCount()

    def state(self) -> QAccessible.State:
        """Invisible while it is covered."""
        state = super().state()
        if self._is_covered:
            state.invisible = True
        return state

    @property
    def _is_covered(self) -> bool:
        return bool(getattr(self.object(), "accessible_cover", False))


class Interfaces(QObject):
    """Makes the accessible interface of widgets that have told their role."""

    def __init__(self, parent: QObject) -> None:
        """Begin to make them; the factory stays for the life of the program, so there is one of it."""
        super().__init__(parent)
        self._made: dict[int, QAccessibleInterface] = {}
        QAccessible.installFactory(self._make)

    def _make(self, _key: str, thing: QObject | None) -> QAccessibleInterface | None:
        role = getattr(thing, "accessible_role", None)
        if not isinstance(thing, QWidget) or (role is None and not hasattr(thing, "accessible_cover")):
            return None
        interface = QAccessibleWidget(thing, role) if role is not None else _Coverable(thing, QAccessible.Role.Client)
        self._made[id(thing)] = interface
        thing.destroyed.connect(_Forget(self._made, id(thing)))
        return interface


class _Forget:
    """Drops what is kept for a widget that is gone."""

    def __init__(self, made: dict[int, QAccessibleInterface], key: int) -> None:
        self._made = made
        self._key = key

    def __call__(self) -> None:
        self._made.pop(self._key, None)
