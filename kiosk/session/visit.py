"""A visit as one frozen value, and what a visitor can wish for."""

from typing import Final, Literal, get_args

from kiosk.session.routes import Attract, Dialog, Route
from kiosk.speech.hearing import USUAL_LOUDNESS, USUAL_PACE
from kiosk.values import value_class

TEXT_SIZES: Final = (100, 125, 150, 200)
"""Per cent; accessibility requirement A11Y-24."""
LARGE_TEXT: Final = 150
"""Per cent; from here on readers get more time and nothing slides. kiosk.ui.theme.measure has the same for layouts: the
resting screen needs those, and must know nothing of visits."""
ThemeName = Literal["light", "dark", "contrast-light", "contrast-dark", "yellow"]
THEMES: Final[tuple[ThemeName, ...]] = get_args(ThemeName)
MAX_QUESTIONS: Final = 12
"""More than a conversation holds."""


@value_class(kw_only=True)
class Reader:
    """How the visitor reads."""

    language: str
    text_size: int = 100
    theme: ThemeName = "light"
    less_motion: bool = False
    large_buttons: bool = False
    reach: bool = False

    @property
    def needs_time(self) -> bool:
        """Whether limits are doubled: accessibility requirement A11Y-68."""
        return self.text_size >= LARGE_TEXT or self.reach

    @property
    def still(self) -> bool:
        """Whether nothing slides: asked for, or because letters are large (A11Y-41)."""
        return self.less_motion or self.text_size >= LARGE_TEXT


@value_class(kw_only=True)
class Hearing:
    """How the visitor listens."""

    on: bool = False
    """Whether pages are read aloud as the visitor comes to them."""
    pace: int = USUAL_PACE
    loudness: int = USUAL_LOUDNESS
    curtain: bool = False
    """Whether nothing is to be seen meanwhile."""


@value_class
class Origin:
    """The page a question was asked on."""

    page: str
    """Its name in the library."""
    title: str
    """As it was told with the question; by now the visitor may read another language, or the page be gone."""


@value_class
class Picked:
    """A question on the visitor's list; the same words asked on another page are another question."""

    words: str
    origin: Origin


@value_class(kw_only=True)
class Visit:
    """Where the visitor is and everything that is wiped at the end."""

    routes: tuple[Route, ...] = (Attract(),)
    reader: Reader
    hearing: Hearing = Hearing()
    questions: tuple[Picked, ...] = ()
    seconds_left: int | None = None
    """Set while the kiosk asks whether somebody is still there."""

    @property
    def route(self) -> Route:
        """The place on top: a screen, or a dialog over one."""
        return self.routes[-1]

    @property
    def screen(self) -> Route:
        """The screen, also while a dialog lies over it."""
        return next(route for route in reversed(self.routes) if not isinstance(route, Dialog))

    @property
    def dialog(self) -> Dialog | None:
        """The dialog over the screen, if there is one."""
        return self.route if isinstance(self.route, Dialog) else None


@value_class
class Wish:
    """Something the visitor has asked for by touching it."""


@value_class
class Go(Wish):
    """Go to a place; the way back remembers this one."""

    route: Route


@value_class
class Change(Wish):
    """Stay here with something chosen anew: the way back does not grow by it."""

    route: Route


@value_class
class Back(Wish):
    """One step back; closes a dialog."""


@value_class
class GoHome(Wish):
    """To the five doors."""


@value_class
class Ask(Wish):
    """Put a question on the list."""

    question: Picked


@value_class
class Drop(Wish):
    """Take a question off the list."""

    question: Picked


@value_class
class PrintList(Wish):
    """Put the list of questions on paper."""


@value_class
class ReadAloud(Wish):
    """Read this page aloud from now on, and the next ones: from its beginning, or from where it was interrupted."""

    anew: bool = True


@value_class
class Hear(Wish):
    """Be read to faster, slower, louder, softer."""

    hearing: Hearing


@value_class
class DrawCurtain(Wish):
    """Let nothing be seen of what is heard, or let it be seen again."""

    drawn: bool


@value_class
class Hush(Wish):
    """Read nothing aloud any more."""


@value_class
class Read(Wish):
    """Read in another way from now on."""

    reader: Reader


@value_class
class Leave(Wish):
    """End the visit and wipe it."""


@value_class
class Stay(Wish):
    """Somebody is still there."""


@value_class
class Announce(Wish):
    """Be told what has changed by itself, in something that was begun: somebody is still there."""

    words: str
    rings: bool = False
    """Whether it is over: a soft tone is heard."""


Move = Literal["forward", "back", "stay"]


@value_class
class Turn:
    """What one step of the session changed."""

    before: Visit
    after: Visit
    move: Move
    """Which way it leads, for the slide from screen to screen."""
