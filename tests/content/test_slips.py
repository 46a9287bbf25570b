"""What was meant, as far as the lines around a slip tell: the place is that of the slip, and not where YAML gave up."""

from typing import Final

import pytest

from kiosk.content import tree
from kiosk.content.kinds import KINDS
from kiosk.content.model.pages import Tip
from kiosk.content.problem import Problem
from kiosk.content.reader import read
from kiosk.content.slips import Place, Slip
from tests.content.base import PAGES

TIP_KIND: Final = next(kind for kind in KINDS if kind.name == "tip")
TIP: Final = (PAGES / "en/tips/walk.yaml").read_text(encoding="utf-8")
COLON: Final = "There is a colon inside the words, or this line stands too far to the right."
NO_COLON: Final = "A key here has no colon."
SIGN: Final = "The words begin with a sign that YAML keeps for itself."
FALSE_SPACES: Final = "There are spaces in front of this line that only look like spaces."
TAB: Final = "There is a tab in front of this line."
INDENT: Final = "This line or the one above stands too far to the left or right, or a quote is missing."
NO_SIGN: Final = "A \\ in double quotes begins a sign of its own, and there is none like this."
NO_SPACE: Final = "A space is missing after the colon."
NOT_MOVED_IN: Final = "This line is not moved in as the words of the text above it are."
FURTHER_IN: Final = "This entry stands further to the right than the one before, so it was taken for its words."
BELOW_WORDS: Final = 'This line begins with "- ", but was taken for more of the words above it.'
CUT_OFF: Final = "What follows a # is not read, and patients would not see it."


