"""What patients read of a source: who, what, when and where, and in plain words what is not sure about it."""

import re
from dataclasses import replace

from kiosk.content.library import Library
from kiosk.content.model.pages import Source
from kiosk.pages.citing import told_source

NOTES = re.compile(r"\b(to be|still to|confirm|fill|look at|TODO)\b", re.IGNORECASE)
SOURCE = Source(id="T4", body="Pocovi", title="A walking plan", year=2024, seen="The Lancet", mark="verified")


def test_a_source_that_was_read_itself(library: Library) -> None:
    words = library.pages("en").own.words.page
    assert told_source(SOURCE, words) == "Pocovi. A walking plan. 2024. The Lancet."


def test_doubts_are_told_plainly(library: Library) -> None:
    words = library.pages("en").own.words.page
    told = told_source(replace(SOURCE, mark="secondary", doubt="Confirm the year."), words)
    assert told.endswith(
        "The Lancet. We read about it in another place, not in the source itself. "
        "We are still checking some details of this source."
    )


def test_no_note_to_ourselves_reaches_a_patient(library: Library) -> None:
    for language in ("en", "es"):
        pages = library.pages(language)
        for source in pages.sources.values():
            told = told_source(source, pages.own.words.page)
            assert not NOTES.search(told), told


def test_every_doubt_is_kept_for_the_clinician(library: Library) -> None:
    doubts = [source.doubt for source in library.pages("en").sources.values() if source.doubt]
    assert len(doubts) >= 20
