"""Every place of the kiosk: which ways lead to the screens of a page, and through all their parts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QSize

from kiosk.content.library import Pages
from kiosk.content.model.pages import Topic
from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import chapters_of, places_of
from kiosk.paths import content_folder
from kiosk.session import routes
from kiosk.session.routes import Home, Route
from kiosk.session.visit import Reader
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor, buttons_of

MOST_PARTS: Final = 60
SHAPES: Final = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "tablet": QSize(1280, 800)}
COMPARISON: Final = "comparisons/prp-prolotherapy-exosomes"
PRP: Final = routes.Reading("therapies/prp")


@dataclass(frozen=True, slots=True)
class Look:
    """How a visitor reads, on a screen of a shape."""

    shape: str = "landscape"
    text_size: int = 100
    large_buttons: bool = False
    reach: bool = False
    language: str = "en"
    """English, the library's Spanish, or one that tests/languages.py makes of English."""

    def __str__(self) -> str:
        chosen = {"large-buttons": self.large_buttons, "reach": self.reach, self.language: self.language != "en"}
        return "-".join([str(self.text_size), self.shape, *(name for name, is_so in chosen.items() if is_so)])

    @property
    def reader(self) -> Reader:
        return Reader(
            language=self.language, text_size=self.text_size, large_buttons=self.large_buttons, reach=self.reach
        )


LOOKS: Final = tuple(Look(shape, size) for size in (100, 125, 150, 200) for shape in ("landscape", "portrait"))
IN_SPANISH: Final = tuple(
    Look(shape, size, language="es") for size in (100, 200) for shape in ("landscape", "portrait")
)
"""A translation as it is: its words are longer here and shorter there."""
PAGE_BY_PAGE: Final = (Look(), Look("portrait", 200), Look(language="es"))
"""Here each page of the library is looked at, and not a sample alone."""
SCREENS: Final[dict[str, tuple[Route, ...]]] = {
    "attract": (),
    "home": (Home(),),
    "understand": (routes.Understand(),),
    "understand-place": (routes.Understand("spine", "disc"),),
    "understand-causes": (routes.Understand("causes"),),
    "treatments": (routes.Treatments(),),
    "treatments-usual-care": (routes.Treatments("usual-care"),),
    "help": (routes.Help(),),
    "help-today": (routes.Help(1),),
    "help-within-days": (routes.Help(2),),
    "help-next-visit": (routes.Help(3),),
    "questions": (routes.Questions(),),
    "az": (routes.Az(),),
    "az-letter": (routes.Az("P"),),
    "dialog-take-along": (routes.Questions(), routes.TakeAlong()),
    "dialog-paper-printed": (routes.Questions(), routes.Paper("printed")),
    "dialog-paper-jam": (routes.Questions(), routes.Paper("jam")),
    "dialog-look-back": (PRP, routes.LookBack("therapies/prp", 0)),
    "dialog-look-back-answer": (PRP, routes.LookBack("therapies/prp", 0, "answer")),
    "dialog-look-back-other": (PRP, routes.LookBack("therapies/prp", 1, "other")),
    "compare-matters": (routes.Compare(COMPARISON, matters=(0,)),),
    "compare-two": (routes.Compare(COMPARISON, ("therapies/prp", "therapies/exercise")),),
    "tips-of-a-kind": (routes.Tips("sleep"),),
    "tips-playing": (routes.Tips(playing=True),),
    "dialog-easier": (Home(), routes.Easier()),
    "dialog-listen": (Home(), routes.Listen()),
    "dialog-listen-in-headphones": (Home(), routes.Listen(in_headphones=True)),
    "dialog-languages": (Home(), routes.Languages()),
    "dialog-finish": (Home(), routes.Finish()),
    "dialog-explain": (PRP, routes.Explain(("PRP", "platelets"))),
    "dialog-contents": (PRP, routes.Contents(PRP)),
    "dialog-contents-help": (routes.Help(), routes.Contents(routes.Help())),
    "dialog-provenance": (PRP, routes.Provenance("therapies/prp")),
    "dialog-box": (routes.Compare(COMPARISON), routes.Box("therapies/prp", "helps_pain")),
    "dialog-columns": (routes.Compare(COMPARISON), routes.Columns(routes.Compare(COMPARISON), ())),
    "dialog-tip-kinds": (routes.Tips(), routes.TipKinds()),
    "dialog-breathe": (routes.Tips(), routes.Activity("tips/breathe")),
    "dialog-move": (routes.Tips(), routes.Activity("tips/move-a-minute")),
    "dialog-timer": (routes.Tips(), routes.Activity("tips/change-timer")),
    "dialog-still-there": (Home(),),
    "apology": (routes.Reading("therapies/no-such-treatment"),),
}
"""Each kind of screen and dialog, and the way to it."""


def _pages_in(folder: str) -> list[str]:
    return [f"{folder}/{file.stem}" for file in sorted((content_folder() / "en" / folder).glob("*.yaml"))]


PAGES: Final = [name for folder in ("therapies", "topics", "comparisons", "tips") for name in _pages_in(folder)]
"""Each page of the bundled library."""
SAMPLE: Final = [
    *(name for name in SCREENS if name != "apology"),
    "therapies/prp",
    "therapies/exosomes",
    "topics/disc-wear",
    COMPARISON,
    "tips/walk",
    "tips/breathe",
]
"""Each kind of screen, and a page or two of each kind."""


def ways_of(name: str, pages: Pages) -> Iterator[tuple[Route, ...]]:
    """The ways to all screens of this name, first parts only."""
    if name in SCREENS:
        yield SCREENS[name]
        return
    page = pages.page(name)
    if isinstance(page, (Treatment, Topic)):
        for place in places_of(chapters_of(page, pages.own.words.treatment), name):
            yield (place,)
    elif name.startswith("tips/"):
        yield (routes.Tips(position=[card.id for card in pages.cards("tip")].index(name)),)
    else:
        yield (routes.Compare(name),)


def goes_through(visitor: Visitor, name: str) -> Iterator[str]:
    """Stand at every screen of this name and every part of it, one after the other; tells where.

    Raises LookupError where a screen says for ever that it goes on.
    """
    for way in ways_of(name, visitor.app.scene().pages):
        there: tuple[Route, ...] | None = way
        for _ in range(MOST_PARTS):
            if there is None:
                break
            visitor.stands_at(*there)
            if name == "dialog-still-there":
                visitor.is_asked(27)
            visitor.holds_still()
            following = next_part(there) if has_more(visitor) else None
            yield f"{name} {there[-1]}" if there else name
            there = following
        else:
            raise LookupError(f"{name} says for ever that it goes on.")


def has_more(visitor: Visitor) -> bool:
    """Whether the screen says that it goes on."""
    more = visitor.app.scene().words.page.more
    return any(button.text() == more for button in buttons_of(visitor.top))


def next_part(way: tuple[Route, ...]) -> tuple[Route, ...] | None:
    """The way to the part that would come next; None where a place has no parts."""
    last: Any = way[-1] if way else None
    return (*way[:-1], replace(last, part=last.part + 1)) if hasattr(last, "part") else None
