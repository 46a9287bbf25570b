"""Cutting a text that is higher than its screen: where a sentence ends, if one does."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.colours.palette import PALETTES
from kiosk.ui.theme.measure import Measure
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.flow import Paragraph, screenfuls
from kiosk.ui.widgets.text import Text, TextStyle
from tests.looks import looks

SENTENCES = (
    "You may feel sore for some days.",
    "In one study, 1.5 of 10 people asked “Will it last?”",
    "We do not know.",
    "Ask your clinician what to do then, and whom to call at night.",
)
LONG = "one very long sentence without any end " * 12


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(PALETTES["light"], Measure(1920, 1080, 3.6), looks().fonts, looks().icons, Pictures({}))


def cut(words: str, theme: Theme, lines: int) -> list[str]:
    """The words of each screenful, where a screen holds so many lines."""
    paragraph = Paragraph(Text.of(words, TextStyle()))
    high = Text.of("x", TextStyle()).lay(theme, 600).height * lines
    fulls = screenfuls([paragraph], theme, 600, high)
    return [piece.text.words for full in fulls for piece, _, _ in full.pieces if isinstance(piece, Paragraph)]


@pytest.mark.parametrize("lines", [3, 4])
def test_a_paragraph_is_cut_between_sentences(theme: Theme, lines: int) -> None:
    words = " ".join(SENTENCES)
    pieces = cut(words, theme, lines)
    assert len(pieces) > 1
    assert "".join(pieces) == words, "no word is lost"
    for piece in pieces[:-1]:
        assert piece.rstrip().endswith((".", "?”")), piece


def test_a_number_does_not_end_a_sentence(theme: Theme) -> None:
    assert not any(piece.endswith("1.") for lines in (2, 3, 4) for piece in cut(" ".join(SENTENCES), theme, lines))


def test_a_sentence_longer_than_the_screen_is_cut_between_lines(theme: Theme) -> None:
    pieces = cut(LONG, theme, 3)
    assert len(pieces) > 2
    assert "".join(pieces) == LONG


def test_spanish_sentences_end_before_a_question(theme: Theme) -> None:
    first, second = (
        "Puede doler unos días después de la inyección.",
        "¿A quién llamo de noche si el dolor empeora, y adónde voy si tengo fiebre o una pierna débil?",
    )
    assert cut(f"{first} {second}", theme, 3)[0].rstrip() == first
