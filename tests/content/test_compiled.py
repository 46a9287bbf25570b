"""Rust on the disk, a newer program and a file that grows: what was compiled is taken whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.content import compiled, compiling
from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.form import form
from kiosk.content.library import Library
from kiosk.content.live import fingerprint, open_library
from kiosk.content.problem import Problem
from tests.content.base import write

PROBLEMS = (
    Problem("en/tips/rest.yaml", 3, 7, "error", "What is wrong.", "What to write."),
    Problem("en/tips/walk.yaml", 1, 1, "warning", "What may be better.", "What to write then."),
)


@dataclass(frozen=True)
class Stored:
    """A library in memory, and where it was written."""

    library: Library
    folder: Path


@pytest.fixture
def stored(base: Path, tmp_path: Path) -> Stored:
    library = check(Folders((base,))).library
    assert library is not None
    compiling.write(library, PROBLEMS, tmp_path / "stored")
    return Stored(library, tmp_path / "stored")


def test_it_is_whole_and_tells_its_problems(stored: Stored) -> None:
    assert compiled.is_whole(stored.folder)
    assert compiled.load_problems(stored.folder) == PROBLEMS
    assert sorted(file.name for file in stored.folder.iterdir()) == [
        "en.json", "en.pages", "problems.json", "shared.json", "start.json",
    ]  # fmt: skip


def test_what_is_asked_for_twice_is_made_once(stored: Stored) -> None:
    library = compiled.load(stored.folder)
    pages = library.pages("en")
    assert pages.page("tips/walk") is pages.page("tips/walk")
    assert library.sources["S1"] is library.sources["S1"]
    assert pages.own.spine is pages.own.spine


def test_pages_sources_and_pictures_can_be_counted_and_looked_for(stored: Stored) -> None:
    library = compiled.load(stored.folder)
    for found, known in (
        (library.languages["en"].pages, stored.library.languages["en"].pages),
        (library.sources, stored.library.sources),
        (library.pictures, stored.library.pictures),
    ):
        assert len(found) == len(known) > 0
        assert list(found) == list(known)
        assert all(name in found for name in known)
        assert "no such name" not in found


@pytest.mark.parametrize("name", ["en.json", "en.pages", "shared.json", "problems.json"])
@pytest.mark.parametrize("change", ["longer", "shorter"])
def test_a_file_that_has_grown_or_shrunk_is_noticed_at_once(stored: Stored, name: str, change: str) -> None:
    file = stored.folder / name
    data = file.read_bytes()
    file.write_bytes(data + b" " if change == "longer" else data[:-1])
    with pytest.raises(ValueError, match=rf"{name} is damaged\.$"):
        compiled.load(stored.folder)
    assert not compiled.is_whole(stored.folder)


def test_words_that_rust_has_changed_are_noticed_when_they_are_asked_for(stored: Stored) -> None:
    for name, old, new in (("shared.json", b"A study", b"A sturd"), ("en.json", b"A soft", b"A loft")):
        file = stored.folder / name
        data = file.read_bytes()
        assert old in data
        file.write_bytes(data.replace(old, new))
    library = compiled.load(stored.folder)
    with pytest.raises(ValueError, match=r"shared\.json is damaged\.$"):
        library.sources["S1"]
    with pytest.raises(ValueError, match=r"en\.json is damaged\.$"):
        len(library.languages["en"].terms)
    assert library.languages["en"].words == stored.library.languages["en"].words


def test_the_first_file_holds_its_own_checksum(stored: Stored) -> None:
    start = stored.folder / compiled.START
    start.write_bytes(start.read_bytes().replace(b"Welcome", b"Welcoma"))
    with pytest.raises(ValueError, match=r"start\.json is damaged\.$"):
        compiled.load(stored.folder)


def test_what_a_newer_program_wrote_is_not_guessed_at(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "form", lambda: "another")
    with pytest.raises(ValueError, match=r"start\.json was written by another program\.$"):
        compiled.load(stored.folder)
    assert not compiled.is_whole(stored.folder)


def test_a_start_reads_nobodys_signature(own_base: Path, tmp_path: Path) -> None:
    """Of the words, the first page, the spine and the rows of comparisons no screen says who has checked them."""
    review = "review: {version: 7, written: 2026-11-21, due: 2027-11-21}\ntranslation: {of: 0123456789ab}\n"
    for name in ("words", "home", "spine", "questions", "glossary/body"):
        file = own_base / f"en/{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8") + review, encoding="utf-8")
    checked = check(Folders((own_base,)))
    assert checked.library is not None
    assert checked.problems == ()
    compiling.write(checked.library, (), tmp_path / "stored")
    assert b"0123456789ab" not in (tmp_path / "stored/start.json").read_bytes()
    own = compiled.load(tmp_path / "stored").languages["en"]
    assert (own.spine.review, own.questions.translation) == (None, None)
    (glossary,) = own.glossaries
    assert glossary.review is not None
    assert glossary.review.version == 7


# --- when it is made anew -----------------------------------------------------------------------------------------


def test_another_program_makes_it_anew(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = Folders((base,))
    before = fingerprint(folders)
    program = write(tmp_path, "program/live.py", "# this one")
    monkeypatch.setattr("kiosk.content.live.__file__", str(program))
    assert fingerprint(folders) != before
    now = fingerprint(folders)
    write(tmp_path, "program/review/dates.py", "# and a part of it")
    assert fingerprint(folders) != now


@pytest.mark.parametrize("name", ["model/pages.py", "codec.py", "compiled.py", "compiling.py", "library.py"])
def test_a_program_that_writes_pages_otherwise_has_another_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What only checks or reads them may change: an update then finds its editions as they are."""
    for file in ("model/pages.py", "codec.py", "compiled.py", "compiling.py", "library.py", "check.py"):
        write(tmp_path, file, "# as it was")
    monkeypatch.setattr("kiosk.content.__file__", str(tmp_path / "__init__.py"))
    before = form.__wrapped__()
    write(tmp_path, "check.py", "# more questions")
    assert form.__wrapped__() == before
    write(tmp_path, name, "# otherwise")
    assert form.__wrapped__() != before


def test_a_page_saved_with_other_words_of_the_same_length_and_one_moved_are_noticed(own_base: Path) -> None:
    folders = Folders((own_base,))
    seen = {fingerprint(folders)}
    page = own_base / "en/tips/walk.yaml"
    page.write_text(page.read_text() + "# longer\n")
    seen.add(fingerprint(folders))
    page.rename(page.with_name("stroll.yaml"))
    seen.add(fingerprint(folders))
    assert len(seen) == 3


def test_a_cache_that_cannot_be_written_is_told_with_its_reason(base: Path, tmp_path: Path) -> None:
    cache = write(tmp_path, "cache", "a file where the folder should be")
    told: list[str] = []
    folders = Folders((base,))
    assert open_library(folders, cache, told.append).library is not None
    assert len(told) == 1
    assert told[0].startswith(f"The cache {cache / fingerprint(folders)} could not be written: [Errno ")