def told(text: str) -> Problem:
    """The one problem of a file that is no YAML."""
    (problem,) = read("walk.yaml", text.encode(), TIP_KIND).problems
    return problem


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        # A colon in the words; the line above is a key, an entry, empty or a remark, and no key without its colon.
        ("title: Walk: slowly\n", 1, 12, COLON),
        ("kind: move\ntitle: Walk: slowly\n", 2, 12, COLON),
        ("ask:\n- One\ntitle: Walk: slowly\n", 3, 12, COLON),
        ("kind: move\n\ntitle: Walk: slowly\n", 3, 12, COLON),
        ("kind: move\n# ours\ntitle: Walk: slowly\n", 3, 12, COLON),
        ("picture:\n  file: a\n   shows: b\n", 3, 9, COLON),
        # A key without its colon takes the line below in.
        ("title Walk\nkind: move\n", 1, 1, NO_COLON),
        ("picture:\n  file walk.svg\n  shows: A walk.\n", 2, 3, NO_COLON),
        # A key without a space behind its colon takes the line below in; an address and a path are none.
        ("title:Walk\nkind: move\n", 1, 6, NO_SPACE),
        ("title: Walk\nkind:move\n", 2, 5, NO_SPACE),
        ("ask:\n  - title:Walk\n    kind: move\n", 2, 10, NO_SPACE),
        ("text: |\n  Walk.\nkind:move\ntitle: Walk\n", 3, 5, NO_SPACE),
        ("https://example.org\nkind: move\n", 2, 5, COLON),
        # Words below a |, no further in than its key.
        ("text: |\nWalk.\nkind: move\n", 2, 1, NOT_MOVED_IN),
        ("text: |\n  Walk.\n\nSlowly.\nkind: move\n", 4, 1, NOT_MOVED_IN),
        ("text: >-\n  Walk.\n- Slowly.\nkind: move\n", 3, 1, NOT_MOVED_IN),
        ("ask:\n  - text: |\n      Walk.\n    Slowly.\n    kind: move\n", 4, 5, NOT_MOVED_IN),
        ("title: Walk\nSlowly.\nkind: move\n", 2, 1, NO_COLON),
        # Entries that are further in than the first one, or below words.
        ("ask:\n- One\n  - Two\n  - Three\n", 3, 3, FURTHER_IN),
        ("ask:\n  - One\n  - Two\n    and\n\n      - Three\n", 6, 7, FURTHER_IN),
        ("title: Walk\n  -\n", 2, 3, BELOW_WORDS),
        # A tab in front of a line is the slip; one in the words behind it is none.
        ("title: Walk: slow\tly\n", 1, 12, COLON),
        ("title: Walk: slowly   \t\n", 1, 12, COLON),
        ("title: Walk\n\tkind: move\n", 2, 1, TAB),
        ("title: Walk\n \tkind: move\n", 2, 7, TAB),
        # Spaces that are none: on the line, on the two above, on no other.
        ("picture:\n\u00a0\u00a0file: walk.svg\n  shows: A walk.\n", 2, 1, FALSE_SPACES),
        ("picture:\n  \u00a0file: walk.svg\n  shows: A walk.\nkind: x: y\n", 2, 3, FALSE_SPACES),
        ("picture:\n  \u00a0file: walk.svg\ntitle: A walk\ntry_today: B\nkind: x: y\n", 5, 8, COLON),
        ("kind: x: y\n\u00a0title: z\n", 1, 8, COLON),
        # Words that begin like something else.
        ("title: [a] b\n", 1, 8, SIGN),
        ("ask:\n  - title: {a: b} c\n", 2, 12, SIGN),
        ("title: a\nkind: %b\n", 2, 7, SIGN),
        ("title: a\nkind: @b\n", 2, 7, SIGN),
        ("title: a\nkind: `b`\n", 2, 7, SIGN),
        # Brackets are told where they open.
        ("title: [a, b\nkind: move\n", 1, 8, "A bracket [ that opens here is never closed."),
        ("terms:\n  - {term: a\n  - term: b\n", 2, 5, "A bracket { that opens here is never closed."),
        # Lines too far in or out.
        ("picture:\n  file: a\n shows: b\n", 3, 2, INDENT),
        ("text: |\n   three\n  two\n", 3, 3, INDENT),
        ("title: a\n- b\n", 2, 1, INDENT),
        ("- a\ntitle: b\n", 2, 1, "This line does not belong to the list above it."),
        # A # that cuts words off which go on below.
        ("title: Walk # slowly\n  and far\n", 1, 13, CUT_OFF),
        ("title: Walk # a\n\n  and far\nkind: move\n", 1, 13, CUT_OFF),
        # Signs that no text has.
        ("title: a\x07b\n", 1, 9, "There is a character here that no text has."),
        ("title: a\n\nkind: b\x00c\n", 3, 8, "There is a character here that no text has."),
        # No key, and the end of a page that is not the end of the file.
        ("? [a]\n: b\n", 1, 3, "A key is missing here."),
        ("~: a\n", 1, 1, "A key is missing here."),
        ("title: a\n...\ntitle: b\n", 3, 1, "The file cannot be read from here on."),
        # The path of a file, as Windows writes it.
        ('title: "C:\\pictures\\walk.svg"\n', 1, 11, NO_SIGN),
        ('title: "C:\\Users\\Ana"\n', 1, 13, NO_SIGN),
        ('title: "C:\\xylophone"\n', 1, 13, NO_SIGN),
        ('title: "\\UFFFFFFFF"\n', 1, 11, NO_SIGN),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, line: int, column: int, what: str) -> None:
    problem = told(text)
    assert (problem.line, problem.column, problem.what) == (line, column, what)


@pytest.mark.parametrize("text", ["a\n  walk - no run -\n  counts", "|\n  - a\n    - b", '"a\n  - b"', "a-\n  -b"])
def test_words_may_go_on_with_whatever_is_no_entry(text: str) -> None:
    assert tree.parse(f"text: {text}\n").plain()["text"]


