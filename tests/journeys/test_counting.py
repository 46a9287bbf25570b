"""What a visit leaves behind: that pages were opened, and nothing of who opened them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.device.counts import Counts
from kiosk.disk import Disk
from kiosk.services.counting import Counting
from tests.visitor import Visitor

TODAY = date(2026, 11, 21)


@pytest.fixture
def counts(tmp_path: Path) -> Counts:
    return Counts(tmp_path / "state", Disk(), lambda: TODAY)


@pytest.fixture
def counting(visitor: Visitor, counts: Counts) -> Iterator[Counting]:
    counting = Counting(counts, visitor.app.scene, visitor.app.stage.changed, visitor.window)
    yield counting
    counting.close()


def told(counts: Counts) -> dict[str, int]:
    return counts._days.get(TODAY.isoformat(), {})


def test_a_page_counts_once_however_many_steps_are_read(visitor: Visitor, counting: Counting, counts: Counts) -> None:
    visitor.touch("Touch the screen to begin")
    assert told(counts) == {}
    visitor.touch("Treatments explained")
    visitor.touch("Platelet-rich plasma (PRP)")
    page = next(iter(told(counts)))
    assert page.startswith("therapies/")
    visitor.taps(visitor.centre(visitor.way_on()))
    visitor.touch("Easier to use")
    visitor.touch("Back")
    assert told(counts) == {page: 1}
    visitor.touch("Home")
    visitor.touch("Treatments explained")
    visitor.touch("Platelet-rich plasma (PRP)")
    assert told(counts) == {page: 2}


def test_every_tip_is_a_page_and_so_are_the_warning_signs(visitor: Visitor, counting: Counting, counts: Counts) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Tips for every day")
    visitor.taps(visitor.centre(visitor.way_on()))
    visitor.touch("Get help now")
    assert sorted(name.partition("/")[0] for name in told(counts)) == ["tips", "tips", "warning-signs"]


def test_a_disk_that_is_full_is_told_and_costs_nothing(
    visitor: Visitor, counts: Counts, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file in its place")
    counting = Counting(counts, visitor.app.scene, visitor.app.stage.changed, visitor.window)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Get help now")
    counting.close()
    assert "The counts could not be kept" in caplog.text
    assert told(counts) == {"warning-signs": 1}


def test_what_was_counted_is_there_after_a_restart(
    visitor: Visitor, counting: Counting, counts: Counts, tmp_path: Path
) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Get help now")
    counting.close()
    assert told(Counts(tmp_path / "state", Disk(), lambda: TODAY)) == {"warning-signs": 1}
