"""The small part of Markdown that pages may use.

Paragraphs, lists of "- ", **bold**, *italic* and source marks [^P3]. No links, headings, pictures, code or HTML.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from kiosk.values import value_class


@value_class
class Run:
    """Words written one way."""

    text: str
    bold: bool = False
    italic: bool = False


@value_class
class Block:
    """A paragraph or one item of a list."""

    kind: Literal["paragraph", "item"]
    runs: tuple[Run, ...]
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@value_class
class Fault:
    """Something pages may not use, and how far into the text it stands."""

    offset: int
    what: str
    remedy: str


@value_class
class Document:
    """A text in blocks, with what is wrong in it."""

    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, each once, in order."""
        return tuple(dict.fromkeys(source for block in self.blocks for source in block.sources))


_TOKEN = re.compile(r"\\([*_\[\]<\\-])|(\*\*|\*)|\[\^([A-Za-z0-9_-]+)\]")
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=- )")
# None of these may look twice at the same letters: a page of two megabytes of "[" must not take hours.
_FORBIDDEN = (
    (re.compile(r"<[A-Za-z/!][^>\n]*>?"), "HTML", "Write plain words."),
    (re.compile(r"!\[[^\[\]\n]*\]\("), "a picture inside the words", 'Use the key "picture".'),
    (re.compile(r"(?<!!)\[[^\[\]\n]*\]\("), "a link", "Patients cannot leave the kiosk: write the words alone."),
    (re.compile(r"https?://\S+|www\.\S+"), "a web address", "Patients cannot open it here: name the source instead."),
    (re.compile(r"^#{1,6} ", re.MULTILINE), "a heading", 'Use the key "title" of a step.'),
    (re.compile(r"`"), "code marks", "Write plain words."),
    (
        re.compile(r"^ {0,3}(?:\*|\+|\d+[.)]) ", re.MULTILINE),
        "a list that does not begin with -",
        'Begin each line with "- ".',
    ),
)


@lru_cache(maxsize=4096)
def parse(text: str) -> Document:
    """The blocks of a text; whatever is not allowed stays as it was written and is told as a fault."""
    faults = [
        Fault(found.start(), f"The words hold {name}, which pages do not use.", remedy)
        for pattern, name, remedy in _FORBIDDEN
        for found in pattern.finditer(text)
    ]
    found = tuple(parts(text))
    faults += [
        Fault(start, "A * for bold or italic is opened and not closed.", "Close it, or write \\* for a star.")
        for start, part in found
        if _unclosed(part)
    ]
    blocks = tuple(_block(part) for _, part in found)
    return Document(blocks, tuple(sorted(faults, key=lambda fault: fault.offset)))


def plain(text: str) -> str:
    """The words of a text alone, blocks joined by a space."""
    return " ".join(block.text for block in parse(text).blocks)


def sources(text: str) -> tuple[str, ...]:
    """The ids of the sources marked in a text."""
    return tuple(dict.fromkeys(token[3] for token in _TOKEN.finditer(text) if token[3]))


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Its paragraphs and items as they were written, each with how far into the text it stands."""
    start = 0
    for end, following in [*(gap.span() for gap in _BREAK.finditer(text)), (len(text), len(text))]:
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), part.strip()
        start = following


def _block(part: str) -> Block:
    is_item = part.startswith("- ")
    words = re.sub(r"\s+", " ", part[2:] if is_item else part)
    return Block("item" if is_item else "paragraph", _runs(words), sources(words))


def _runs(words: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = italic = False
    rest = 0
    pending = ""
    for token in _TOKEN.finditer(words):
        pending += words[rest : token.start()] + (token[1] or "")
        rest = token.end()
        if token[2]:
            if pending:
                runs.append(Run(pending, bold, italic))
            pending = ""
            bold, italic = (not bold, italic) if token[2] == "**" else (bold, not italic)
    pending += words[rest:]
    if pending:
        runs.append(Run(pending, bold, italic))
    return tuple(_tidy(runs))


def _tidy(runs: list[Run]) -> list[Run]:
    """Without the gaps that a source mark leaves before the next word or at the end."""
    tidied = [Run(re.sub(r" {2,}", " ", run.text), run.bold, run.italic) for run in runs]
    if tidied and tidied[-1].text.endswith(" "):
        last = tidied[-1]
        tidied[-1] = Run(last.text.rstrip(), last.bold, last.italic)
    return [run for run in tidied if run.text]


def _unclosed(part: str) -> bool:
    marks = [token[2] for token in _TOKEN.finditer(part.removeprefix("- ")) if token[2]]
    return marks.count("**") % 2 == 1 or marks.count("*") % 2 == 1
