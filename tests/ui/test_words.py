"""Words on the screen: counted for the time they take, each letter in the font, lines not too long."""

import pytest
from PySide6.QtGui import QFont, QRawFont

from kiosk.content.library import Library
from kiosk.content.model.meaning import READ_BY_PATIENTS
from kiosk.content.walk import leaves
from kiosk.paths import assets_folder
from kiosk.ui.widgets.button import Button
from tests import tree
from tests.ui.conftest import Gallery, Measured
from tests.ui.rules import none
from tests.ui.stops import COMPARISON, IN_SPANISH, LOOKS, Look

LONGEST_LINE = 80
"""Letters."""


@pytest.mark.a11y("A11Y-68")
def test_all_words_to_read_count_for_the_time_there_is(measured: Measured) -> None:
    none(
        f"{facts.where}: {facts.word_count} of {shown}"
        for facts in measured(Look())
        for shown in [sum(len(node.name.split()) for node in facts.nodes if _is_to_read(node))]
        if facts.word_count < 0.8 * shown
    )


def _is_to_read(node: tree.Seen) -> bool:
    """Headings, texts, and what is both: cards, boxes and paragraphs that can be touched; not the labels of buttons."""
    told = (tree.Role.Heading, tree.Role.StaticText, tree.Role.Button)
    return node.role in told and not isinstance(node.widget, Button)


@pytest.mark.a11y("A11Y-82")
@pytest.mark.parametrize("weight", ["Regular", "SemiBold", "ExtraBold"])
def test_every_letter_of_the_library_is_in_the_font(library: Library, weight: str) -> None:
    font = QRawFont(str(assets_folder() / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"), 20)
    letters = {letter for text in _texts(library) for letter in text if not letter.isspace()}
    assert sorted(letter for letter in letters if not font.supportsCharacter(ord(letter))) == []


def _texts(library: Library) -> list[str]:
    values: list[object] = []
    for inside in library.languages.values():
        values += [inside.words, inside.home, inside.spine, inside.questions, inside.warning_signs, inside.language]
        values += [*inside.terms, *inside.pages.values()]
    texts = [leaf.text for value in values for leaf in leaves(value) if leaf.meaning in READ_BY_PATIENTS]
    return texts + [f"{source.body} {source.title} {source.seen}" for source in library.sources.values()]


@pytest.mark.a11y("A11Y-27")
@pytest.mark.parametrize("look", [*LOOKS, *IN_SPANISH], ids=str)
def test_lines_are_not_too_long_to_follow(measured: Measured, look: Look) -> None:
    pages = measured(look, "therapies/prp", "topics/disc-wear", "help", "tips/walk", "dialog-box", COMPARISON)
    none(
        f"{facts.where}: {letters.longest_line} letters: {letters.words[:50]}"
        for facts in pages
        for letters in facts.letters
        if letters.longest_line > LONGEST_LINE
    )


@pytest.mark.a11y("A11Y-27")
def test_the_font_is_ours_and_upright(gallery: Gallery) -> None:
    theme = gallery(Look()).app.scene().theme
    for weight in (400, 600, 800):
        font = theme.fonts.font(20, weight)
        assert font.family().startswith("Atkinson Hyperlegible Next")
        assert not font.italic()
        assert font.capitalization() is QFont.Capitalization.MixedCase
