"""Content tells what the clinic's own pages should say better, before a patient reads it."""

from pathlib import Path

from kiosk.paths import content_folder
from kiosk.staff.acts import Publish
from kiosk.staff.page import Row
from kiosk.staff.wording import MOST_TOLD
from tests.staff.clinic import TIP, Clinic

CALM = "A slow walk counts."


def told(clinic: Clinic, language: str = "en") -> list[Row]:
    """What there is to look at in the tip."""
    rows = clinic.tab("content", language).rows
    return [row for row in rows if row.kind == "warning" and row.place.startswith(TIP)]


def test_a_promise_without_a_source_is_told_by_file_and_line(clinic: Clinic) -> None:
    clinic.changes(TIP, CALM, "Walking cures nine in ten people.")
    rows = told(clinic)
    assert {row.place for row in rows} == {f"{TIP} line 3"}
    assert any('"cures" may not stand here.' in row.what for row in rows)


def test_it_can_be_published_all_the_same(clinic: Clinic) -> None:
    clinic.changes(TIP, CALM, "Walking cures nine in ten people.")
    assert "is published" in clinic.answers(Publish()).title
    assert told(clinic)
    assert clinic.tab("content").title == "No mistakes, but something to look at"


def test_what_is_mended_is_told_no_more(clinic: Clinic) -> None:
    clinic.changes(TIP, CALM, "Walking cures everybody.")
    assert told(clinic)
    clinic.changes(TIP, CALM, "A slow walk is a good start.")
    assert told(clinic) == []


def test_a_figure_needs_its_source(clinic: Clinic) -> None:
    clinic.changes(TIP, f"{CALM}[^S1]", "It took 208 days.")
    assert any("names no source" in row.what for row in told(clinic))


def test_pages_taken_over_as_they_are_need_no_better_words(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path, content_folder())
    for page in (*content_folder().glob("en/therapies/*.yaml"), *content_folder().glob("es/tips/*.yaml")):
        clinic.writes(page.relative_to(content_folder()).as_posix(), page.read_text(encoding="utf-8"))
    rows = clinic.tab("content").rows
    assert not [row for row in rows if "may not stand" in row.what or "names no source" in row.what]


def test_a_page_full_of_promises_is_no_wall_of_lines(clinic: Clinic) -> None:
    clinic.changes(TIP, CALM, "\n\n  ".join(["A walk cures everybody."] * (MOST_TOLD + 3)))
    rows = [row for row in clinic.tab("content").rows if row.kind == "warning" and "waits for" not in row.what]
    here = [row for row in rows if row.place.startswith(TIP)]
    assert len(here) == MOST_TOLD
    assert [row.what for row in rows if "more places to word better" in row.what]


def test_the_clerk_reads_of_the_rest_in_spanish(clinic: Clinic) -> None:
    clinic.changes(TIP, CALM, "\n\n  ".join(["A walk cures everybody."] * (MOST_TOLD + 3)))
    assert any("redactar mejor" in row.what for row in clinic.tab("content", "es").rows)
