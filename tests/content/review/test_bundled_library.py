"""The library that comes with the program passes its own review, as `clinic-kiosk check --release` does."""

from datetime import date

import pytest

from kiosk.content.check import Checked
from kiosk.content.review.page_text import in_language, texts_of
from kiosk.content.review.review import review_library

RELEASE_DAY = date(2026, 11, 21)
"""Pages run out by themselves: the day is fixed here, and the command goes by the present one."""


@pytest.mark.a11y("A11Y-30")
@pytest.mark.a11y("A11Y-81")
def test_nothing_is_left_to_mend(bundled: Checked) -> None:
    found = review_library(bundled.files, bundled.pictures, RELEASE_DAY, release=True)
    assert [str(problem) for problem in (*bundled.problems, *found)] == []


def test_pages_run_out_when_nobody_looks_at_them(bundled: Checked) -> None:
    found = review_library(bundled.files, bundled.pictures, RELEASE_DAY.replace(year=2028), release=True)
    assert len(found) >= len(bundled.files) // 2


def test_all_that_patients_read_has_somebody_to_answer_for_it(bundled: Checked) -> None:
    """Pages, words explained, buttons and the first page; only the name of a language needs nobody."""
    pages = texts_of(bundled.files)
    read = [page for code in ("en", "es") for page in in_language(pages, code) if page.kind.name != "language"]
    assert [page.shown for page in read if getattr(page.value, "review", None) is None] == []
    spanish = [page for page in read if page.language == "es"]
    assert [page.shown for page in spanish if getattr(page.value, "translation", None) is None] == []
