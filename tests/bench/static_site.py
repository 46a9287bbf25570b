"""The words and pictures of the content as one plain web page: what the same clinic would show in a browser."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "content" / "en"
PICTURES = ROOT / "content" / "pictures"
FONT = ROOT / "assets" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"

NEXT_FROM_RIGHT, NEXT_FROM_BOTTOM = 160, 60
"""Where the middle of the link to the next page stands on every page, in pixels from the corner."""

STYLE = f"""
@font-face {{ font-family: kiosk; src: url({FONT.as_uri()}) }}
body {{ margin: 0; background: #FBF7F0; color: #16302F; font: 32px/1.4 kiosk; overflow: hidden }}
section {{ display: none; height: 920px; padding: 40px; columns: 3; overflow: auto }}
section:target, body:not(:has(:target)) section:first-of-type {{ display: block }}
h1 {{ font-size: 64px; line-height: 1.2; margin: 0 }}
img {{ width: 480px }}
a {{ position: fixed; bottom: {NEXT_FROM_BOTTOM - 40}px; right: {NEXT_FROM_RIGHT - 120}px; width: 240px; height: 80px;
     border-radius: 40px; background: #0B6E69; color: #FFF; text-align: center; line-height: 80px;
     text-decoration: none }}
"""


def write_site(target: Path) -> None:
    """Write the page into a file: a section for each page of the kiosk, Home first."""
    files = sorted(WORDS.rglob("*.yaml"), key=lambda path: (path.name != "home.yaml", path))
    sections = [_section(number, path, (number + 1) % len(files)) for number, path in enumerate(files)]
    page = (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>{STYLE}</style><body>{"".join(sections)}</html>'
    )
    target.write_text(page, encoding="utf-8")


def _section(number: int, path: Path, following: int) -> str:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts = "".join(_as_html(text) for text in _texts(content))
    return f'<section id="p{number}"><h1>{escape(path.stem)}</h1>{parts}<a href="#p{following}">Next</a></section>'


def _as_html(text: str) -> str:
    picture = PICTURES / text
    if text.endswith(".svg") and picture.is_file():
        return f'<img src="{picture.as_uri()}" alt="">'
    return f"<p>{escape(text)}</p>"


def _texts(value: object) -> Iterator[str]:
    """What is to be read or seen, not the names and numbers between."""
    if isinstance(value, str):
        if " " in value or value.endswith(".svg"):
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
