"""The clinic's folder is laid out, and files come into it without any being written over."""

import errno
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO, Any, Self

import pytest

from kiosk.content.check import check
from kiosk.content.clinic.folder import Refused, copy, start
from kiosk.content.folders import Folders
from kiosk.content.kinds import KINDS
from kiosk.content.reader import read
from kiosk.paths import content_folder
from tests.content.base import over

TODAY = date(2026, 11, 21)
LIBRARY = content_folder()


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


def test_it_holds_examples_a_place_for_pictures_and_the_schemas(clinic: Path) -> None:
    names = {file.relative_to(clinic).as_posix() for file in clinic.rglob("*") if file.is_file()}
    assert {name for name in names if not name.startswith("schemas/")} == {
        "README.txt",
        "pictures/README.txt",
        "en/tips/our-own-tip.yaml.example",
        "en/tips/a-page-to-hide.yaml.example",
    }
    kinds = {kind.name.replace(" ", "-") for kind in KINDS}
    assert {name for name in names if name.startswith("schemas/")} == {
        f"schemas/{kind}.schema.json" for kind in (*kinds, "hidden")
    }
    told = (clinic / "pictures/README.txt").read_text(encoding="utf-8")
    assert told == "Your own pictures lie here: SVG, PNG, JPEG or WebP.\n"


def test_the_example_that_hides_a_page_does(clinic: Path, base: Path) -> None:
    example = clinic / "en/tips/a-page-to-hide.yaml.example"
    example.rename(clinic / "en/tips/walk.yaml")
    checked = check(over(base, clinic))
    assert checked.problems == ()
    assert checked.library is not None
    assert checked.library.pages("en").page("tips/walk") is None


def test_an_empty_folder_may_be_there_already_and_a_file_may_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    start(tmp_path / "empty", TODAY)
    assert (tmp_path / "empty/README.txt").is_file()
    (tmp_path / "file").write_text("ours")
    with pytest.raises(Refused, match="There is something in"):
        start(tmp_path / "file", TODAY)
    assert (tmp_path / "file").read_text() == "ours"


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
    first, second, third = file.read_text(encoding="utf-8").split("\n")[:3]
    assert first == "# yaml-language-server: $schema=../../schemas/treatment.schema.json"
    assert second == "# The next line tells which state of ours this is a copy of. Leave it as it is."
    assert third.startswith("# copy-of: ")
    assert third.endswith(" 2026-11-21")


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("en/home.yaml", "../schemas/home"),
        ("en/warning-signs", "../schemas/warning-signs"),
        ("sources/guidelines.yaml", "../schemas/sources"),
    ],
)
def test_a_copy_names_its_schema_from_wherever_it_lies(tmp_path: Path, path: str, schema: str) -> None:
    library, clinic = tmp_path / "library", tmp_path / "clinic"
    source = library / path if path.endswith(".yaml") else library / f"{path}.yaml"
    source.parent.mkdir(parents=True)
    source.write_text("hidden: true\n")
    clinic.mkdir()
    copied = copy(path, library, clinic, TODAY).read_text(encoding="utf-8")
    assert copied == f"# yaml-language-server: $schema={schema}.schema.json\nhidden: true\n"


def test_a_page_of_ours_that_cannot_be_read_is_copied_without_a_mark(own_base: Path, clinic: Path) -> None:
    (own_base / "en/tips/walk.yaml").write_text("title: [")
    copied = copy("en/tips/walk.yaml", own_base, clinic, TODAY).read_text(encoding="utf-8")
    assert copied.split("\n")[1:] == ["title: ["]


def test_the_schemas_come_along_with_the_first_page(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    clinic.mkdir()
    copy("pictures/tip-calcium.svg", LIBRARY, clinic, TODAY)
    assert not (clinic / "schemas").exists()
    copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY)
    assert (clinic / "schemas/tip.schema.json").is_file()


def test_a_picture_is_copied_as_it_is(clinic: Path) -> None:
    file = copy("pictures/tip-calcium.svg", LIBRARY, clinic, TODAY)
    assert file.read_bytes() == (LIBRARY / "pictures/tip-calcium.svg").read_bytes()
    file.write_text("ours")
    beside = copy("pictures/tip-calcium.svg", LIBRARY, clinic, TODAY)
    assert beside == clinic / "pictures/tip-calcium.svg.orig"
    assert beside.read_bytes() == (LIBRARY / "pictures/tip-calcium.svg").read_bytes()
    assert file.read_text() == "ours"


def test_a_copy_does_not_go_where_a_link_leads(clinic: Path, tmp_path: Path) -> None:
    for name in ("calcium.yaml", "calcium.yaml.orig"):
        (clinic / "en/tips" / name).symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(Refused, match=r"calcium\.yaml\.orig already"):
        copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_copy_never_writes_over_a_file(clinic: Path) -> None:
    own, beside = clinic / "en/tips/calcium.yml", clinic / "en/tips/calcium.yaml.orig"
    own.write_text("ours")
    assert copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY) == beside
    assert own.read_text() == "ours"
    beside.write_text("of some other program")
    with pytest.raises(Refused) as error:
        copy("en/tips/calcium.yaml", LIBRARY, clinic, TODAY)
    assert refused(error) == f"There is {beside} already. Take it away, or rename it first. Nothing was written."
    assert beside.read_text() == "of some other program"


def test_the_page_to_compare_with_is_no_page_and_makes_room_for_a_newer_one(clinic: Path, own_base: Path) -> None:
    ours = own_base / "en/tips/walk.yaml"
    copy("en/tips/walk.yaml", own_base, clinic, TODAY)
    for words in ("helps", "is fine"):
        ours.write_text(ours.read_text().replace("counts", words))
        beside = copy("en/tips/walk.yaml", own_base, clinic, TODAY)
        assert words in beside.read_text()
        assert "counts" in (clinic / "en/tips/walk.yaml").read_text()
        assert {problem.path for problem in check(over(own_base, clinic)).problems} == {"en/tips/walk.yaml"}
        ours.write_text(ours.read_text().replace(words, "counts"))


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("en/tips/calcum.yaml", "There is no bundled page en/tips/calcum.yaml. Did you mean en/tips/calcium.yaml?"),
        ("therapies/PRP.yaml", "There is no bundled page therapies/PRP.yaml. Did you mean en/therapies/prp.yaml?"),
        ("../pyproject.toml", "There is no bundled page ../pyproject.toml."),
        ("pictures/../en/tips/calcium.yaml", "There is no bundled page pictures/../en/tips/calcium.yaml."),
        ("pictures", "There is no bundled page pictures."),
        (str(LIBRARY / "en/tips/calcium.yaml"), f"There is no bundled page {LIBRARY / 'en/tips/calcium.yaml'}."),
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
