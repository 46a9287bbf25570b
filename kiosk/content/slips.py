"""Slips of the pen in YAML, told to somebody who has never heard of YAML."""

import re
from collections.abc import Sequence
from typing import Final

import yaml

from kiosk.values import value_class


@value_class
class Place:
    """Line and column of a value, both from 1."""

    line: int
    column: int


START = Place(1, 1)


class Slip(Exception):  # noqa: N818 - the clerk's slip, not the program's error
    """The text is not YAML, or more of it than a page can be."""

    def __init__(self, place: Place, what: str, remedy: str) -> None:
        """Say where, what and what to write."""
        super().__init__(what)
        self.place = place
        self.what = what
        self.remedy = remedy


def unprintable(text: str) -> Place:
    """The first character that YAML does not take."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    return Place(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def slip_of(error: yaml.MarkedYAMLError, text: str) -> Slip:
    """What was meant, as far as the lines around the place tell."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else START
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    words = f"{error.context or ''} {error.problem or ''}"
    if "\t" in line[: max(place.column, len(line) - len(line.lstrip()))]:
        return Slip(place, "There is a tab in front of this line.", "Use spaces to move it in, never the tab key.")
    found = _false_spaces(lines, place) or _ended_elsewhere(text, lines, mark)
    found = found or _sign_or_quote(line, place) or _no_key(lines, place, _context(error), words)
    if found is not None:
        return found
    for sign, (what, remedy) in _SLIPS.items():
        if sign in words:
            return Slip(_context(error) if sign in _TOLD_AT_START else place, what, remedy)
    return Slip(place, "The file cannot be read from here on.", "Compare this line and the one above with a good page.")


def _false_spaces(lines: Sequence[str], place: Place) -> Slip | None:
    for number in range(max(1, place.line - 2), min(place.line, len(lines)) + 1):
        found = _FALSE_SPACE.match(lines[number - 1])
        if found:
            what = "There are spaces in front of this line that only look like spaces."
            return Slip(Place(number, found.end()), what, "Delete them, and type the spaces anew.")
    return None


def _ended_elsewhere(text: str, lines: Sequence[str], mark: yaml.Mark | None) -> Slip | None:
    """Words above that did not end where they were meant to: a quote took in the keys below, or a # cut them off."""
    words = _scalar_before(text, mark)
    if words is None or mark is None:
        return None
    start, end = words.start_mark, words.end_mark
    if words.style in _QUOTES and mark.line == end.line and _holds_a_key(lines[start.line + 1 : end.line + 1]):
        return Slip(Place(start.line + 1, start.column + 1), *_SLIPS["quoted scalar"])
    sign = remark_after(end, text) if words.plain else None
    if sign is not None and mark.line > end.line and not _holds_a_key(lines[mark.line : mark.line + 1]):
        return Slip(sign, *CUT_OFF)
    return None


def _holds_a_key(lines: Sequence[str]) -> bool:
    return any(map(_NEXT_KEY.match, lines))


def _scalar_before(text: str, mark: yaml.Mark | None) -> yaml.ScalarToken | None:
    """The words that were read last before the place where the parser gave up."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if mark is None or token.end_mark.index > mark.index:
                break
            last = token
    except yaml.YAMLError:  # at the place itself, if it is the scanner that gave up
        pass
    return last if isinstance(last, yaml.ScalarToken) else None


def remark_after(end: "yaml.Mark | yaml._yaml.Mark | None", text: str) -> Place | None:
    """The # behind the end of a scalar, if there is one on that line."""
    found = _REMARK.match(text, end.index) if end else None
    return Place(end.line + 1, end.column + 1 + len(found[0])) if end and found else None


def _sign_or_quote(line: str, place: Place) -> Slip | None:
    """Words that begin with what YAML takes for its own, though they go on after it."""
    if found := _SIGN_FIRST.match(line):
        return Slip(Place(place.line, found.start(1) + 1), *_SLIPS["cannot start any token"])
    if found := _QUOTE_FIRST.match(line):
        other = "single" if found[1].startswith('"') else "double"
        what = "The words go on after their quote is closed."
        return Slip(Place(place.line, found.end(1) + 1), what, f"Put {other} quotes around all of the words.")
    return None


def _no_key(lines: Sequence[str], place: Place, context: Place, words: str) -> Slip | None:
    """A line that should be a key, or words below one; YAML may tell the colon of the line that it takes in."""
    if "could not find expected ':'" in words and "flow" not in words:
        return _told_of_line(lines, context.line)
    if not 1 < place.line <= len(lines):
        return None
    if "did not find expected key" in words and lines[place.line - 1].lstrip().startswith("- "):
        return _below_a_text(lines, place.line)
    if "mapping values are not allowed" not in words:
        return None
    above, line = lines[place.line - 2], lines[place.line - 1]
    is_key = ":" not in above and above.strip() and not above.lstrip().startswith(("#", "-"))
    if _key_column(above) == _indent(line) and (is_key or _NO_SPACE.match(above)):
        return _told_of_line(lines, place.line - 1)
    return None


def _told_of_line(lines: Sequence[str], number: int) -> Slip | None:
    if number > len(lines):  # YAML knows more ends of lines than these
        return None
    line = lines[number - 1]
    if found := _NO_SPACE.match(line):
        return Slip(Place(number, found.end(1) + 1), *told_of_colon(found[1]))
    no_colon = Slip(Place(number, _indent(line) + 1), *_SLIPS["could not find expected ':'"])
    return _below_a_text(lines, number) or no_colon