@pytest.mark.parametrize(
    ("text", "line", "column", "other"),
    [
        ("title: 'Walk' slowly\nkind: move\n", 1, 14, "double"),
        ('ask:\n  - title: "Walk" slowly\n', 2, 18, "single"),
    ],
)
def test_words_that_go_on_after_their_quote_want_the_other_quotes(
    text: str, line: int, column: int, other: str
) -> None:
    problem = told(text)
    assert (problem.line, problem.column) == (line, column)
    assert problem.remedy == f"Put {other} quotes around all of the words."
    quote = "'" if other == "single" else '"'
    inside = text.partition(": ")[2] if line == 1 else text.rpartition(": ")[2]
    words = inside.partition("\n")[0]
    mended = tree.parse(text.replace(words, f"{quote}{words}{quote}"))
    assert words in str(mended.plain())


def test_behind_a_name_or_a_number_a_remark_is_a_remark() -> None:
    text = TIP.replace("kind: move", "kind: move # or sleep").replace("version: 1,", "version: 1, # the first\n ")
    assert isinstance(read("walk.yaml", text.encode(), TIP_KIND).value, Tip)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_letters_of_windows_are_told_where_they_stand(end: bytes) -> None:
    page = end.join([b"\xef\xbb\xbftitle: Caf\xc3\xa9", b"kind: move", b"text: A caf\xe9"])
    (problem,) = read("walk.yaml", page, TIP_KIND).problems
    assert (problem.line, problem.column) == (3, 12)
    assert problem.what == "The letters here are not saved as UTF-8."


# --- how much a file may hold -------------------------------------------------------------------------------------


def test_a_page_has_room_and_an_end() -> None:
    """What the staff guide and the messages say."""
    assert (tree.MAX_BYTES, tree.MAX_DEPTH, tree.MAX_VALUES) == (2_000_000, 24, 50_000)


def test_as_many_values_as_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_VALUES", 6)
    assert tree.parse("terms: [a, b, c]\n").plain() == {"terms": ["a", "b", "c"]}
    with pytest.raises(Slip) as slip:
        tree.parse("terms: [a, b, c,\n  d]\n")
    assert (slip.value.place.line, slip.value.place.column) == (2, 3)
    assert (slip.value.what, slip.value.remedy) == ("The file has more than 6 values.", "Split it into several files.")


def test_as_deep_as_may_be() -> None:
    assert tree.parse("[" * tree.MAX_DEPTH + "]" * tree.MAX_DEPTH).plain()
    with pytest.raises(Slip) as slip:
        tree.parse("[" * (tree.MAX_DEPTH + 1) + "]" * (tree.MAX_DEPTH + 1))
    assert slip.value.place.column == tree.MAX_DEPTH + 1


def test_as_long_as_may_be() -> None:
    page = TIP.encode()
    rest = tree.MAX_BYTES - len(page)
    assert isinstance(read("walk.yaml", page + b"#" * rest, TIP_KIND).value, Tip)
    assert told(f"{TIP}{'#' * (rest + 1)}").what == "The file is larger than 2 MB."


# --- where a value stands -----------------------------------------------------------------------------------------


def test_a_sign_that_asks_for_plain_words_is_none_of_them() -> None:
    assert tree.parse("title: ! walk\n").plain() == {"title": "walk"}


def test_a_key_that_stands_twice_in_an_entry_of_a_list_is_told() -> None:
    text = "terms:\n  - term: a\n    meaning: b\n  - term: c\n    term: d\n    meaning: e\n"
    assert list(tree.parse(text).all_repeated()) == [("term", Place(5, 5))]


def test_the_place_of_what_is_not_there_is_that_of_the_last_thing_that_is() -> None:
    node = tree.parse("a:\n  - b: 1\n  - c: 2\n")
    found = {
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 1, "c"): (3, 5),
        ("a", 1, "d"): (3, 5),
        ("a", 2): (1, 1),
        ("a", "b"): (1, 1),
        ("x",): (1, 1),
    }
    places = {path: node.place_of(path) for path in found}
    assert {path: (place.line, place.column) for path, place in places.items()} == found
