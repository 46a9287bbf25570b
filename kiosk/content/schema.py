"""JSON Schema for each kind of file, so that editors can complete and check what clerks write."""

import json
from pathlib import Path
from typing import Any

from kiosk.content.kinds import KINDS
from kiosk.content.shape import adapter


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write one schema for each kind of file and return their paths.

    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / f"{kind.name.replace(' ', '-')}.schema.json", _schema(kind.name)) for kind in KINDS)


def _schema(name: str) -> dict[str, Any]:
    kind = next(kind for kind in KINDS if kind.name == name)
    schema = adapter(kind.model).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _write(path: Path, schema: dict[str, Any]) -> Path:
    path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
