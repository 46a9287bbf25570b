"""One file: its bytes become a value, or problems; nothing else ever."""

from pathlib import PurePosixPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.content.kinds import KINDS, Kind, kind_of
from kiosk.content.model.pages import Glossary, Tip
from kiosk.content.problem import Problem
from kiosk.content.reader import Hidden, Reading, read
from kiosk.content.tree import MAX_BYTES, MAX_VALUES
from tests.content.base import PAGES

TIP = (PAGES / "en/tips/walk.yaml").read_text(encoding="utf-8")
TIP_KIND = next(kind for kind in KINDS if kind.name == "tip")
GLOSSARY_KIND = next(kind for kind in KINDS if kind.name == "glossary")
GOOD = tuple(
    (kind, file.read_bytes())
    for file in sorted(PAGES.rglob("*.yaml"))
    if (kind := kind_of(PurePosixPath(file.relative_to(PAGES)))) is not None
)


def read_tip(text: str) -> Reading:
    return read("walk.yaml", text.encode(), TIP_KIND)


@pytest.mark.parametrize("kind", dict.fromkeys(kind for kind, _ in GOOD), ids=lambda kind: kind.name)
def test_a_good_file_is_read_without_a_word(kind: Kind) -> None:
    for other, data in GOOD:
        if other is kind:
            reading = read("good.yaml", data, kind)
            assert isinstance(reading.value, kind.model)
            assert reading.problems == ()


@pytest.mark.parametrize(
    "words", ["no", "yes", "on", "off", "12:30", "1_000", "0x1F", "1e3", "2026-11-21", "007", ".5", "=", "<<", "y"]
)
def test_what_yaml_would_take_for_something_else_stays_text(words: str) -> None:
    reading = read_tip(TIP.replace("Take a short walk", words))
    assert isinstance(reading.value, Tip), reading.problems
    assert reading.value.title == words


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_not_taken_for_words(nothing: str) -> None:
    reading = read_tip(TIP.replace("Take a short walk", nothing))
    assert reading.value is None
    assert [problem.what for problem in reading.problems] == ['"title" is empty.']


def test_words_in_quotes_are_words_whatever_they_say() -> None:
    reading = read_tip(TIP.replace("Take a short walk", '"null"'))
    assert isinstance(reading.value, Tip)
    assert reading.value.title == "null"


def test_a_switch_takes_true_and_false() -> None:
    text = TIP.replace("shows: A person walks.", "decoration: true")
    reading = read_tip(text)
    assert isinstance(reading.value, Tip)
    assert reading.value.picture.decoration


def test_a_file_saved_on_windows_reads_the_same() -> None:
    windows = b"\xef\xbb\xbf" + TIP.replace("\n", "\r\n").encode()
    assert read("walk.yaml", windows, TIP_KIND).value == read_tip(TIP).value


def test_the_place_of_a_problem_is_right_after_windows_line_ends() -> None:
    broken = TIP.replace("kind: move", "kind: fly").replace("\n", "\r\n")
    (problem,) = read("walk.yaml", broken.encode(), TIP_KIND).problems
    assert (problem.line, problem.column) == (2, 1)


def test_letters_of_every_script_are_words() -> None:
    reading = read_tip(TIP.replace("Take a short walk", "Dé un paseo 散歩 تمشَّ 🚶"))
    assert isinstance(reading.value, Tip)
    assert reading.value.title == "Dé un paseo 散歩 تمشَّ 🚶"


def test_a_hidden_page() -> None:
    reading = read_tip("hidden: true\n")
    assert reading.value == Hidden()
    assert reading.problems == ()


def test_a_file_larger_than_a_page_can_be() -> None:
    (problem,) = read("walk.yaml", b"#" * (MAX_BYTES + 1), TIP_KIND).problems
    assert str(problem) == (
        "walk.yaml:1:1: error: The file is larger than 2 MB. A page is text only: put pictures in the pictures folder."
    )


def test_a_file_with_more_values_than_a_page_can_have() -> None:
    data = b"terms: [" + b"a," * MAX_VALUES + b"]"
    (problem,) = read("body.yaml", data, GLOSSARY_KIND).problems
    assert problem.what == f"The file has more than {MAX_VALUES} values."


def test_many_repeated_keys_are_all_told() -> None:
    reading = read("body.yaml", b"terms: []\n" * 100, GLOSSARY_KIND)
    assert len(reading.problems) == 99
    assert {problem.line for problem in reading.problems} == set(range(2, 101))


def test_an_empty_list_is_a_list() -> None:
    assert read("body.yaml", b"terms: []\n", GLOSSARY_KIND).value == Glossary(terms=())


# --- whatever is in the file --------------------------------------------------------------------------------------


def is_told_well(reading: Reading, data: bytes) -> bool:
    """A value or at least one problem, each at a place that a text editor can show, in whole sentences."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    return (reading.value is not None or bool(reading.problems)) and all(
        1 <= problem.line <= lines + 1 and problem.column >= 1 and _is_sentences(problem)
        for problem in reading.problems
    )


def _is_sentences(problem: Problem) -> bool:
    return problem.what.endswith(".") and problem.remedy.endswith((".", "?", '"- "', "[^P3]"))


ANY_KIND = st.sampled_from(KINDS)


@given(st.binary(max_size=400), ANY_KIND)
@settings(max_examples=300, deadline=None)
@example(b"", TIP_KIND)
@example(b"\xff\xfe\x00", TIP_KIND)
@example(b"? ? ? :", TIP_KIND)
@example(b"{" * 5000, TIP_KIND)
@example(b"- " * 5000, TIP_KIND)
@example(b"%YAML 9.9\n---\n", TIP_KIND)
@example(b"&a [*a]", TIP_KIND)
@example("\ufeff\ufeff".encode(), TIP_KIND)
@example("title: \ud7ff\ue000\ufffd\n".encode(), TIP_KIND)
def test_no_bytes_raise(data: bytes, kind: Kind) -> None:
    assert is_told_well(read("any.yaml", data, kind), data)


@given(st.text(st.sampled_from("ab:-?[]{},'\"\n\t &*!|>%@`#\\~0é"), max_size=200), ANY_KIND)
@settings(max_examples=400, deadline=None)
def test_no_signs_of_yaml_raise(text: str, kind: Kind) -> None:
    data = text.encode()
    assert is_told_well(read("any.yaml", data, kind), data)


@given(st.sampled_from(GOOD), st.data())
@settings(max_examples=400, deadline=None)
def test_no_slip_in_a_good_page_raises(good: tuple[Kind, bytes], data: st.DataObject) -> None:
    """Some bytes of a good page are lost, doubled or replaced."""
    kind, page = good
    start = data.draw(st.integers(0, len(page)))
    length = data.draw(st.integers(0, 40))
    other = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from([b"\t", b"\n", b": ", b"- ", b'"', page[:60]])))
    spoilt = page[:start] + other + page[start + length :]
    assert is_told_well(read("spoilt.yaml", spoilt, kind), spoilt)


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\r"])
def test_ends_of_lines_that_only_yaml_knows_may_stand_anywhere(end: str) -> None:
    good = "title:\nkind: move\ntext A slow walk counts.\ntry_today: Walk: five minutes\n"
    kind = next(kind for kind in KINDS if kind.name == "tip")
    for whole in (good, good.replace("text A", "text: A").replace("Walk:", "Walk")):
        for place in range(len(whole) + 1):
            reading = read("tip.yaml", (whole[:place] + 3 * end + whole[place:]).encode(), kind)
            assert reading.value is None
            assert reading.problems
