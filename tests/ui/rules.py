"""The rules that every screen keeps: each tells what is wrong with what was measured of one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, zip_longest
from typing import Final

from PySide6.QtCore import QRect

from tests.ui.facts import Facts, Letters, Target, gap

MOST_TOLD: Final = 12
SHAVED: Final = 1.0
"""A pixel that rounding may take."""


def none(faults: Iterable[str]) -> None:
    """There are no faults; else the first few are shown, one on a line: where, and after a colon what."""
    found = _each_kind_first(faults)
    more = [f"and {len(found) - MOST_TOLD} more"] if len(found) > MOST_TOLD else []
    assert not found, "\n".join(["", *found[:MOST_TOLD], *more])


def _each_kind_first(faults: Iterable[str]) -> list[str]:
    """In such an order that one slip seen on a hundred screens hides no other."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for fault in sorted(set(faults)):
        kinds[fault.partition(": ")[2]].append(fault)
    return [fault for row in zip_longest(*kinds.values()) for fault in row if fault is not None]


def told(facts: Facts, thing: str, millimetres: float) -> str:
    return f"{facts.where}: {thing}: {millimetres:.1f} mm"


# --- targets ------------------------------------------------------------------------------------------------------


def too_small(facts: Facts, least: float, least_of_main: float | None = None) -> Iterator[str]:
    """Targets with a side shorter than so many millimetres."""
    for target in facts.targets:
        side = min(target.rect.width(), target.rect.height())
        wanted = least_of_main if target.is_main and least_of_main is not None else least
        if side + SHAVED < wanted * facts.px_per_mm:
            yield told(facts, target.name, side / facts.px_per_mm)


def too_close(facts: Facts) -> Iterator[str]:
    """Targets less than 5 mm apart, and less than 10 mm from one that ends the visit."""
    for one, other in combinations(facts.targets, 2):
        room, least = gap(one.rect, other.rect), 10 if one.ends_visit or other.ends_visit else 5
        if room + SHAVED < least * facts.px_per_mm:
            yield told(facts, f"{one.name[:40]} / {other.name[:40]}", room / facts.px_per_mm)


def near_the_edge(facts: Facts) -> Iterator[str]:
    """Targets less than 8 mm from the edge of the glass; what goes to the very edge has none there."""
    for target in facts.targets:
        away = _from_edge(target, facts.window)
        if 0 != away < 8 * facts.px_per_mm - SHAVED:
            yield told(facts, target.name, away / facts.px_per_mm)


def _from_edge(target: Target, window: QRect) -> int:
    rect = target.rect
    return min(rect.left(), rect.top(), window.right() - rect.right(), window.bottom() - rect.bottom())


def crowded(facts: Facts) -> Iterator[str]:
    """More than six doors at once."""
    doors = [target for target in facts.targets if target.kind == "DoorButton"]
    if len(doors) > 6:
        yield f"{facts.where}: {len(doors)} doors"


# --- letters ------------------------------------------------------------------------------------------------------


def small_letters(facts: Facts, least: float, *, to_be_read: bool = False) -> Iterator[str]:
    """Texts whose capital letters are lower than so many millimetres: all, or those that are read and not looked up."""
    for letters in facts.letters:
        if letters.capital + SHAVED / 2 < least * facts.px_per_mm and (not to_be_read or _is_to_be_read(letters)):
            yield told(facts, letters.words[:40], letters.capital / facts.px_per_mm)


def _is_to_be_read(letters: Letters) -> bool:
    return letters.is_body and len(letters.words.split()) > 12 and "general information" not in letters.words


# --- nothing is lost ----------------------------------------------------------------------------------------------


def lost(facts: Facts) -> Iterator[str]:
    """Whatever is cut off, stands outside its room or lies over something else."""
    yield from cut(facts)
    yield from outside(facts)
    yield from overlapping(facts)


def cut(facts: Facts) -> Iterator[str]:
    """Words that are cut off."""
    yield from (f"{facts.where}: cut: {words}" for words in facts.clipped)


def outside(facts: Facts) -> Iterator[str]:
    """What stands outside the room above the bar."""
    for shown in facts.shown:
        if _beyond(shown.rect, facts.room) > SHAVED:
            yield f"{facts.where}: {shown.name}: {_beyond(shown.rect, facts.room)} px beyond"


def _beyond(rect: QRect, room: QRect) -> int:
    return max(
        room.left() - rect.left(), room.top() - rect.top(), rect.right() - room.right(), rect.bottom() - room.bottom()
    )


def overlapping(facts: Facts) -> Iterator[str]:
    """What lies over something else."""
    for one, other in combinations(facts.shown, 2):
        common = one.rect.intersected(other.rect)
        if min(common.width(), common.height()) > 2 * SHAVED:
            yield f"{facts.where}: {one.name} / {other.name}: {common.width()} × {common.height()} px"
