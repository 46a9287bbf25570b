"""The names of the icons that pages may use: those of QtAwesome's Font Awesome 6 solid font."""

import json
from importlib.util import find_spec
from pathlib import Path


def icon_files() -> tuple[Path, Path]:
    """The font and its table of names, found without importing the package.

    Raises FileNotFoundError when QtAwesome is not installed.
    """
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("QtAwesome is not installed.")
    fonts = Path(spec.submodule_search_locations[0], "fonts")
    font = next(fonts.glob("fontawesome6-solid-webfont-[0-9]*.ttf"))
    return font, next(fonts.glob("fontawesome6-solid-webfont-charmap-*.json"))


def icon_names() -> frozenset[str]:
    """Every name that an icon may have."""
    return frozenset(json.loads(icon_files()[1].read_bytes()))
