"""Text falls into passages, sentences and words, each on its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content import markdown
from kiosk.content.model.meaning import Meaning
from kiosk.content.review import sentences
from kiosk.content.review.page_text import passages_of
from kiosk.content.walk import Leaf


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It was 1.5 points. Then 2.", ["It was 1.5 points.", "Then 2."]),
        ("Dr. Smith says so. Ask her.", ["Dr. Smith says so.", "Ask her."]),
        ("Less pain.[^P3] More pain.[^P4]", ["Less pain.[^P3]", "More pain.[^P4]"]),
        ('He said "wear." It is common.', ['He said "wear."', "It is common."]),
        ("¿Duele? Sí. ¿Mucho?", ["¿Duele?", "Sí.", "¿Mucho?"]),
        ("a list without an end", ["a list without an end"]),
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str, parts: list[str]) -> None:
    assert list(sentences.split(text)) == parts


def test_a_figure_a_hyphen_and_a_placeholder_are_one_word_each() -> None:
    text = "Call {emergency} now: 1,700 people, well-tested, at 1.5."
    assert sentences.words(text) == ["Call", "it", "now", "1,700", "people", "well-tested", "at", "1.5"]


WORDS = st.text(alphabet=st.sampled_from("aeiouábñ XYZ.?!-*\n01[]^P3"), max_size=80)


@given(WORDS)
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert " ".join(sentences.split(text)).split() == text.split()


@given(WORDS)
def test_passages_hold_the_words_that_are_shown(text: str) -> None:
    """The review reads the same words as the screen, whatever a clerk writes."""
    shown = "".join(block.text for block in markdown.parse(text).blocks)
    read = "".join(passage.text for passage in passages_of(Leaf(("text",), Meaning.PROSE, text)))
    assert sorted(read.replace(" ", "").replace("*", "")) == sorted(shown.replace(" ", "").replace("*", ""))


def test_each_passage_knows_its_line() -> None:
    text = "First.\nStill first.\n\nSecond.\n\n- one\n- two\n\n \n\nThe last.\n"
    found = passages_of(Leaf(("text",), Meaning.PROSE, text))
    assert [(passage.text, passage.below) for passage in found] == [
        ("First. Still first.", 1),
        ("Second.", 4),
        ("one", 6),
        ("two", 7),
        ("The last.", 11),
    ]
