"""What differs between two states of a library, page by page and sentence by sentence."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.content.editions.edition import Entry, How
from kiosk.content.folders import PICTURES
from kiosk.content.model.value import Value
from kiosk.content.reader import visible_at
from kiosk.content.review.page_text import Sentence, passages_of
from kiosk.content.walk import leaves
from kiosk.values import value_class


@value_class
class Change:
    """A page or picture that differs."""

    path: str
    how: How
    title: str = ""
    gone: tuple[str, ...] = ()
    """Sentences that patients read no longer, or no longer with these sources."""
    new: tuple[str, ...] = ()
    """Sentences that they have not read before."""
    before: Path | None = None
    """Where a picture lay before."""
    after: Path | None = None
    """Where it lies now."""

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture and no page."""
        return self.path.startswith(f"{PICTURES}/")

    def entry(self) -> Entry:
        """The same without the words."""
        return Entry(self.path, self.how, max(len(self.gone), len(self.new)))


@value_class
class State:
    """A library's files at one time."""

    content: Mapping[str, str]
    """The sha256 of each by its path."""
    where: Mapping[str, Path]
    """Where each lies."""


NOTHING = State({}, {})


def changes(before: State, after: State) -> tuple[Change, ...]:
    """Every difference, in order by path; a page that is hidden counts as one that is not there."""
    paths = sorted({*before.content, *after.content})
    differing = [path for path in paths if before.content.get(path) != after.content.get(path)]
    found = (_change(path, before.where.get(path), after.where.get(path)) for path in differing)
    return tuple(change for change in found if change is not None)


def _change(path: str, before: Path | None, after: Path | None) -> Change | None:
    if path.startswith(f"{PICTURES}/"):
        return Change(path, _how(before, after), before=before, after=after)
    there, here = (visible_at(path, file) if file is not None else None for file in (before, after))
    if there is None and here is None:
        return None
    old, new = Counter(_sentences(there)), Counter(_sentences(here))
    gone, come = tuple((old - new).elements()), tuple((new - old).elements())
    in_both = {sentence.text for sentence in gone} & {sentence.text for sentence in come}
    return Change(path, _how(there, here), _title(here or there), _told(gone, in_both), _told(come, in_both))


def _told(sentences: Iterable[Sentence], in_both: Collection[str]) -> tuple[str, ...]:
    """Their words; of those whose sources alone are others, with the marks as they stand in the file."""
    return tuple(
        sentence.text + "".join(f"[^{source}]" for source in sentence.sources if sentence.text in in_both)
        for sentence in sentences
    )


def _how(before: object, after: object) -> How:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def _sentences(value: Value | None) -> Iterator[Sentence]:
    for leaf in leaves(value) if value is not None else ():
        for passage in passages_of(leaf):
            yield from passage.sentences


def _title(value: Any) -> str:  # noqa: ANN401 - not every kind of page has a title
    return str(getattr(value, "title", ""))


def told(found: Iterable[Change]) -> Iterator[str]:
    """The differences as lines to be read before they are taken."""
    for change in found:
        yield f"{change.how}: {change.path}" + (f" ({change.title})" if change.title else "")
        yield from (f"  - {sentence}" for sentence in change.gone if change.how == "changed")
        yield from (f"  + {sentence}" for sentence in change.new if change.how != "removed")