def _below_a_text(lines: Sequence[str], number: int) -> Slip | None:
    """A line below words that a | begins, which stands no further in than their key."""
    column = _indent(lines[number - 1])
    above = (line for line in lines[number - 2 :: -1] if line.strip() and _key_column(line) <= column)
    if number > 1 and _WORDS_BELOW.search(next(above, "")):
        return Slip(Place(number, column + 1), *_NOT_MOVED_IN)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key_column(line: str) -> int:
    """Where a line's key begins, in an entry of a list behind the sign."""
    return len(line) - len(line.lstrip(" -"))


def lacks_space(words: str) -> str | None:
    """The key, if the words are a key and its value with nothing between them but the colon."""
    found = _NO_SPACE.match(words)
    return found[1] if found else None


def told_of_colon(key: str) -> tuple[str, str]:
    """What is wrong where no space follows a key's colon, and what to write."""
    return "A space is missing after the colon.", f'Write "{key}: " and then its words.'


def check_for_entries(scalar: yaml.ScalarEvent, text: str, *, is_entry: bool) -> None:
    """Look for entries that stand further to the right than what is above them: YAML takes them for its words.

    Raises Slip at the first one.
    """
    start, end = scalar.start_mark, scalar.end_mark
    if start is None or end is None or start.line == end.line:
        return
    if found := _ENTRY_WITHIN.search(text, start.index, end.index):
        before = text.count("\n", start.index, found.start(1))
        column = found.start(1) - text.rfind("\n", 0, found.start(1))
        raise Slip(Place(start.line + before + 1, column), *(_FURTHER_IN if is_entry else _NO_LIST))


def _context(error: yaml.MarkedYAMLError) -> Place:
    mark = error.context_mark or error.problem_mark
    return Place(mark.line + 1, mark.column + 1) if mark else START


CUT_OFF: Final = (
    "What follows a # is not read, and patients would not see it.",
    "Put all of the words in double quotes, or a remark on a line of its own.",
)
_FURTHER_IN: Final = (
    "This entry stands further to the right than the one before, so it was taken for its words.",
    "Put its - exactly below the first one.",
)
_NO_LIST: Final = (
    'This line begins with "- ", but was taken for more of the words above it.',
    "For a list, write nothing behind the colon and begin each line below it so; else put the words in double quotes.",
)
_NOT_MOVED_IN: Final = (
    "This line is not moved in as the words of the text above it are.",
    "Put two spaces in front. If it is a key, put a colon and a space behind that.",
)
_QUOTES: Final = ("'", '"')
_ENTRY_WITHIN: Final = re.compile(r"\n *(-)(?:[ \n]|\Z)")
_NO_SPACE: Final = re.compile(r"\s*(?:- )?([A-Za-z_][\w-]*):(?=[^\s/\\])")
_WORDS_BELOW: Final = re.compile(r":\s+[|>][-+0-9]*\s*(?:#.*)?$")
_REMARK: Final = re.compile(r"[ \t]+(?=#)")
_NEXT_KEY: Final = re.compile(r"\s*(?:- |(?:- )?[\w-]+:(?:\s|$))")
_FALSE_SPACE: Final = re.compile(r" *[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]")
_SIGN_FIRST: Final = re.compile(r"\s*(?:- )?[\w-]+:\s+(\*|(?:\[[^]]*\]|\{[^}]*\})(?=\s*[^\s#,]))")
_QUOTE_FIRST: Final = re.compile(r"""\s*(?:- )?[\w-]+:\s+("[^"]*"|'[^']*')(?=\s*[^\s#,'"])""")
_TOLD_AT_START = frozenset({"quoted scalar", "flow sequence", "flow mapping", "could not find expected ':'"})
_NO_SIGN: Final = (
    "A \\ in double quotes begins a sign of its own, and there is none like this.",
    "Put single quotes around the words in place of the double ones.",
)
_SLIPS: Final = {
    "unknown escape character": _NO_SIGN,
    "hexdecimal number": _NO_SIGN,  # sic: what libyaml says
    "Unicode character escape code": _NO_SIGN,
    "quoted scalar": (
        "A quote that opens here is never closed.",
        "End the words with the same quote, or leave both quotes out.",
    ),
    "flow sequence": ("A bracket [ that opens here is never closed.", "Close it with ]."),
    "flow mapping": ("A bracket { that opens here is never closed.", "Close it with }."),
    "did not find expected node content": (
        "A bracket [ or { before this place is never closed, or something is missing in it.",
        "Close it with ] or }.",
    ),
    "mapping values are not allowed": (
        "There is a colon inside the words, or this line stands too far to the right.",
        "Put the words in double quotes, or move the line back under the one above.",
    ),
    "could not find expected ':'": ("A key here has no colon.", "Write the key, a colon and a space, then the value."),
    "did not find expected key": (
        "This line or the one above stands too far to the left or right, or a quote is missing.",
        "Give each as many spaces in front as the lines that it belongs to.",
    ),
    "did not find expected '-' indicator": (
        "This line does not belong to the list above it.",
        'Begin it with "- ", or give it as many spaces in front as the key it belongs to.',
    ),
    "cannot start any token": (
        "The words begin with a sign that YAML keeps for itself.",
        "Put the words in double quotes.",
    ),
    "block sequence entries are not allowed": (
        "A list cannot begin on this line.",
        'Put each "- " on a line of its own, under the key.',
    ),
    "control characters are not allowed": (
        "There is an invisible character here.",
        "Delete the line and type it again.",
    ),
}
