"""The bundled library: sound, and as its schemas say."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path, PurePosixPath
from typing import Any, get_args

import pytest

from kiosk.content import tree
from kiosk.content.check import Checked, check
from kiosk.content.folders import Folders
from kiosk.content.kinds import KINDS, Kind, kind_of
from kiosk.content.library import InLanguage, Page
from kiosk.content.model.pages import Activity, Comparison, Tip, TipKind, Topic
from kiosk.content.model.parts import PeopleFigure, Step
from kiosk.content.model.treatment import Answers, Treatment
from kiosk.content.problem import Problem
from kiosk.content.schema import write_schemas
from kiosk.paths import content_folder
from tests.content import promised

Schema = dict[str, Any]


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Schema]:
    paths = write_schemas(tmp_path_factory.mktemp("schemas"))
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8")) for path in paths}


def test_it_is_sound(bundled: Checked) -> None:
    assert [str(problem) for problem in bundled.problems] == []
    assert bundled.library is not None


def test_the_check_finds_files_in_any_order(bundled: Checked) -> None:
    again = check(Folders((content_folder(), content_folder())))
    assert again.problems == bundled.problems


# --- what was promised --------------------------------------------------------------------------------------------


@pytest.fixture(params=["en", "es"])
def own(bundled: Checked, request: pytest.FixtureRequest) -> InLanguage:
    """The pages of one language, without those that another one would lend it."""
    assert bundled.library is not None
    return bundled.library.languages[request.param]


def test_it_holds_what_was_promised(own: InLanguage) -> None:
    topics = [f"topics/{name}" for name in promised.TOPICS]
    treatments = [f"therapies/{name}" for name in (*promised.REGENERATIVE, *promised.USUAL_CARE)]
    comparisons = [f"comparisons/{name}" for name in promised.COLUMNS]
    assert [name for name in (*topics, *treatments, *comparisons) if name not in own.pages] == []


@pytest.mark.parametrize("name", [*promised.REGENERATIVE, *promised.USUAL_CARE])
def test_each_step_of_a_treatment_has_its_picture(own: InLanguage, name: str) -> None:
    steps = _treatment(own, name).chapters.how_it_is_done
    assert steps
    assert [step.title for step in steps if step.picture is None] == []


@pytest.mark.parametrize("name", promised.COLUMNS)
def test_a_comparison_asks_every_question_of_every_column(own: InLanguage, name: str) -> None:
    page = own.pages[f"comparisons/{name}"]
    assert isinstance(page, Comparison)
    assert sorted(page.questions) == sorted(field.name for field in fields(Answers))
    assert len(page.questions) == promised.ROWS
    assert (*page.treatments, page.usual_care) == tuple(f"therapies/{name}" for name in promised.COLUMNS[name])
    assert page.decision.endswith("?")


def test_there_are_tips_of_every_kind_for_today(own: InLanguage) -> None:
    tips = [page for page in own.pages.values() if isinstance(page, Tip)]
    assert len(tips) >= promised.FEWEST_TIPS
    assert {tip.kind for tip in tips} == set(get_args(TipKind))
    assert [tip.title for tip in tips if not tip.try_today] == []
    assert {tip.activity for tip in tips} == {None, *get_args(Activity)}


def test_there_are_signs_for_each_of_four_urgencies(own: InLanguage) -> None:
    signs = own.warning_signs
    levels = (signs.emergency, signs.same_day, signs.within_days, signs.routine)
    assert [level.title for level in levels if not level.signs or not level.do] == []
    assert "{emergency}" in signs.emergency.do
    assert all("{clinic}" in level.do for level in (signs.same_day, signs.within_days, signs.routine))


def test_the_questions_people_ask_are_answered(own: InLanguage) -> None:
    asked = [step for name in promised.REGENERATIVE for step in _treatment(own, name).chapters.questions_people_ask]
    assert len(asked) >= promised.FEWEST_QUESTIONS_PEOPLE_ASK
    assert all(_treatment(own, name).chapters.questions_people_ask for name in promised.USUAL_CARE)


def test_every_word_of_the_brief_is_explained(own: InLanguage) -> None:
    explained = {word for term in own.terms for word in (term.term, *term.also)}
    words = promised.GLOSSARY.values() if own.code == "es" else promised.GLOSSARY
    assert [word for word in words if word not in explained] == []


def test_every_figure_of_the_brief_is_drawn(own: InLanguage) -> None:
    steps = [(name, step) for name, page in own.pages.items() for step in _steps(page)]
    people = [(name, step.people) for name, step in steps if step.people is not None]
    scales = [(name, step.scale) for name, step in steps if step.scale is not None]
    assert sorted((name, figure.kind, figure.source, _groups(figure)) for name, figure in people) == sorted(
        promised.PEOPLE
    )
    assert sorted((name, scale.source, tuple(point.value for point in scale.points)) for name, scale in scales) == (
        sorted(promised.POINTS)
    )


def test_there_are_pictures_enough(bundled: Checked) -> None:
    assert bundled.library is not None
    drawings = [name for name in bundled.library.pictures if name.endswith(".svg")]
    assert len(drawings) >= promised.FEWEST_PICTURES


def _treatment(own: InLanguage, name: str) -> Treatment:
    page = own.pages[f"therapies/{name}"]
    assert isinstance(page, Treatment)
    return page


def _steps(page: Page) -> Iterator[Step]:
    if isinstance(page, Topic):
        yield from page.steps
    elif isinstance(page, Treatment):
        for chapter in fields(page.chapters):
            yield from getattr(page.chapters, chapter.name)


def _groups(figure: PeopleFigure) -> str:
    return ", ".join(f"{group.count} of {group.of}" for group in figure.groups)


# --- schemas ------------------------------------------------------------------------------------------------------


def test_there_is_a_schema_for_each_kind(schemas: dict[str, Schema]) -> None:
    assert set(schemas) == {kind.name.replace(" ", "-") for kind in KINDS}
    for schema in schemas.values():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_good_content_is_what_the_schema_says(kind: Kind, schemas: dict[str, Schema]) -> None:
    schema = schemas[kind.name.replace(" ", "-")]
    files = [file for file in sorted(content_folder().rglob("*.yaml")) if _kind(file) is kind]
    assert files
    for file in files:
        faults = list(_faults(tree.parse(file.read_text(encoding="utf-8")).plain(), schema, schema, ""))
        assert faults == [], file.name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_takes_no_unknown_key(kind: Kind, schemas: dict[str, Schema]) -> None:
    schema = schemas[kind.name.replace(" ", "-")]
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False


def test_a_schema_is_a_file_that_people_can_read(tmp_path: Path) -> None:
    paths = write_schemas(tmp_path / "not" / "there")
    for path in paths:
        lines = path.read_text(encoding="utf-8").split("\n")
        assert (lines[0], lines[-2], lines[-1]) == ("{", "}", "")
        assert lines[1].startswith('  "$schema"')


def test_a_schema_explains_its_keys(schemas: dict[str, Schema]) -> None:
    assert "emergency" in schemas["warning-signs"]["$defs"]["WarningLevel"]["properties"]["do"]["description"]


def _kind(file: Path) -> Kind | None:
    return kind_of(PurePosixPath(file.relative_to(content_folder())))


def _faults(value: object, part: Schema, schema: Schema, where: str) -> list[str]:
    """What a small checker of the parts of JSON Schema that we use finds wrong."""
    part = _resolved(part, schema)
    if "anyOf" in part:
        options = [_faults(value, option, schema, where) for option in part["anyOf"] if option.get("type") != "null"]
        return min(options, key=len)
    if part.get("type") == "object":
        return _faults_of_keys(value, part, schema, where)
    if part.get("type") == "array":
        if not isinstance(value, list):
            return [f"{where} is no list"]
        items = part.get("prefixItems", [part.get("items", {})] * len(value))
        return [
            fault for item, shape in zip(value, items, strict=True) for fault in _faults(item, shape, schema, where)
        ]
    if "enum" in part and value not in part["enum"]:
        return [f"{where} is none of {part['enum']}"]
    return [] if isinstance(value, str) else [f"{where} is no text"]


def _faults_of_keys(value: object, part: Schema, schema: Schema, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where} has no keys"]
    faults = [f"{where} lacks {key}" for key in part.get("required", ()) if key not in value]
    for key, item in value.items():
        shape = part["properties"].get(key)
        faults += [f"{where} has {key}"] if shape is None else _faults(item, shape, schema, f"{where}/{key}")
    return faults


def _resolved(part: Schema, schema: Schema) -> Schema:
    if "$ref" in part:
        resolved: Schema = schema["$defs"][part["$ref"].rpartition("/")[2]]
        return resolved
    return part


# --- problems -----------------------------------------------------------------------------------------------------


def test_a_problem_is_the_same_in_words_and_for_programs() -> None:
    problem = Problem("en/tips/walk.yaml", 3, 1, "error", "What is wrong.", "What to write.")
    assert str(problem) == "en/tips/walk.yaml:3:1: error: What is wrong. What to write."
    assert problem.as_dict() == {
        "path": "en/tips/walk.yaml",
        "line": 3,
        "column": 1,
        "severity": "error",
        "what": "What is wrong.",
        "remedy": "What to write.",
    }
    assert json.loads(json.dumps(problem.as_dict())) == problem.as_dict()
