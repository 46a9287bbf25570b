"""The colours of each contrast theme.

Every text colour stands at 7:1 or more on the grounds it is used on (body text 10:1, high contrast 15:1); every
edge and sign at 3:1 or more. tests/ui measures it.
"""

from typing import Final, Literal, get_args

from kiosk.values import value_class

Section = Literal["understand", "treatments", "compare", "tips", "questions", "help", "clinic"]
SECTIONS: Final[tuple[Section, ...]] = get_args(Section)
"""The last one is no part of the kiosk but the clinic itself, which may have a colour of its own."""


@value_class
class Tones:
    """The colours of a section."""

    fill: str
    """The ground of its filled buttons and cards."""
    on_fill: str
    """Text on the fill."""
    tint: str
    """Its pale ground."""
    on_tint: str
    """Text on the tint, the card or the paper."""
    sign: str
    """Icons, dots and lines of a chart."""


@value_class
class Palette:
    """All colours of one theme."""

    paper: str
    card: str
    quiet: str
    """A ground between paper and card."""
    ink: str
    ink_soft: str
    edge: str
    """The edge of what can be touched."""
    hairline: str
    """Between rows; carries no meaning."""
    focus: str
    focus_gap: str
    shadow: float
    """How dark shadows are, 0 for none."""
    lit: str
    """Behind the words that are read aloud."""
    on_lit: str
    tones: dict[Section, Tones]


def _same(fill: str, on_fill: str, tint: str, text: str) -> dict[Section, Tones]:
    """High contrast has no section colours: shape and words tell."""
    return {section: Tones(fill, on_fill, tint, text, text) for section in SECTIONS}


_LIGHT = Palette(
    paper="#FBF7F0",
    card="#FFFFFF",
    quiet="#F6F0E6",
    ink="#16302F",
    ink_soft="#395250",
    edge="#8C8577",
    hairline="#E4DCCF",
    focus="#16302F",
    focus_gap="#FFFFFF",
    shadow=0.1,
    lit="#16302F",
    on_lit="#FFFFFF",
    tones={
        "understand": Tones("#0A635E", "#FFFFFF", "#DDF0EC", "#084F4B", "#0B6E69"),
        "treatments": Tones("#1B5596", "#FFFFFF", "#DEEAF8", "#174679", "#1F5FA8"),
        "compare": Tones("#854404", "#FFFFFF", "#FCEBD3", "#6F3802", "#A45708"),
        "tips": Tones("#326317", "#FFFFFF", "#E4F1D9", "#285011", "#3E7A1E"),
        "questions": Tones("#633A95", "#FFFFFF", "#ECE3F7", "#532F80", "#6B3FA0"),
        "help": Tones("#A3211A", "#FFFFFF", "#FBE3E0", "#7F1712", "#B3261E"),
        "clinic": Tones("#0A635E", "#FFFFFF", "#DDF0EC", "#084F4B", "#0B6E69"),
    },
)

_DARK = Palette(
    paper="#10191A",
    card="#1A2627",
    quiet="#152021",
    ink="#F4EFE6",
    ink_soft="#D2CCC0",
    edge="#9AA5A2",
    hairline="#35454A",
    focus="#FFFFFF",
    focus_gap="#10191A",
    shadow=0.0,
    lit="#F4EFE6",
    on_lit="#10191A",
    tones={
        "understand": Tones("#8FD8CE", "#062523", "#173A38", "#B9EBE4", "#8FD8CE"),
        "treatments": Tones("#A9CBF5", "#0B1D33", "#1B324C", "#CBE0FB", "#A9CBF5"),
        "compare": Tones("#F3C27C", "#2B1700", "#3F2D14", "#F9DDB2", "#F3C27C"),
        "tips": Tones("#B3DB97", "#12230A", "#253A19", "#D2ECC0", "#B3DB97"),
        "questions": Tones("#D3BCF3", "#21103A", "#352651", "#E6D8FA", "#D3BCF3"),
        "help": Tones("#F7B3AB", "#35070A", "#4A1F1E", "#FBD2CD", "#F7B3AB"),
        "clinic": Tones("#8FD8CE", "#062523", "#173A38", "#B9EBE4", "#8FD8CE"),
    },
)

_CONTRAST_LIGHT = Palette(
    paper="#FFFFFF",
    card="#FFFFFF",
    quiet="#FFFFFF",
    ink="#000000",
    ink_soft="#000000",
    edge="#000000",
    hairline="#000000",
    focus="#000000",
    focus_gap="#FFFFFF",
    shadow=0.0,
    lit="#000000",
    on_lit="#FFFFFF",
    tones=_same("#000000", "#FFFFFF", "#FFFFFF", "#000000"),
)

_CONTRAST_DARK = Palette(
    paper="#000000",
    card="#000000",
    quiet="#000000",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    edge="#FFFFFF",
    hairline="#FFFFFF",
    focus="#FFFFFF",
    focus_gap="#000000",
    shadow=0.0,
    lit="#FFFFFF",
    on_lit="#000000",
    tones=_same("#FFFFFF", "#000000", "#000000", "#FFFFFF"),
)

_YELLOW = Palette(
    paper="#000000",
    card="#000000",
    quiet="#000000",
    ink="#FFE94A",
    ink_soft="#FFE94A",
    edge="#FFE94A",
    hairline="#FFE94A",
    focus="#FFE94A",
    focus_gap="#000000",
    shadow=0.0,
    lit="#FFE94A",
    on_lit="#000000",
    tones=_same("#FFE94A", "#000000", "#000000", "#FFE94A"),
)

PALETTES: Final = {
    "light": _LIGHT,
    "dark": _DARK,
    "contrast-light": _CONTRAST_LIGHT,
    "contrast-dark": _CONTRAST_DARK,
    "yellow": _YELLOW,
}
