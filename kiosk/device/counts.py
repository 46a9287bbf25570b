"""How often each page was opened, per day. Nothing else is counted: no visit, no order, no time of day."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from kiosk.disk import Disk, read_json

HIDDEN_BELOW: Final = 5
"""Smaller numbers are not told: they could point to one person."""
FEW: Final = f"under {HIDDEN_BELOW}"
PERIODS: Final = (1, 7, 30)
"""Days up to today that are added up."""
_KEPT_DAYS: Final = 400
_MOST_PAGES: Final = 2_000
"""More names on one day are no pages."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t")
"""With these a table program takes a name for something to be reckoned."""


class Counts:
    """The counts of one kiosk, in a file of its state folder.

    Save at fixed times and at the end, not when a page is opened: the file's own time then tells of no visit.
    """

    def __init__(self, folder: Path, disk: Disk, today: Callable[[], date]) -> None:
        """today: the clinic's own day."""
        self._file = folder / "counts.json"
        self._disk = disk
        self._today = today
        self._days = self._read()
        self._changed = False

    def opened(self, page: str) -> None:
        """Count a page that somebody has opened."""
        pages = self._days.setdefault(self._today().isoformat(), {})
        if page in pages or len(pages) < _MOST_PAGES:
            pages[page] = pages.get(page, 0) + 1
            self._changed = True

    def save(self) -> None:
        """Keep what was counted since.

        Raises OSError when the disk does not take it; the counts are then kept in memory.
        """
        if not self._changed:
            return
        for day in sorted(self._days)[:-_KEPT_DAYS]:
            del self._days[day]
        self._disk.write_whole(self._file, json.dumps(self._days, ensure_ascii=False, sort_keys=True).encode())
        self._changed = False

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Day, page and how often, the newest day first and the most opened page first; small numbers are hidden."""
        return tuple(
            (day, page, _told(count))
            for day in sorted(self._days, reverse=True)
            for page, count in sorted(self._days[day].items(), key=lambda item: (-_rounded(item[1]), item[0]))
        )

    def lately(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each page opened lately, and how often in each of the PERIODS; the most opened first, small sums hidden."""
        sums: dict[str, list[int]] = {}
        today = self._today()
        for number, days in enumerate(PERIODS):
            for back in range(days):
                for page, count in self._days.get((today - timedelta(days=back)).isoformat(), {}).items():
                    sums.setdefault(page, [0] * len(PERIODS))[number] += count
        ordered = sorted(sums.items(), key=lambda item: (-_rounded(item[1][-1]), item[0]))
        return tuple((page, tuple(_told(one) for one in added)) for page, added in ordered)

    def csv(self) -> str:
        """Every day as a table with a line of headings."""
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\r\n")
        writer.writerow(("day", "page", "opened"))
        for day, page, count in self.rows():
            writer.writerow((day, f"'{page}" if page.startswith(_FORMULA_STARTS) else page, count))
        return table.getvalue()

    def _read(self) -> dict[str, dict[str, int]]:
        try:
            told = read_json(self._file)
            return {
                date.fromisoformat(day).isoformat(): {str(page): int(count) for page, count in pages.items()}
                for day, pages in told.items()
            }
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError):
            with suppress(OSError):  # counting begins anew, and what is left of the old can be looked at
                self._disk.rename(self._file, self._file.with_suffix(".damaged"))
            return {}


def _rounded(count: int) -> int:
    """Hidden numbers are all the same, in their order too."""
    return count if count >= HIDDEN_BELOW else 0


def _told(count: int) -> str:
    return FEW if 0 < count < HIDDEN_BELOW else str(count)
