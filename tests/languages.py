"""Languages made from English for tests: one with longer words, one that is read from right to left.

No bundled font has Arabic letters, and what is to be tested is the kiosk's own work: direction, mirrored places and
the order of mixed text. So each word keeps its letters and is marked as written from right to left (U+202E to U+202C),
which Unicode treats exactly as a word of a right-to-left script.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, get_args, get_origin

from kiosk.content.library import Card, Library
from kiosk.content.model.meaning import READ_BY_PATIENTS, Meaning
from kiosk.content.walk import field_hints

LONGER: Final = "xl"
"""English with words that are 40 % longer (A11Y-29)."""
MIRRORED: Final = "ar"
"""English read from right to left (A11Y-80)."""
NAMES: Final = {LONGER: "Longerlish", MIRRORED: "\u202emirrored\u202c"}
_GROWTH: Final = 0.4
_WORD: Final = re.compile(r"\{\w+\}|\[\^[\w-]+\]|[^\W_]+(?:['’][^\W_]+)*")
"""A placeholder, the mark of a source, or a word."""
T = TypeVar("T")


def longer(word: str) -> str:
    """The word with its last letters said again, until it is 40 % longer."""
    return word + (word * 2)[-max(1, round(len(word) * _GROWTH)) :].lower() if word.isalpha() else word


def mirrored(word: str) -> str:
    """The word as one of a right-to-left script."""
    return f"\u202e{word}\u202c"


def translated(text: str, word: Callable[[str], str]) -> str:
    """A text with every word said in another way; placeholders and marks stay."""
    return _WORD.sub(lambda found: found.group() if found.group()[0] in "{[" else word(found.group()), text)


def with_languages(library: Library) -> Library:
    """The library with both languages beside its first."""
    english = library.languages[library.first]
    made = {code: _language(english, code, word) for code, word in ((LONGER, longer), (MIRRORED, mirrored))}
    return replace(library, languages={library.first: english, **made})


def _language(english: Any, code: str, word: Callable[[str], str]) -> Any:  # noqa: ANN401 - a protocol's class
    from kiosk.content.library import LanguagePages

    direction = "right-to-left" if code == MIRRORED else "left-to-right"
    return LanguagePages(
        code,
        replace(english.language, name=NAMES[code], direction=direction),
        _spoken(english.words, word),
        _spoken(english.home, word),
        _spoken(english.spine, word),
        _spoken(english.questions, word),
        _spoken(english.warning_signs, word),
        tuple(_card(card, word) for card in english.cards),
        {name: _spoken(page, word) for name, page in english.pages.items()},
        tuple(_spoken(glossary, word) for glossary in english.glossaries),
    )


def _card(card: Card, word: Callable[[str], str]) -> Card:
    said: Any = {name: translated(getattr(card, name), word) for name in ("title", "name", "short", "badge")}
    picture = _spoken(card.picture, word) if card.picture is not None else None
    return replace(card, picture=picture, **said)


def _spoken(value: T, word: Callable[[str], str]) -> T:
    """The same page with every text that patients read said in another way."""
    return _said(value, type(value), word)  # type: ignore[no-any-return]  # it has the type it had


def _said(value: Any, hint: Any, word: Callable[[str], str]) -> Any:  # noqa: ANN401 - type hints have no type
    if is_dataclass(value) and not isinstance(value, type):
        hints = dict(field_hints(type(value)))
        names = [field.name for field in fields(value) if field.init]
        return replace(value, **{name: _said(getattr(value, name), hints[name], word) for name in names})
    if isinstance(value, tuple):
        return tuple(_said(item, _item(hint, index), word) for index, item in enumerate(value))
    if isinstance(value, str) and _is_read(hint):
        return translated(value, word)
    return value


def _is_read(hint: Any) -> bool:  # noqa: ANN401 - type hints have no type
    found = [part for part in getattr(hint, "__metadata__", ()) if isinstance(part, Meaning)]
    return any(part in READ_BY_PATIENTS for part in found)


def _item(hint: Any, index: int) -> Any:  # noqa: ANN401 - type hints have no type
    for option in (hint, *get_args(hint)):
        if get_origin(option) is tuple:
            items = get_args(option)
            return items[0] if items[-1] is Ellipsis else items[index]
    return None
