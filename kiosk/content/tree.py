"""YAML text as a tree of values that know their line and column.

Built from the parser's events and not from composed nodes: so nothing recurses, limits hold while the text is
still being read, and every scalar stays the words that were written (no, 12:30, 1_000).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from kiosk.content.slips import START, Place, Slip, check_for_entries, remark_after, slip_of, unprintable

MAX_BYTES = 2_000_000
"""A page of the bundled library has about 30,000 bytes."""
MAX_DEPTH = 24
"""The deepest bundled page uses 8."""
MAX_VALUES = 50_000
"""The longest bundled file has about 1,000."""

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Node:
    """A scalar (str or None), a sequence (list of nodes) or a mapping (dict of nodes)."""

    place: Place
    value: "str | list[Node] | dict[str, Node] | None"
    key_places: dict[str, Place] = field(default_factory=dict)
    repeated: list[tuple[str, Place]] = field(default_factory=list)
    remark: Place | None = None
    """Where a # ends words without quotes, on their own line: what follows it is not read."""
    is_in_brackets: bool = False
    """Whether it is a sequence in [] or a mapping in {}."""

    def plain(self) -> Any:  # noqa: ANN401 - any of str, list, dict, None, to be validated next
        """The value without places, for validation."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def place_of(self, path: tuple[str | int, ...]) -> Place:
        """The place of the value at the end of the path, or of the last step that exists."""
        return self._reached(path)[1]

    def at(self, path: tuple[str | int, ...]) -> "Node":
        """The value at the end of the path, or the last one that exists."""
        return self._reached(path)[0]

    def _reached(self, path: tuple[str | int, ...]) -> "tuple[Node, Place]":
        node, place = self, self.place
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                place = node.key_places[str(step)]
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                place = node.place
            else:
                break
        return node, place

    def remarks(self, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Place]]:
        """The keys that lead to words that a # ends, with the place of the #."""
        if self.remark is not None:
            yield path, self.remark
        children: Iterable[tuple[str | int, Node]] = enumerate(self.value) if isinstance(self.value, list) else ()
        if isinstance(self.value, dict):
            children = self.value.items()
        for step, child in children:
            yield from child.remarks((*path, step))

    def all_repeated(self) -> Iterator[tuple[str, Place]]:
        """Every key that stands twice in one mapping, with the place of the second."""
        yield from self.repeated
        children = self.value if isinstance(self.value, list) else []
        if isinstance(self.value, dict):
            children = list(self.value.values())
        for child in children:
            yield from child.all_repeated()


def parse(text: str) -> Node:
    """The tree of a file's text; an empty text gives an empty mapping.

    Raises Slip for text that is not YAML, holds aliases, tags or a second document, or passes the limits.
    """
    try:
        return _Builder(text).build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        raise slip_of(error, text) from None
    except yaml.YAMLError:
        raise Slip(
            unprintable(text), "There is a character here that no text has.", "Save the file as plain text."
        ) from None


class _Builder:
    """Puts the events together without recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[Node, list[tuple[str, Place]]]] = []
        self.root: Node | None = None
        self.count = 0

    def build(self, events: Iterator[yaml.Event]) -> Node:
        for event in events:
            self._take(event)
        return self.root or Node(START, {})

    def _take(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise Slip(
                _place(event),
                f'"{sign}{anchor}" is a YAML reference, which pages do not use.',
                f'Write the words out, or put them in quotes if they begin with "{sign}".',
            )
        if tag not in (None, "!"):
            written = tag.replace("tag:yaml.org,2002:", "!!")
            raise Slip(_place(event), f'"{written}" is a YAML tag, which pages do not use.', "Take it out.")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]
            value = None if plain and event.value in NOTHING else event.value
            end = event.end_mark if plain else None
            if plain and self.open and not self.open[-1][0].is_in_brackets:
                check_for_entries(event, self.text, is_entry=isinstance(self.open[-1][0].value, list))
            self._add(Node(_place(event), value, remark=remark_after(end, self.text)))
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(Node(_place(event), {}, is_in_brackets=bool(event.flow_style)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(Node(_place(event), [], is_in_brackets=bool(event.flow_style)))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.open.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise Slip(_place(event), "A second page begins here.", 'One file is one page: take the line "---" out.')

    def _open(self, node: Node) -> None:
        self._add(node)
        if len(self.open) >= MAX_DEPTH:
            raise Slip(node.place, "This is nested deeper than a page can be.", "Look for brackets too many.")
        self.open.append((node, []))

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            raise Slip(node.place, f"The file has more than {MAX_VALUES} values.", "Split it into several files.")
        if not self.open:
            self.root = node
            return
        parent, pending = self.open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif not pending:
            pending.append(_key(node))
        else:
            key, place = pending.pop()
            _put(parent, key, place, node)


def _key(node: Node) -> tuple[str, Place]:
    if isinstance(node.value, str):
        return node.value, node.place
    raise Slip(node.place, "A key is missing here.", "Write a key, a colon and a space, then the value.")


def _put(parent: Node, key: str, place: Place, node: Node) -> None:
    assert isinstance(parent.value, dict)  # noqa: S101 - for the type checker: only mappings have keys
    if key in parent.value:
        parent.repeated.append((key, place))
        return
    parent.value[key] = node
    parent.key_places[key] = place


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else START
