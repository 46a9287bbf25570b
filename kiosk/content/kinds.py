"""Which file is which kind of page: told by its place in the library."""

import re
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.model.home import Home, Language
from kiosk.content.model.pages import Comparison, Glossary, PatientQuestions, Sources, Spine, Tip, Topic, WarningSigns
from kiosk.content.model.treatment import Treatment
from kiosk.content.model.value import Value
from kiosk.content.model.words import Words
from kiosk.values import value_class


@value_class
class Kind:
    """A kind of file: its name for people, its shape, and where such files lie."""

    name: str
    model: type[Value]
    where: str
    """A folder ending in / for many files, or the name of one file; LANGUAGE/ is a language's folder."""
    required: bool = False

    @property
    def many(self) -> bool:
        """Whether there may be several such files in a language."""
        return self.where.endswith("/")

    @property
    def per_language(self) -> bool:
        """Whether each language has its own."""
        return self.where.startswith(LANGUAGE)


LANGUAGE: Final = "LANGUAGE/"
SCHEMAS: Final = "schemas"
"""A folder that every clinic's folder has, only for editors; files that end in .json are no pages."""
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

KINDS: Final = (
    Kind("language", Language, "LANGUAGE/language", required=True),
    Kind("words", Words, "LANGUAGE/words", required=True),
    Kind("home", Home, "LANGUAGE/home", required=True),
    Kind("spine", Spine, "LANGUAGE/spine", required=True),
    Kind("questions", PatientQuestions, "LANGUAGE/questions", required=True),
    Kind("warning signs", WarningSigns, "LANGUAGE/warning-signs", required=True),
    Kind("treatment", Treatment, "LANGUAGE/therapies/"),
    Kind("topic", Topic, "LANGUAGE/topics/"),
    Kind("comparison", Comparison, "LANGUAGE/comparisons/"),
    Kind("tip", Tip, "LANGUAGE/tips/"),
    Kind("glossary", Glossary, "LANGUAGE/glossary/"),
    Kind("sources", Sources, "sources/"),
)


def kind_of(path: PurePosixPath) -> Kind | None:
    """The kind of a file by its path below the library, or None if no such file belongs there."""
    steps = path.with_suffix("").parts
    for kind in KINDS:
        below = steps[1:] if kind.per_language else steps
        where = PurePosixPath(kind.where.removeprefix(LANGUAGE)).parts
        if below and (below[:-1] if kind.many else below) == where:
            return kind
    return None


def page_id(path: PurePosixPath) -> str:
    """A page's id: its path below the language folder, without the ending."""
    return PurePosixPath(*path.with_suffix("").parts[1:]).as_posix()


def is_page_name(name: str) -> bool:
    """Whether a page may be named so: small letters, digits and hyphens."""
    return _NAME.fullmatch(name) is not None


def page_name_like(name: str) -> str:
    """A name for a page, as near to the words as can be."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "our-garden"


def is_whole_library(folder: Path) -> bool:
    """Whether a folder needs no other one below it: some language in it has every file that a language must have.

    A clinic's folder can have such a language too; it is told by its schemas.
    """
    if (folder / SCHEMAS).is_dir():
        return False
    needed = [kind.where.removeprefix(LANGUAGE) for kind in KINDS if kind.required]
    return any(
        all((words.parent / f"{name}{ending}").exists() for name in needed)
        for ending in (".yaml", ".yml")
        for words in folder.glob(f"*/words{ending}")
    )
