"""Sentences and words of plain text, as readability formulas count them."""

import re
from collections.abc import Iterator

_END = re.compile(
    r"""[.?!…]["”’»)*]*(?:\[\^[\w-]+\])*  # the end of a sentence, with its quotes and source marks
        \s+(?=["“«¿¡(*]*[A-ZÁÉÍÓÚÑ0-9{])  # then the beginning of another""",
    re.VERBOSE,
)
_SHORT_FORM = re.compile(r"\b(?:Dr|Dra|Sr|Sra|St|Mr|Mrs|vs|etc|e\.g|i\.e|approx|p\. ?ej|EE|aprox|[A-Z])\.$")
_WORD = re.compile(r"\w+(?:[’'.,/-]\w+)*")
_PLACEHOLDER = re.compile(r"\{\w+\}")


def split(text: str) -> Iterator[str]:
    """The sentences of one paragraph; source marks stay with the sentence they follow."""
    start = 0
    for end in _END.finditer(text):
        if not _SHORT_FORM.search(text[start : end.start() + 1]):
            yield text[start : end.end()].strip()
            start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def shortened(text: str, letters: int) -> str:
    """A text, or its beginning if it has more letters than are wanted."""
    return text if len(text) <= letters else f"{text[:letters].rstrip()}…"


def words(text: str) -> list[str]:
    """The words of a text; a figure, a hyphenated word and a placeholder are one word each."""
    return _WORD.findall(_PLACEHOLDER.sub("it", text))
