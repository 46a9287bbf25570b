"""A checked library comes back from disk as it was written, and the cache is never worse than none."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content import compiled, compiling
from kiosk.content.check import Checked, check
from kiosk.content.codec import decode, encode
from kiosk.content.folders import Folders
from kiosk.content.kinds import KINDS
from kiosk.content.library import Card, InLanguage, Library
from kiosk.content.live import Live, fingerprint, open_library
from kiosk.content.model.value import Value
from kiosk.content.walk import field_hints, leaves
from tests.content.base import write

PARTS = ("code", "language", "words", "home", "spine", "questions", "warning_signs", "cards", "glossaries", "terms")


def same(one: Library, other: Library) -> None:
    """Both libraries say the same in every language."""
    assert list(one.languages) == list(other.languages)
    assert dict(one.sources) == dict(other.sources)
    assert dict(one.pictures) == dict(other.pictures)
    for code in one.languages:
        _same_language(one.languages[code], other.languages[code])


def _same_language(one: InLanguage, other: InLanguage) -> None:
    for part in PARTS:
        assert getattr(one, part) == getattr(other, part), part
    assert _pages(one.pages) == _pages(other.pages)


def _pages(pages: Mapping[str, object]) -> dict[str, object]:
    return {name: pages[name] for name in pages}


def test_the_bundled_library_comes_back_as_it_was_checked(bundled: Checked, tmp_path: Path) -> None:
    assert bundled.library is not None
    compiling.write(bundled.library, (), tmp_path / "stored")
    same(compiled.load(tmp_path / "stored"), bundled.library)


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(base: Path, tmp_path: Path) -> None:
    library = check(Folders((base,))).library
    assert library is not None
    (tmp_path / "stored" / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="not empty"):
        compiling.write(library, (), tmp_path / "stored")
    assert [path.name for path in tmp_path.iterdir()] == ["stored"]


def test_a_page_that_is_not_there_is_missing(base: Path, tmp_path: Path) -> None:
    library = check(Folders((base,))).library
    assert library is not None
    compiling.write(library, (), tmp_path / "stored")
    pages = compiled.load(tmp_path / "stored").pages("en")
    assert pages.page("tips/no-such-tip") is None
    assert pages.page("tips/walk") == library.pages("en").page("tips/walk")


def test_a_page_damaged_on_the_disk_is_not_shown_and_takes_no_other_with_it(base: Path, tmp_path: Path) -> None:
    library = check(Folders((base,))).library
    assert library is not None
    compiling.write(library, (), tmp_path / "stored")
    file = tmp_path / "stored/en.pages"
    data = file.read_bytes()
    file.write_bytes(data.replace(b"Take a short walk", b"Take a shirt walk"))
    pages = compiled.load(tmp_path / "stored").pages("en")
    with pytest.raises(ValueError, match="damaged"):
        pages.page("tips/walk")
    assert pages.page("therapies/needle") is not None
    assert not compiled.is_whole(tmp_path / "stored")


# --- the cache ----------------------------------------------------------------------------------------------------


class Machine:
    """A kiosk's disk: the library and the cache."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.folders = Folders((folder,))
        self.cache = cache
        self.log: list[str] = []

    def opens(self) -> Live:
        return open_library(self.folders, self.cache, self.log.append)

    def title(self) -> str:
        live = self.opens()
        assert live.library is not None, live.problems
        page = live.library.pages("en").page("tips/walk")
        assert page is not None
        return page.title

    def kept(self) -> list[Path]:
        return sorted(self.cache.iterdir()) if self.cache.is_dir() else []


@pytest.fixture
def machine(own_base: Path, tmp_path: Path) -> Machine:
    return Machine(own_base, tmp_path / "cache" / "deep")


