"""A small sound library: what broken examples are laid over.

Its pages lie in tests/content/base/. The words of the interface, which no example breaks, are made from the model:
each says its own key.
"""

import shutil
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

import yaml

from kiosk.content.folders import Folders
from kiosk.content.model.pages import PatientQuestions
from kiosk.content.model.value import Value
from kiosk.content.model.words import Words

PAGES: Final = Path(__file__).parent / "base"
MADE: Final[dict[str, type[Value]]] = {"words": Words, "questions": PatientQuestions}


def make_base(folder: Path) -> Path:
    """Put the library into a new folder."""
    shutil.copytree(PAGES, folder)
    for name, model in MADE.items():
        text = yaml.safe_dump(_words_of(model), sort_keys=False)
        (folder / "en" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def _words_of(model: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(model)
    needed = (field for field in fields(model) if field.default is MISSING)
    return {field.name: _word_of(field.name, hints[field.name]) for field in needed}


def _word_of(name: str, hint: Any) -> Any:  # noqa: ANN401 - type hints have no type
    """What stands behind a key: keys of its own, a list as long as it must be or as a year, or the key in words."""
    if is_dataclass(hint):
        return _words_of(hint)  # type: ignore[arg-type]  # a class of the model
    words, entries = name.replace("_", " "), get_args(hint)
    if get_origin(hint) is not tuple:
        return words
    return [words] * (12 if entries[-1] is Ellipsis else len(entries))


def over(base: Path, layer: Path) -> Folders:
    """A folder laid over the base."""
    return Folders((base, layer))


def write(folder: Path, path: str, text: str) -> Path:
    """Write a file of a library."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
