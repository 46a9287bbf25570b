"""Does every id stand once: of a source in all files, of a place on the spine?"""

from collections.abc import Collection, Iterator, Sequence

from kiosk.content.model.pages import Sources, Spine
from kiosk.content.problem import Problem
from kiosk.content.reader import ReadFile, Reading


def review_sources(read_files: Sequence[ReadFile]) -> Iterator[Problem]:
    """Every id that two sources have: patients would read of one what the other says.

    Told in the files on top alone, if one of them is there: who checks can change no others.
    """
    stands: dict[str, list[tuple[ReadFile, int]]] = {}
    for read_file in read_files:
        value = read_file.reading.visible
        for number, source in enumerate(value.sources if isinstance(value, Sources) else ()):
            stands.setdefault(source.id, []).append((read_file, number))
    for name, places in stands.items():
        if len(places) > 1:
            own = f"If it is another source, give it an id of its own, such as {_free(name, stands)}"
            yield from _told(name, places, f"{own}; else take it out.")


def review_places(path: str, reading: Reading, spine: Spine) -> Iterator[Problem]:
    """Every id that two places of the spine have: whoever touches one of them would be told of the other."""
    seen: set[str] = set()
    names = {place.id for place in spine.places}
    for number, place in enumerate(spine.places):
        if place.id in seen:
            remedy = f"Give each place an id of its own, such as {_free(place.id, names)}."
            yield reading.problem(path, ("places", number, "id"), _again(place.id), remedy)
        seen.add(place.id)


def _told(name: str, places: Sequence[tuple[ReadFile, int]], remedy: str) -> Iterator[Problem]:
    on_top = [(read_file, number) for read_file, number in places if read_file.file.is_on_top]
    before: set[str] = set()
    for read_file, number in on_top or places:
        other = next((other.file.shown for other, _ in places if other is not read_file), "")
        is_again = read_file.file.shown in before
        before.add(read_file.file.shown)
        if is_again or other:
            what = _again(name) if is_again else f'The id "{name}" stands in {other} too.'
            yield read_file.reading.problem(read_file.file.shown, ("sources", number, "id"), what, remedy)


def _again(name: str) -> str:
    return f'The id "{name}" stands here a second time.'


def _free(name: str, taken: Collection[str]) -> str:
    """One like it that is not taken."""
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