def test_a_second_start_reads_the_cache(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    first = machine.opens().library
    monkeypatch.setattr("kiosk.content.check.check", _must_not_be_called)
    second = machine.opens().library
    assert first is not None
    assert second is not None
    same(second, first)
    assert machine.log == []


def _must_not_be_called(_folders: Folders) -> None:
    raise AssertionError("The library was checked again.")


def test_a_changed_file_is_noticed(machine: Machine) -> None:
    assert machine.title() == "Take a short walk"
    page = machine.folder / "en/tips/walk.yaml"
    page.write_text(page.read_text().replace("Take a short walk", "Walk a little"))
    assert machine.title() == "Walk a little"


def test_a_file_changed_without_growing_is_noticed_by_its_time(machine: Machine) -> None:
    assert machine.title() == "Take a short walk"
    page = machine.folder / "en/tips/walk.yaml"
    page.write_text(page.read_text().replace("short", "brisk"))
    os.utime(page, ns=(1, 1))
    assert machine.title() == "Take a brisk walk"


@pytest.mark.parametrize("path", ["en/tips/rest.yaml", "pictures/rest.svg"])
def test_a_new_file_is_noticed(machine: Machine, path: str) -> None:
    before = fingerprint(machine.folders)
    write(machine.folder, path, "")
    assert fingerprint(machine.folders) != before


def test_a_link_that_leads_nowhere_is_noticed_though_it_is_no_page(machine: Machine) -> None:
    before = fingerprint(machine.folders)
    (machine.folder / "en/tips/rest.yaml").symlink_to(machine.folder / "nothing")
    assert fingerprint(machine.folders) != before


def test_only_the_newest_library_is_kept(machine: Machine) -> None:
    for words in ("one", "two", "three"):
        write(machine.folder, "en/tips/rest.yaml", "hidden: true\n# " + words)
        machine.opens()
    assert len(machine.kept()) == 1


@pytest.mark.parametrize("name", ["start.json", "shared.json", "problems.json", "en.json", "en.pages"])
@pytest.mark.parametrize(
    "damage", [b"", b"{", b"null", b"[1]", b"\x00" * 4000], ids=["empty", "half", "null", "list", "zeros"]
)
def test_a_damaged_cache_is_made_anew(machine: Machine, name: str, damage: bytes) -> None:
    machine.opens()
    (machine.kept()[0] / name).write_bytes(damage)
    assert machine.title() == "Take a short walk"
    live = machine.opens()
    assert live.library is not None
    assert live.library.pages("en").card("therapies/needle") is not None
    assert "S1" in live.library.sources
    assert live.library.pages("en").own.spine.places


@pytest.mark.parametrize("name", ["start.json", "shared.json", "problems.json", "en.json", "en.pages"])
def test_half_a_cache_is_made_anew(machine: Machine, name: str) -> None:
    machine.opens()
    (machine.kept()[0] / name).unlink()
    assert machine.title() == "Take a short walk"
    live = machine.opens()
    assert live.library is not None
    assert "S1" in live.library.sources


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(machine: Machine) -> None:
    machine.cache.parent.mkdir(parents=True, exist_ok=True)
    machine.cache.write_text("a file where the folder should be")
    assert machine.title() == "Take a short walk"
    assert any("could not be written" in line for line in machine.log)


def test_a_library_with_problems_is_shown_and_its_problems_are_told_at_every_start(machine: Machine) -> None:
    write(machine.folder, "en/tips/rest.yaml", "title: [")
    first, second = machine.opens(), machine.opens()
    for live in (first, second):
        assert live.library is not None
        assert live.library.pages("en").page("tips/walk") is not None
        assert [problem.path for problem in live.problems] == ["en/tips/rest.yaml"]
    assert first.problems == second.problems


def test_with_no_library_at_all_there_is_none_and_a_reason(machine: Machine) -> None:
    shutil.rmtree(machine.folder)
    live = machine.opens()
    assert live.library is None
    assert [str(problem) for problem in live.problems] == [
        ".:1:1: error: There are no pages in this folder. Name the folder that holds a language folder such as en."
    ]


# --- every value of the model -------------------------------------------------------------------------------------

_WORDS = st.text(max_size=20)


def values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - type hints have no type
    """Any value of a type of the model."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return values(args[0])
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, UnionType):
        return st.one_of([st.none() if arg is NoneType else values(arg) for arg in args])
    if origin is tuple:
        return (
            st.lists(values(args[0]), max_size=2).map(tuple) if args[-1] is Ellipsis else st.tuples(*map(values, args))
        )
    if is_dataclass(hint) and isinstance(hint, type):
        return st.builds(hint, **{name: values(of) for name, of in field_hints(hint)})
    simple = {str: _WORDS, int: st.integers(), bool: st.booleans(), date: st.dates()}
    return simple[hint]


MODELS: list[type[Value | Card]] = [*(kind.model for kind in KINDS), Card]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_every_value_comes_back(model: type[Value | Card], data: st.DataObject) -> None:
    value = data.draw(values(model))
    assert decode(model, encode(value)) == value


@pytest.mark.parametrize("model", [kind.model for kind in KINDS], ids=lambda model: model.__name__)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_every_text_of_a_page_is_walked_and_stands_where_it_is_said_to(model: type[Value], data: st.DataObject) -> None:
    value = data.draw(values(model))
    for leaf in leaves(value):
        there: Any = value
        for step in leaf.path:
            there = there[step] if isinstance(step, int) else getattr(there, step)
        assert there == leaf.text
    assert len({leaf.path for leaf in leaves(value)}) == len(list(leaves(value)))


def test_the_codec_knows_every_field() -> None:
    for model in MODELS:
        made: Any = model
        assert [name for name, _ in field_hints(made)] == [field.name for field in fields(made)]


def test_a_library_written_meanwhile_takes_no_page_away_from_a_kiosk_that_runs(machine: Machine) -> None:
    machine.opens()
    running = machine.opens().library
    write(machine.folder, "en/tips/rest.yaml", "hidden: true\n")
    machine.opens()
    assert running is not None
    assert running.pages("en").page("tips/walk") is not None
