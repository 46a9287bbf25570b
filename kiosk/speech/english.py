"""How English is read aloud."""

import re
from typing import Final

from kiosk.speech.wording import Unit, Wording, digit_by_digit, letter_by_letter, share

_UNITS: Final = {
    "%": Unit(one="percent", many="percent"),
    "mg": Unit(one="milligram", many="milligrams"),
    "g": Unit(one="gram", many="grams"),
    "kg": Unit(one="kilogram", many="kilograms"),
    "lb": Unit(one="pound", many="pounds"),
    "lbs": Unit(one="pound", many="pounds"),
    "oz": Unit(one="ounce", many="ounces"),
    "mL": Unit(one="millilitre", many="millilitres"),
    "ml": Unit(one="millilitre", many="millilitres"),
    "mm": Unit(one="millimetre", many="millimetres"),
    "cm": Unit(one="centimetre", many="centimetres"),
    "km": Unit(one="kilometre", many="kilometres"),
    "ft": Unit(one="foot", many="feet"),
    "h": Unit(one="hour", many="hours"),
    "min": Unit(one="minute", many="minutes"),
    "°C": Unit(one="degree Celsius", many="degrees Celsius"),
    "°F": Unit(one="degree Fahrenheit", many="degrees Fahrenheit"),
    "°": Unit(one="degree", many="degrees"),
}

_SHORT_FORMS: Final = {
    **letter_by_letter("PRP", "MRI", "CT", "FDA", "UK", "US", "USA", "EMG", "BMI", "QR", "NHS", "WHO", "IV", "ER"),
    "OK": "okay",
    "NSAID": "N-said",
    "NSAIDs": "N-saids",
    "MRIs": "M R eyes",
    "vs.": "versus",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "and so on",
    "approx.": "about",
    "Dr.": "Doctor",
    "and/or": "and or",
    "24/7": "at any hour of any day",
    "1/2": "one half",
    "1/3": "one third",
    "2/3": "two thirds",
    "1/4": "one quarter",
    "3/4": "three quarters",
}

_POSITIONS: Final = (
    *("page", "step", "part", "visit", "session", "dose", "day", "week", "month", "year", "question", "tip", "chapter"),
    *("number", "item", "stage", "the", "january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
"""Before these numbers a place in a row or a date is told, not a share."""

ENGLISH: Final = Wording(
    units=_UNITS,
    short_forms=_SHORT_FORMS,
    rules=(
        (re.compile(r"\b(?:911|988)\b(?!,\d)"), lambda found: digit_by_digit(found.group())),
        (
            re.compile(r"\b([Cc]all|[Dd]ial)( \w+)? (\d{3})\b(?! ?(?:\d|%|times|days))"),
            lambda found: f"{found[1]}{found[2] or ''} {digit_by_digit(found[3])}",
        ),
        (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
        (re.compile(r"(?<=\d)½"), " and a half"),
        (re.compile(r"½"), "one half"),
        (re.compile(r"¼"), "one quarter"),
        (re.compile(r"¾"), "three quarters"),
        (re.compile(r"\$(\d+(?:\.\d\d)?)\s?[–-]\s?\$?(\d+(?:\.\d\d)?)"), r"\1 to \2 dollars"),
        (re.compile(r"\$1(?![\d.])"), "1 dollar"),
        (re.compile(r"\$(\d+(?:\.\d\d)?)"), r"\1 dollars"),
        (re.compile(r"(?<![\d–-])(\d+(?:\.\d+)?)\s?%?\s?[–-]\s?(?=\d+(?:\.\d+)?(?![\d–-]))"), r"\1 to "),
        (re.compile(r"\b([CTLS]\d{1,2})\s?[–-]\s?(?=[CTLS]\d)"), r"\1 to "),
        (re.compile(r"\b([CTLS])(\d{1,2})\b"), r"\1 \2"),
        share("of", "out of", *_POSITIONS),
        (re.compile(r"(?<=\d)\s?[×x]\s?(?=\d)"), " by "),
        (re.compile(r"(?<=\d)\s?×"), " times"),
        (re.compile(r"\s&\s"), " and "),
        (re.compile(r"≥\s?"), "at least "),
        (re.compile(r"≤\s?"), "at most "),
        (re.compile(r"[≈~]\s?(?=\d)"), "about "),
        (re.compile(r"<\s?(?=\d)"), "less than "),
        (re.compile(r">\s?(?=\d)"), "more than "),
        (re.compile(r"(?<=\d)\+(?!\d)"), " or more"),
        (re.compile(r"(?<=\w)/(?=day\b|week\b|month\b|year\b)"), " a "),
        (re.compile(r"\s[–—]\s"), ", "),
        (re.compile(r"[•·→]"), ","),
    ),
)
