"""A clinic's copy of a page of ours: when ours changes, it is told, and what to write when both were compared."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.check import check
from kiosk.content.clinic.copied import is_of_a_copy, review_copies
from kiosk.content.clinic.folder import copy, start
from kiosk.content.folders import Folders
from kiosk.content.kinds import KINDS
from kiosk.content.model.value import Value
from kiosk.content.reader import read
from kiosk.content.review.translations import fingerprint
from tests.content.base import over, write
from tests.content.editions.desk import TIP


def test_a_copy_is_told_when_ours_has_changed_since(own_base: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    copy("en/tips/walk.yaml", own_base, clinic, date(2026, 11, 21))
    assert check(over(own_base, clinic)).problems == ()
    ours = own_base / "en/tips/walk.yaml"
    ours.write_text(ours.read_text().replace("counts", "helps").replace("written: 2026-11-21", "written: 2027-03-02"))
    (problem,) = check(over(own_base, clinic)).problems
    value = read("walk.yaml", ours.read_bytes(), next(kind for kind in KINDS if kind.name == "tip")).value
    assert isinstance(value, Value)
    line = f"# copy-of: {fingerprint(value)} 2027-03-02"
    assert str(problem) == (
        "en/tips/walk.yaml:3:1: warning: Your copy of Take a short walk is from 2026-11; ours was revised in 2027-03. "
        'First type "clinic-kiosk content copy en/tips/walk.yaml": ours then lies beside yours, as walk.yaml.orig. '
        f'Compare the two, then write here "{line}".'
    )
    beside = copy("en/tips/walk.yaml", own_base, clinic, date(2027, 3, 9))
    assert beside == clinic / "en/tips/walk.yaml.orig"
    assert beside.read_text().endswith(ours.read_text())
    assert "helps" not in (clinic / "en/tips/walk.yaml").read_text()
    own = clinic / "en/tips/walk.yaml"
    own.write_text("\n".join([line if row.startswith("# copy-of") else row for row in own.read_text().split("\n")]))
    assert check(over(own_base, clinic)).problems == ()


def test_a_copy_is_told_by_its_own_message(own_base: Path, tmp_path: Path) -> None:
    """Staff are shown these apart from mistakes."""
    start(tmp_path / "clinic", date(2026, 11, 21))
    copy("en/tips/walk.yaml", own_base, tmp_path / "clinic", date(2026, 11, 21))
    ours = own_base / "en/tips/walk.yaml"
    ours.write_text(ours.read_text().replace("counts", "helps"))
    write(tmp_path / "clinic", "en/tips/rest.yaml", "title: [")
    problems = check(over(own_base, tmp_path / "clinic")).problems
    assert [(problem.path, is_of_a_copy(problem)) for problem in problems] == [
        ("en/tips/rest.yaml", False),
        ("en/tips/walk.yaml", True),
    ]


@pytest.mark.parametrize("gone", ["the copy", "the original"])
def test_of_a_copy_that_is_gone_while_it_is_compared_nothing_is_told(
    own_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    copy("en/tips/walk.yaml", own_base, clinic, date(2026, 11, 21))
    ours = own_base / "en/tips/walk.yaml"
    ours.write_text(ours.read_text().replace("counts", "helps"))
    folders = over(own_base, clinic)
    assert len(list(review_copies(folders))) == 1
    listed = [layer.files() for layer in (Folders((own_base,)), Folders((clinic,)))]
    monkeypatch.setattr(Folders, "files", lambda asked: listed[asked.layers == (clinic,)])
    (clinic / "en/tips/walk.yaml" if gone == "the copy" else ours).unlink()
    assert list(review_copies(folders)) == []


def test_a_mark_saved_by_a_program_of_windows_is_read(own_base: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    own = copy("en/tips/walk.yaml", own_base, clinic, date(2026, 11, 21))
    lines = own.read_text().split("\n")
    own.write_text("\n".join([lines[2], *lines[3:]]), encoding="utf-8-sig", newline="\r\n")
    ours = own_base / "en/tips/walk.yaml"
    ours.write_text(ours.read_text().replace("counts", "helps"))
    (problem,) = check(over(own_base, clinic)).problems
    assert (problem.line, problem.what.partition(" is ")[0]) == (1, "Your copy of Take a short walk")


def test_a_page_that_was_not_copied_says_nothing_of_ours(own_base: Path, tmp_path: Path) -> None:
    write(tmp_path / "clinic", "en/tips/walk.yaml", TIP.format(title="Walk"))
    assert check(over(own_base, tmp_path / "clinic")).problems == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "title"),
    [
        ("en/home.yaml", "Welcome", "Hello", "What would you like to know?"),
        ("sources/some.yaml", "A study", "Studies", "sources/some.yaml"),
    ],
)
def test_what_has_no_date_of_its_own_is_told_by_the_day_of_the_copy(
    own_base: Path, tmp_path: Path, path: str, old: str, new: str, title: str
) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    own = copy(path, own_base, clinic, date(2026, 10, 5))
    ours = own_base / path
    ours.write_text(ours.read_text().replace(old, new))
    (problem,) = check(over(own_base, clinic)).problems
    assert (problem.path, problem.line, problem.column, problem.severity) == (path, 3, 1, "warning")
    assert problem.what == f"Your copy of {title} is from 2026-10; ours has changed since."
    line = problem.remedy.split('"')[-2]
    assert line.endswith(" 2026-10-05")
    own.write_text("\n".join([line if row.startswith("# copy-of") else row for row in own.read_text().split("\n")]))
    assert check(over(own_base, clinic)).problems == ()


def test_a_page_of_ours_that_is_hidden_or_cannot_be_read_is_compared_with_nothing(
    own_base: Path, tmp_path: Path
) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    copy("en/tips/walk.yaml", own_base, clinic, date(2026, 11, 21))
    for text in ("hidden: true\n", "title: ["):
        (own_base / "en/tips/walk.yaml").write_text(text)
        assert list(review_copies(over(own_base, clinic))) == []


def test_a_mark_far_below_the_beginning_is_none(own_base: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    own = copy("en/tips/walk.yaml", own_base, clinic, date(2026, 11, 21))
    own.write_text("#\n" * 1_000 + own.read_text())
    ours = own_base / "en/tips/walk.yaml"
    ours.write_text(ours.read_text().replace("counts", "helps"))
    assert list(review_copies(over(own_base, clinic))) == []
