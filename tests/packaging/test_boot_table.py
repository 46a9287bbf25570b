"""What the boot check writes down: each answer at once, beside those of the parts that it was not told to run."""

from pathlib import Path

import pytest

from tests.boot.tally import Tally

PARTS = ("start", "use.touch", "power.writing")
TEXT = "Before.\n\n<!-- boot-check Debian 13 -->\n<!-- end of boot-check Debian 13 -->\n\nBehind.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "reliability.md"
    file.write_text(TEXT)
    return file


def tally_of(file: Path, part: str) -> Tally:
    tally = Tally(PARTS, "boot-check Debian 13", file)
    tally.begin(part)
    return tally


def rows(file: Path) -> list[list[str]]:
    """Without the hour."""
    lines = [line for line in file.read_text().splitlines() if line.startswith("| ")][2:]
    return [[*cells[:3], cells[4]] for cells in (line.strip("| ").split(" | ") for line in lines)]


def test_a_run_that_is_cut_off_has_written_what_it_saw(file: Path) -> None:
    tally = tally_of(file, "power.writing")
    tally.note("the plug", "1 times", passed=True)
    tally.note("the plug", "2 times", passed=True)
    assert rows(file) == [
        ["power.writing", "to its end", "it was cut off", "**no**"],
        ["power.writing", "the plug", "2 times", "yes"],
    ]
    assert file.read_text().startswith("Before.\n\n<!--")
    assert file.read_text().endswith("-->\n\nBehind.\n")


def test_one_part_is_run_and_the_others_stay(file: Path) -> None:
    pulled = tally_of(file, "power.writing")
    pulled.note("the plug", "20 times", passed=True)
    pulled.end()
    touched = tally_of(file, "use.touch")
    touched.note("a finger", "opens nothing", passed=False)
    touched.note("two more", "open nothing", passed=False)
    again = tally_of(file, "use.touch")
    again.note("a finger", "opens Home", passed=True)
    again.end()
    assert rows(file) == [
        ["use.touch", "a finger", "opens Home", "yes"],
        ["power.writing", "the plug", "20 times", "yes"],
    ]


def test_words_that_would_break_the_table(file: Path) -> None:
    tally_of(file, "start").note("the log", "one | two\nthree", passed=True)
    tally_of(file, "use.touch").note("a finger", "opens Home", passed=True)
    assert rows(file)[1] == ["start", "the log", r"one \| two three", "yes"]


def test_a_bad_answer_is_told_at_once(file: Path) -> None:
    told: list[str] = []
    tally = Tally(PARTS, "boot-check Debian 13", file, told.append)
    tally.begin("start")
    tally.note("switched on", "attract screen", passed=True)
    tally.note("all services", "degraded", passed=False)
    assert told == ["start"]


def test_a_file_without_a_place_for_it(file: Path) -> None:
    file.write_text("Nothing.\n")
    with pytest.raises(ValueError, match="no place for boot-check Debian 13"):
        tally_of(file, "start").note("switched on", "attract screen", passed=True)
    assert file.read_text() == "Nothing.\n"
