"""What is recorded is all that Listen reads: every text of every page, and what is said besides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.content import markdown
from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.model.meaning import Meaning
from kiosk.content.walk import leaves
from kiosk.speech.sentences import sentences
from kiosk.tour.read_aloud import sentences_of
from tests.conftest import SETTINGS
from tests.content.base import over, write

READ = frozenset({Meaning.LINE, Meaning.PROSE})
"""A label may be that of a button, which is not read."""


@pytest.fixture
def sound(base: Path, qapp: QApplication, one_factory: None) -> Library:
    """A small library."""
    library = check(Folders((base,))).library
    assert library is not None
    return library


def said(library: Library, language: str) -> Iterator[str]:
    """Every sentence of a page that is more than the name of something."""
    own = library.languages[language]
    values = [*own.pages.values(), *own.terms, own.spine, own.warning_signs, own.home]
    clinic = SETTINGS.clinic
    for leaf in (leaf for value in values for leaf in leaves(value) if leaf.meaning in READ):
        if leaf.path == ("status", "line"):  # stands on no screen
            continue
        text = leaf.text.replace("{emergency}", clinic.emergency_phone).replace("{clinic}", clinic.phone)
        for paragraph in markdown.plain(text).split("\n"):
            yield from (sentence.words for sentence in sentences(paragraph))


def test_every_sentence_of_every_page_is_read(sound: Library) -> None:
    found = sentences_of(sound, SETTINGS, "en")
    assert len(found) == len(set(found))
    read = "\n".join(found)  # what to try today stands in one sentence with its heading
    assert [words for words in said(sound, "en") if words not in read] == []


def test_what_is_said_besides_is_among_them(sound: Library) -> None:
    found = sentences_of(sound, SETTINGS, "en")
    words = sound.languages["en"].words
    for text in (words.listen.sample, words.listen.end, words.visit.still_there, words.tips.breathe_in):
        assert text in found
    page = sound.languages["en"].pages["therapies/needle"]
    assert set(getattr(page, "ask", ())) <= set(found)


def test_of_a_page_that_is_not_translated_nothing_is_recorded_in_the_other_language(
    base: Path, sound: Library, tmp_path: Path
) -> None:
    for file in sorted((base / "en").glob("*.yaml")):
        write(tmp_path, f"es/{file.name}", file.read_text(encoding="utf-8"))
    write(tmp_path, "es/language.yaml", "name: Español\norder: 200\n")
    write(
        tmp_path,
        "es/tips/walk.yaml",
        (base / "en/tips/walk.yaml").read_text(encoding="utf-8").replace("title: Take a short walk", "title: Pasee"),
    )
    both = check(over(base, tmp_path)).library
    assert both is not None
    found = sentences_of(both, SETTINGS, "es")
    assert "Pasee" in found
    assert "It may help some people." not in found
