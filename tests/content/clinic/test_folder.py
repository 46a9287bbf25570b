"""The clinic's folder is laid out, and files come into it without any being written over."""

import errno
import json
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO, Any, Self

import pytest

from kiosk.content import tree
from kiosk.content.check import check
from kiosk.content.clinic.folder import Refused, copy, new, start
from kiosk.content.clinic.template import template
from kiosk.content.folders import Folders
from kiosk.content.kinds import KINDS, Kind, kind_of
from kiosk.content.reader import read
from kiosk.paths import content_folder
from tests.content.base import over

TODAY = date(2026, 11, 21)
LIBRARY = content_folder()


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A folder that was just laid out."""
    start(tmp_path / "clinic", TODAY)
    return tmp_path / "clinic"


def refused(error: pytest.ExceptionInfo[Refused]) -> str:
    return str(error.value)


# --- start --------------------------------------------------------------------------------------------------------


def test_a_new_folder_changes_nothing_yet(clinic: Path, base: Path) -> None:
    assert check(over(base, clinic)) == check(Folders((base,)))


def test_it_explains_itself(clinic: Path) -> None:
    text = (clinic / "README.txt").read_text(encoding="utf-8")
    assert max(map(len, text.split("\n"))) <= 120
    for command in ("content copy", "content new", "check --clinic", "staff rollback"):
        assert f"clinic-kiosk {command}" in text


def test_its_schemas_lie_where_the_files_say(clinic: Path) -> None:
    for example in clinic.rglob("*.example"):
        first = example.read_text(encoding="utf-8").split("\n")[0]
        schema = example.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert json.loads(schema.read_text(encoding="utf-8"))["$schema"]


def test_a_folder_with_something_in_it_is_left_alone(clinic: Path) -> None:
    with pytest.raises(Refused) as error:
        start(clinic, TODAY)
    assert refused(error) == f"There is something in {clinic} already. Name a new folder, or an empty one."


# --- copy ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["en/therapies/prp.yaml", "en/therapies/prp", "content/en/therapies/prp.yaml", "en\\therapies\\prp.yaml"]
)
def test_a_copy_says_the_same(clinic: Path, path: str) -> None:
    file = copy(path, LIBRARY, clinic, TODAY)
    assert file == clinic / "en/therapies/prp.yaml"
    kind = next(kind for kind in KINDS if kind.name == "treatment")
    ours = LIBRARY / "en/therapies/prp.yaml"
    assert read("a", file.read_bytes(), kind).value == read("a", ours.read_bytes(), kind).value
    first, _, third = file.read_text(encoding="utf-8").split("\n")[:3]
    assert first == "# yaml-language-server: $schema=../../schemas/treatment.schema.json"
    assert third.startswith("# copy-of: ")
    assert third.endswith(" 2026-11-21")


def test_a_picture_is_copied_as_it_is(clinic: Path) -> None:
    file = copy("pictures/tip-calcium.svg", LIBRARY, clinic, TODAY)
    assert file.read_bytes() == (LIBRARY / "pictures/tip-calcium.svg").read_bytes()


def test_a_copy_never_writes_over_a_file(clinic: Path) -> None:
    own = clinic / "en/tips/calcium.yml"
    own.write_text("ours")
    with pytest.raises(Refused) as error:
        copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY)
    assert refused(error) == f"There is {own} already. Change that file, or rename it first. Nothing was written."
    assert own.read_text() == "ours"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("en/tips/calcum.yaml", "There is no bundled page en/tips/calcum.yaml. Did you mean en/tips/calcium.yaml?"),
        ("../pyproject.toml", "There is no bundled page ../pyproject.toml."),
        ("/etc/passwd", "There is no bundled page /etc/passwd. Write its path, for example en/therapies/prp.yaml."),
        ("", "There is no bundled page ."),
        ("?", "There is no bundled page ?. Write its path, for example en/therapies/prp.yaml."),
    ],
)
def test_a_page_that_is_not_there(clinic: Path, path: str, told: str) -> None:
    with pytest.raises(Refused) as error:
        copy(path, LIBRARY, clinic, TODAY)
    assert refused(error).startswith(told)
    assert error.value.wrong_use


def test_a_copy_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused) as error:
        copy("en/tips/calcium.yaml", LIBRARY, tmp_path / "none", TODAY)
    folder = tmp_path / "none"
    assert refused(error) == f"There is no folder {folder}. Make it with: clinic-kiosk content start {folder}"


def test_a_disk_that_is_full_leaves_no_half_page(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands there half would be shown as a mistake, and could not be copied again."""
    monkeypatch.setattr(Path, "open", _full_after_opening(Path.open))
    with pytest.raises(OSError, match="No space left"):
        copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY)
    monkeypatch.undo()
    assert not (clinic / "en/tips/calcium.yaml").exists()
    assert copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY).is_file()


def _full_after_opening(opens: Callable[..., IO[Any]]) -> Callable[..., Any]:
    """Opens files to read as always; those to write take nothing."""

    def opened(file: Path, mode: str = "r", *rest: Any) -> Any:  # noqa: ANN401 - as Path.open
        real = opens(file, mode, *rest)
        return _FullFile(real) if "x" in mode else real

    return opened


