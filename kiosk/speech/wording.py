"""A written sentence as a person would say it: numbers, units, ranges, short forms, telephone numbers."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from kiosk.values import value_class

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_SPACES: Final = re.compile(r"\s+")
_INVISIBLE: Final = re.compile(r"[\u200e\u200f\u2066-\u2069\u00ad]")
_PHONE: Final = re.compile(r"(?<![\w.,–-])(?:\+?1[ -.])?(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[ .-]\d{4}(?![\w–-])")
"""North American: 555 0100, (555) 555-0100, 1-800-555-0100."""


@value_class(kw_only=True)
class Unit:
    """How a unit is said."""

    one: str
    many: str


@value_class(kw_only=True)
class Wording:
    """One language's ways of saying what is written short."""

    units: Mapping[str, Unit]
    """By their signs, as they stand behind a number."""
    short_forms: Mapping[str, str]
    """Whole words and signs, and what is said for them; capitals count."""
    rules: tuple[Rule, ...]
    """Everything else, in order; before units and short forms."""

    def spoken(self, sentence: str) -> str:
        """What a voice is given to say."""
        words = _INVISIBLE.sub("", sentence)
        words = _PHONE.sub(lambda found: digit_by_digit(found.group()), words)
        for pattern, said in self.rules:
            words = pattern.sub(said, words)
        words = self._with_units(words)
        return _SPACES.sub(" ", self._with_short_forms(words)).strip()

    def _with_units(self, words: str) -> str:
        signs = "|".join(sorted(map(re.escape, self.units), key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w])(\d+(?:[.,]\d+)?)\s?({signs})(?!\w)")
        return pattern.sub(lambda found: f"{found[1]} {self._unit(found[1], found[2])}", words)

    def _unit(self, number: str, sign: str) -> str:
        unit = self.units[sign]
        return unit.one if number == "1" else unit.many

    def _with_short_forms(self, words: str) -> str:
        forms = sorted(self.short_forms, key=len, reverse=True)
        pattern = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms))
        return pattern.sub(lambda found: self.short_forms[found.group()], words) if forms else words


def digit_by_digit(number: str) -> str:
    """A telephone number as it is read out: its digits, with a pause between its groups."""
    groups = re.findall(r"\d+", number)
    return ", ".join(" ".join(group) for group in groups)


def share(of: str, out_of: str, *positions: str) -> Rule:
    """So many of so many people: said as a share, unless it is a place in a row.

    of: the word between the numbers; out_of: what is said for it; positions: words before a place in a row.
    """
    before = rf"(?P<position>\b(?:{'|'.join(positions)})\s+|^(?=\d+ {of} \d+\W*$))?"
    pattern = re.compile(rf"{before}\b(?P<some>\d+) {of} (?=(?:[2-9]\d|\d{{3,}})\b)(?! \w+ {of})", re.IGNORECASE)

    def said(found: re.Match[str]) -> str:
        return found.group() if found["position"] is not None else f"{found['some']} {out_of} "

    return pattern, said


def letter_by_letter(*words: str) -> dict[str, str]:
    """Short forms that are spelled out."""
    return {word: " ".join(word) for word in words}
