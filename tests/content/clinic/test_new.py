"""A file to be filled in says what belongs on each line, and is no page until it is."""

import re
from datetime import date
from itertools import takewhile
from pathlib import Path

import pytest

from kiosk.content import tree
from kiosk.content.check import Checked, check
from kiosk.content.clinic.folder import Refused, new
from kiosk.content.clinic.template import template
from kiosk.content.kinds import KINDS, Kind, kind_of
from kiosk.content.reader import read
from kiosk.paths import content_folder
from tests.content.base import over

TODAY = date(2026, 11, 21)
LIBRARY = content_folder()


def refused(error: pytest.ExceptionInfo[Refused]) -> str:
    return str(error.value)


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
    assert "\nreview:\n  version: 1\n  written: 2026-11-21\n  due: 2027-11-21\n" in text
    remarks = [line.strip() for line in text.split("\n") if line.strip().startswith("# ")]
    assert len(remarks) > 5
    assert all(line.strip("# ") for line in remarks)


def test_the_id_of_a_source_that_stands_as_an_example_is_no_source_of_ours(bundled: Checked) -> None:
    """Who takes it as it stands has a source of their own."""
    kind = next(kind for kind in KINDS if kind.name == "sources")
    (example,) = re.findall(r"for example ([\w-]+)", template(kind, "x", TODAY))
    assert bundled.library is not None
    assert example not in bundled.library.sources


def test_new_words_to_explain_begin_with_the_day_they_were_written(clinic: Path, base: Path) -> None:
    """The list to sign has a place for the clinician's name then."""
    text = new("glossary", "our-words", "en", base, clinic, TODAY).read_text(encoding="utf-8")
    assert "\nreview:\n  version: 1\n  written: 2026-11-21\n  due: 2027-11-21\n" in text


@pytest.mark.parametrize(
    ("name", "remark", "key"),
    [
        ("tip", "# Write true or false.", "# decoration: false"),
        ("tip", "# One of: breathe, movement, timer.", "# activity:"),
        ("tip", "# Several lines: write | after the colon, and the words below it, two spaces further in.", "text:"),
        ("topic", "# The name of an icon, for example person-walking.", "icon:"),
        ("spine", "# The id of a place in spine.yaml.", "id:"),
        ("sources", "# verified: read at the source;", "mark:"),
        ("comparison", "# Ids of patient questions, for example how_sure.", "lifts:"),
    ],
)
def test_above_each_line_stands_what_belongs_there(name: str, remark: str, key: str) -> None:
    kind = next(kind for kind in KINDS if kind.name == name)
    lines = [line.strip().removeprefix("- ") for line in template(kind, "x", TODAY).split("\n")]
    above = lines[: lines.index(key)]
    remarks = list(takewhile(lambda line: line.startswith("# "), reversed(above)))
    assert any(line.startswith(remark) for line in remarks), remarks


def test_two_numbers_stand_in_brackets() -> None:
    spine = next(kind for kind in KINDS if kind.name == "spine")
    assert "# Two numbers in brackets, for example [240, 200].\n    at:\n" in template(spine, "x", TODAY)


def test_a_file_to_be_filled_in_begins_with_how() -> None:
    signs = next(kind for kind in KINDS if kind.name == "warning signs")
    head = template(signs, "yaml-language-server: $schema=x", TODAY).split("\n")[:7]
    assert head[0] == "# yaml-language-server: $schema=x"
    assert head[1].startswith("# Warning signs: ")
    assert head[2].startswith("# Fill in every line that has nothing after its colon, unless ")
    assert head[4] == "# Patients see the page when all is filled in. What is missing: clinic-kiosk check"
    assert head[5] == ""
    assert head[6]


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
        (
            "tipp",
            "rest",
            "en",
            (
                'There is no kind of page "tipp". Write one of: language, words, home, spine, questions, '
                "warning-signs, treatment, topic, comparison, tip, glossary, sources."
            ),
        ),
        (
            "tip",
            "Our Garden!",
            "en",
            (
                '"Our Garden!" cannot be the name of a page. '
                "Use small letters, digits and hyphens, for example our-garden."
            ),
        ),
        (
            "tip",
            "../../x",
            "en",
            '"../../x" cannot be the name of a page. Use small letters, digits and hyphens, for example x.',
        ),
        (
            "tip",
            "",
            "en",
            '"" cannot be the name of a page. Use small letters, digits and hyphens, for example our-garden.',
        ),
        ("tip", "rest", "../x", '"../x" is not a language. Write its code, for example en or es.'),
    ],
)
def test_what_cannot_be_made(clinic: Path, kind: str, name: str, language: str, told: str) -> None:
    with pytest.raises(Refused) as error:
        new(kind, name, language, LIBRARY, clinic, TODAY)
    assert refused(error) == told
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
