"""Is a page hidden that others cannot do without? The column of a comparison that always stays in view."""

from collections.abc import Iterator, Sequence

from kiosk.content.kinds import page_id
from kiosk.content.model.pages import Comparison
from kiosk.content.problem import Problem
from kiosk.content.reader import Hidden, ReadFile


def review_hidden(read_files: Sequence[ReadFile], first: str) -> Iterator[Problem]:
    """Every page that is hidden in the first language although a comparison holds all others against it.

    Told at the file that hides it: that is the clinic's own, and can be taken out.
    """
    shown = {_name(read_file) for read_file in read_files if read_file.reading.visible is not None}
    needing: dict[str, dict[str, None]] = {}
    for read_file in read_files:
        value, path = read_file.reading.visible, read_file.file.path
        if isinstance(value, Comparison) and f"{path.parts[0]}/{value.usual_care}".lower() not in shown:
            needing.setdefault(f"{first}/{value.usual_care}".lower(), {})[page_id(path)] = None
    for read_file in read_files:
        names = needing.get(_name(read_file), {})
        if names and isinstance(read_file.reading.value, Hidden):
            what = f"This page cannot be hidden: it always stays in view in {', '.join(names)}."
            remedy = "Hide these as well, or name another page there at usual_care."
            yield read_file.reading.problem(read_file.file.shown, (), what, remedy)


def _name(read_file: ReadFile) -> str:
    """Language and page, where capitals count for nothing."""
    return read_file.file.path.with_suffix("").as_posix().lower()
