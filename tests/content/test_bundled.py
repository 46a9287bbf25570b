"""The bundled library: sound, and as its schemas say."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from kiosk.content import tree
from kiosk.content.check import Checked, check
from kiosk.content.folders import Folders
from kiosk.content.kinds import KINDS, Kind, kind_of
from kiosk.content.problem import Problem
from kiosk.content.schema import write_schemas
from kiosk.paths import content_folder

Schema = dict[str, Any]


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Schema]:
    paths = write_schemas(tmp_path_factory.mktemp("schemas"))
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8")) for path in paths}


def test_it_is_sound(bundled: Checked) -> None:
    assert [str(problem) for problem in bundled.problems] == []
    assert bundled.library is not None


def test_it_holds_what_was_promised(bundled: Checked) -> None:
    assert bundled.library is not None
    pages = bundled.library.pages("en")
    for name in ("prp", "prolotherapy", "exosomes", "exercise"):
        assert pages.page(f"therapies/{name}") is not None, name
    assert len(pages.cards("tip")) >= 10
    assert len([card for card in pages.cards("topic") if card.group == "causes"]) >= 3
    assert len(pages.own.terms) >= 10


def test_the_check_finds_files_in_any_order(bundled: Checked) -> None:
    again = check(Folders((content_folder(), content_folder())))
    assert again.problems == bundled.problems


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
