"""Roles for our own widgets: headings, texts and pictures as assistive technology should see them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


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


class Interfaces:
    """Makes the accessible interface of widgets that have told their role."""

    def __init__(self) -> None:
        """Begin to make them; the factory stays for the life of the program."""
        self._made: dict[int, QAccessibleInterface] = {}
        QAccessible.installFactory(self._make)

    def _make(self, _key: str, thing: QObject | None) -> QAccessibleInterface | None:
        role = getattr(thing, "accessible_role", None)
        if role is None or not isinstance(thing, QWidget):
            return None
        interface = QAccessibleWidget(thing, role)
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
