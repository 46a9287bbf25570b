"""How a start grows with the content: the same kiosk on an edition with once, ten and a hundred times the pages."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kiosk.content import folders as content_folders
from kiosk.content.editions.publish import Publication, publish
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.disk import Disk
from tests.bench import subjects
from tests.bench.loading import FACTORS, multiply
from tests.bench.subjects import Subject


def kiosks(display: str, folder: Path) -> tuple[Subject, ...]:
    """A kiosk for each size of library, with the edition that patients see already published.

    A hundred times the pages are more files than a clinic's folder may hold: here they may.
    Raises SystemExit when an edition cannot be published.
    """
    content_folders.MAX_FILES = 1_000_000  # type: ignore[misc]  # final everywhere else
    return tuple(_kiosk(display, folder / f"times-{factor}", factor) for factor in FACTORS)


def _kiosk(display: str, folder: Path, factor: int) -> Subject:
    folder.mkdir()
    state = folder / "state"
    layers = multiply(folder / "content", factor)
    outcome = publish(Store(state, Disk()), Publication(Folders(tuple(layers)), "Bench", datetime.now(UTC)))
    if outcome.edition is None:
        raise SystemExit("\n".join(map(str, outcome.problems[:5])))
    settings = folder / "settings.yaml"
    settings.write_text(f"state_dir: {state}\npublish: by-hand\n", encoding="utf-8")
    kiosk = subjects.kiosk(display, folder)
    return replace(kiosk, name=f"{factor} ×", command=(*kiosk.command, "--settings", str(settings)))
