"""The small part of Markdown that pages may use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.markdown import Block, Run, parse, plain, sources


def test_plain_words_are_one_paragraph() -> None:
    assert parse("A slow walk counts.").blocks == (Block("paragraph", (Run("A slow walk counts."),)),)


def test_an_empty_line_begins_another_paragraph_and_a_line_break_does_not() -> None:
    assert [block.text for block in parse("One\nand more.\n\nTwo.").blocks] == ["One and more.", "Two."]


def test_a_list_with_words_before_it() -> None:
    blocks = parse("Bring:\n- a list\n- a friend\n\nThank you.").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("paragraph", "Bring:"),
        ("item", "a list"),
        ("item", "a friend"),
        ("paragraph", "Thank you."),
    ]


def test_bold_and_italic_within_each_other() -> None:
    (block,) = parse("Stay **as *active* as** you can.").blocks
    assert block.runs == (
        Run("Stay "),
        Run("as ", bold=True),
        Run("active", bold=True, italic=True),
        Run(" as", bold=True),
        Run(" you can."),
    )


def test_sources_are_taken_out_of_the_words() -> None:
    document = parse("48 of 100 felt better.[^P3] Others did not.[^P1][^P3]\n\n- An item.[^G2]")
    assert [block.text for block in document.blocks] == ["48 of 100 felt better. Others did not.", "An item."]
    assert document.sources == ("P3", "P1", "G2")


def test_a_source_between_words_leaves_one_space() -> None:
    assert plain("Better [^P3] for some.") == "Better for some."


def test_a_source_at_the_end_leaves_no_gap_behind() -> None:
    assert parse("Better. [^P3]").blocks[0].runs == (Run("Better."),)
    assert parse("**Better** [^P3]").blocks[0].runs == (Run("Better", bold=True),)
    assert parse("*Better* [^P3] for some.").blocks[0].runs == (Run("Better", italic=True), Run(" for some."))


def test_a_star_that_is_meant() -> None:
    document = parse(r"5 \* 3 and \[a note\]")
    assert plain(r"5 \* 3 and \[a note\]") == "5 * 3 and [a note]"
    assert document.faults == ()


@pytest.mark.parametrize("words", ["pain < 5 and > 2", "5 < 6", "1. January", "a * b * c", "#1 tip", "C# is a tone"])
def test_what_only_looks_like_markup_is_words(words: str) -> None:
    if not words.startswith("1."):
        assert parse(words).faults == ()
    assert parse(words).blocks


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("<script>x</script>", "HTML"),
        ("<!-- note", "HTML"),
        ("[here](page)", "a link"),
        ("![walk](a.png)", "a picture inside the words"),
        ("see http://a.b", "a web address"),
        ("## Title", "a heading"),
        ("`code`", "code marks"),
        ("+ item", "a list that does not begin with -"),
    ],
)
def test_what_pages_may_not_use_is_told_and_stays_as_written(words: str, what: str) -> None:
    document = parse(words)
    assert what in document.faults[0].what
    assert document.blocks[0].text


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("A *slow* walk\n\ncounts **a lot.", [15]),
        ("A *slow walk\n\n\n\ncounts **a lot.", [0, 16]),
        ("Bring:\n- a *list\n- **and** *more", [7, 17]),
        ("***Walk** on.", [0]),
    ],
)
def test_a_star_that_nothing_closes_is_told_in_its_own_paragraph(text: str, offsets: list[int]) -> None:
    assert [fault.offset for fault in parse(text).faults] == offsets


def test_faults_are_told_in_the_order_of_the_words() -> None:
    faults = parse("`a` *b\n\n<i>c</i> [d](e)").faults
    assert [fault.offset for fault in faults] == sorted(fault.offset for fault in faults)
    assert len(faults) == 6


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    document = parse(text)
    assert all(run.text for block in document.blocks for run in block.runs)
    assert all(0 <= fault.offset <= len(text) for fault in document.faults)
    assert set(document.sources) <= set(sources(text))


@given(st.text(st.characters(exclude_characters="*_[]<>\\`#+-!|\n\r.)", categories=["L", "N", "P", "Zs"])))
def test_words_without_markup_come_out_as_they_went_in(text: str) -> None:
    if "http" not in text and "www" not in text:
        assert plain(text) == " ".join(text.split())
