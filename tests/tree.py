"""The visible accessibility tree of a widget: what assistive technology is told, as values and as text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

Role = QAccessible.Role
TARGETS: Final = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.Link, Role.PageTab, Role.ListItem})
_NAMES: Final = {
    Role.Button: "button",
    Role.CheckBox: "check box",
    Role.Heading: "heading",
    Role.StaticText: "text",
    Role.Graphic: "picture",
    Role.Client: "group",
    Role.Window: "window",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing on the screen, as assistive technology sees it."""

    role: Role
    name: str
    hint: str
    state: str
    rect: QRect
    widget: QObject
    depth: int

    @property
    def is_target(self) -> bool:
        return self.role in TARGETS

    def __str__(self) -> str:
        told = f'{_NAMES.get(self.role, self.role.name)} "{self.name}"'
        return "  " * self.depth + " ".join(
            part for part in (told, self.state, f"({self.hint})" * bool(self.hint)) if part
        )


def nodes(root: QObject) -> list[Seen]:
    """Everything visible within the root, in the order in which it is told."""
    return list(_nodes(QAccessible.queryAccessibleInterface(root), 0))


def _nodes(interface: QAccessibleInterface | None, depth: int) -> Iterator[Seen]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    seen = _seen(interface, depth)
    told = seen.role is not Role.Client or bool(seen.name)
    if told:
        yield seen
    for index in range(interface.childCount()):
        yield from _nodes(interface.child(index), depth + told)


def _seen(interface: QAccessibleInterface, depth: int) -> Seen:
    text = QAccessible.Text
    hint = interface.text(text.Description)
    return Seen(
        interface.role(),
        interface.text(text.Name),
        hint,
        _state(interface),
        interface.rect(),
        interface.object(),
        depth,
    )


def _state(interface: QAccessibleInterface) -> str:
    state = interface.state()
    checkable = "on" if state.checked else "off"
    parts = [checkable if state.checkable else "", "disabled" if state.disabled else ""]
    return ", ".join(part for part in parts if part)


def outline(root: QObject) -> str:
    """The tree as text: one line for each thing, indented a little."""
    return written(nodes(root))


def written(told: Iterable[Seen]) -> str:
    """Things as text."""
    return "".join(f"{node}\n" for node in told)