class _FullFile:
    """A file on a full disk."""

    def __init__(self, file: IO[Any]) -> None:
        self.file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        self.file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


# --- new ----------------------------------------------------------------------------------------------------------


def test_a_new_tip_is_no_page_until_it_is_filled_in(clinic: Path, base: Path) -> None:
    file = new("tip", "our-garden", "en", base, clinic, TODAY)
    assert file == clinic / "en/tips/our-garden.yaml"
    told = [problem.what for problem in check(over(base, clinic)).problems]
    assert told == [f'"{key}" is empty.' for key in ("title", "kind", "text", "try_today", "file", "shows")]


def test_a_new_tip_tells_what_belongs_where(clinic: Path, base: Path) -> None:
    """Each part is explained where it first stands, and only there; what may be left out is a remark."""
    text = new("tip", "our-garden", "en", base, clinic, TODAY).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/tip.schema.json\n")
    assert "\nkind:\n" in text
    assert "# One of: move, sleep, weight, smoking, posture, food, stress, work.\n" in text
    assert "\nreview:\n  version: 1\n  written: 2026-11-21\n" in text
    remarks = [line.strip() for line in text.split("\n") if line.strip().startswith("# ")]
    assert len(remarks) > 5
    assert all(line.strip("# ") for line in remarks)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_explained_twice(kind: Kind) -> None:
    """A page has many steps; the first of them says what a step holds."""
    text = template(kind, "x", TODAY)
    sentences = [line.strip() for line in text.split("\n") if re.match(r"\s*# [A-Z][^:]{45,}\.$", line)]
    assert sentences
    assert [sentence for sentence in set(sentences) if sentences.count(sentence) > 2] == []


def test_a_new_tip_filled_in_is_sound(clinic: Path, base: Path) -> None:
    file = new("tip", "our-garden", "en", base, clinic, TODAY)
    text = file.read_text(encoding="utf-8")
    for key, words in {
        "title": "Garden",
        "kind": "move",
        "text": "|\n  Walk.",
        "try_today": "Walk.",
        "file": "walk.svg",
        "shows": "A walk.",
    }.items():
        text = text.replace(f"{key}:\n", f"{key}: {words}\n", 1)
    file.write_text(text, encoding="utf-8")
    assert check(over(base, clinic)).problems == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_file_of_any_kind_tells_only_what_is_to_be_filled_in(kind: Kind) -> None:
    text = template(kind, "yaml-language-server: $schema=x", TODAY)
    assert text.startswith("# yaml-language-server: $schema=x\n")
    assert max(map(len, text.split("\n"))) <= 130
    reading = read("new.yaml", text.encode(), kind)
    assert reading.value is None
    assert {problem.what.rpartition('" ')[2] for problem in reading.problems} == {"is empty."}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_a_remark_can_be_used_as_well(kind: Kind) -> None:
    optional = re.compile(r"^(\s*)# (\s*(?:- )?[a-z_]+:(?: \S+)?|\s*-)$", re.MULTILINE)
    text = optional.sub(r"\1\2", template(kind, "x", TODAY))
    assert tree.parse(text).value


def test_every_kind_can_be_made(clinic: Path, tmp_path: Path) -> None:
    for kind in KINDS:
        file = new(kind.name.replace(" ", "-"), "of-ours", "fr", tmp_path, clinic, TODAY)
        assert kind_of(file.relative_to(clinic)) is kind  # type: ignore[arg-type]  # a path is a path


@pytest.mark.parametrize(
    ("kind", "name", "language", "told"),
    [
        ("tipp", "rest", "en", 'There is no kind of page "tipp". Write one of: language, words, home,'),
        (
            "tip",
            "Our Garden!",
            "en",
            (
                '"Our Garden!" cannot be the name of a page. '
                "Use small letters, digits and hyphens, for example our-garden."
            ),
        ),
        ("tip", "../../x", "en", '"../../x" cannot be the name of a page.'),
        ("tip", "", "en", '"" cannot be the name of a page.'),
        ("tip", "rest", "../x", '"../x" is not a language. Write its code, for example en or es.'),
    ],
)
def test_what_cannot_be_made(clinic: Path, kind: str, name: str, language: str, told: str) -> None:
    with pytest.raises(Refused) as error:
        new(kind, name, language, LIBRARY, clinic, TODAY)
    assert refused(error).startswith(told)
    assert error.value.wrong_use


def test_a_new_page_does_not_take_the_place_of_ours(clinic: Path) -> None:
    with pytest.raises(Refused) as error:
        new("tip", "calcium", "en", LIBRARY, clinic, TODAY)
    assert refused(error) == (
        "The kiosk has a page en/tips/calcium.yaml already. "
        "To change it: clinic-kiosk content copy en/tips/calcium.yaml"
    )


def test_a_new_page_never_writes_over_a_file(clinic: Path, base: Path) -> None:
    new("tip", "rest", "en", base, clinic, TODAY)
    with pytest.raises(Refused, match="already"):
        new("tip", "rest", "en", base, clinic, TODAY)
