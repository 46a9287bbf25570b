"""What the file of a kind looks like: which keys may stand where."""

from typing import Any, Final

from pydantic import TypeAdapter

from kiosk.content.model.value import Value
from kiosk.content.walk import KeyPath


def adapter(model: type[Value]) -> TypeAdapter[Value]:
    """Pydantic's validator for a kind of file; made once, as it takes some milliseconds."""
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(model)
    return _ADAPTERS[model]


_ADAPTERS: Final[dict[type[Value], TypeAdapter[Value]]] = {}
"""Not functools.cache: the type checker does not take a class of frozen values for hashable."""


def keys_at(where: KeyPath, model: type[Value]) -> tuple[str, ...]:
    """The keys that may stand at a place of a file."""
    return tuple(schema_at(where, model).get("properties", {}))


def schema_at(where: KeyPath, model: type[Value]) -> dict[str, Any]:
    """What may stand at a place of a file."""
    schema = here = _schema_of(model)
    for step in where:
        here = _resolved(here, schema)
        here = here.get("properties", {}).get(step, {}) if isinstance(step, str) else here.get("items", {})
    return _resolved(here, schema)


def _schema_of(model: type[Value]) -> dict[str, Any]:
    """Made once: one key that is not known asks for it for each key that is."""
    if model not in _SCHEMAS:
        _SCHEMAS[model] = adapter(model).json_schema()
    return _SCHEMAS[model]


_SCHEMAS: Final[dict[type[Value], dict[str, Any]]] = {}


def _resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for option in part.get("anyOf", ()):
        if "$ref" in option:
            part = option
    if "$ref" in part:
        resolved: dict[str, Any] = schema["$defs"][part["$ref"].rpartition("/")[2]]
        return resolved
    return part
