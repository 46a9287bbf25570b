"""Is every picture small, and does each drawing hold only what the kiosk can draw?"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.content.folders import PICTURES
from kiosk.content.pictures.check import look
from kiosk.content.problem import Problem
from kiosk.content.review.limits import Limits


def review_pictures(pictures: Mapping[str, Path], limits: Limits) -> Iterator[Problem]:
    """Every picture that is large, and every drawing with something in it that is not drawn.

    What patients must not be shown at all is told by the check, as an error.
    """
    for name, file in sorted(pictures.items()):
        path = f"{PICTURES}/{name}"
        try:
            size = file.stat().st_size
        except OSError:
            continue
        is_drawing = file.suffix.lower() == ".svg"
        most = limits.drawing_bytes if is_drawing else limits.photograph_bytes
        if size > most:
            what = f"The picture has {size / 1000:.0f} kB; {most // 1000} are the most."
            remedy = "Draw it with fewer points." if is_drawing else "Save it smaller: 1920 by 1080 is enough."
            yield Problem(path, 1, 1, "warning", what, remedy)
        yield from (found for found in look(path, file) if found.severity == "warning")
