"""The one place where a visit changes."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final

from kiosk.session.idle import Idle
from kiosk.session.routes import Attract, Dialog, Home, Listen, Route
from kiosk.session.visit import (
    MAX_QUESTIONS,
    Ask,
    Back,
    Change,
    DrawCurtain,
    Drop,
    Go,
    GoHome,
    Hear,
    Hush,
    Leave,
    Move,
    Read,
    ReadAloud,
    Reader,
    Turn,
    Visit,
    Wish,
)

LONGEST_WAY: Final = 200
"""Steps the way back remembers; a visitor who went further comes out at the first page."""


class Session:
    """Holds the present visit, takes wishes and the passing of time, and tells what changed."""

    def __init__(self, usual: Reader, clock: Callable[[], float], changed: Callable[[Turn], None]) -> None:
        """Begin with nobody there.

        usual: how everybody reads at first; clock: seconds that never go back; changed: told each Turn.
        """
        self._usual = usual
        self._clock = clock
        self._changed = changed
        self._idle = Idle(clock())
        self.visit = Visit(reader=usual)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is there: the loop runs, and nothing of a visitor is left."""
        return isinstance(self.visit.screen, Attract) and self.visit == Visit(
            reader=self._usual, routes=self.visit.routes
        )

    def take(self, wish: Wish) -> None:
        """Do what the visitor wishes, as far as it makes sense now."""
        if not _moves_by_itself(wish):
            self.noticed()
        after, move = self._after(wish)
        self._set(after, move)

    def foresee(self, wish: Wish) -> Turn:
        """What a wish would change, without doing it."""
        after, move = self._after(wish)
        return Turn(self.visit, replace(after, seconds_left=None), move)

    def renew(self, usual: Reader, languages: Collection[str], remains: Callable[[Route, str], bool]) -> None:
        """The library has changed: go on in it. Nobody is told; whoever calls shows the visit anew.

        usual: how everybody reads from now on; languages: those that there are; remains: whether a place is still
        there in a language. A visitor who stands where nothing is left stands at the five doors.
        """
        visit, was_usual = self.visit, self._usual
        self._usual = usual
        reader = usual if visit.reader == was_usual else visit.reader
        if reader.language not in languages:
            reader = replace(reader, language=usual.language)
        routes = tuple(route for route in visit.routes if remains(route, reader.language))
        kept = routes if routes and routes[-1] == visit.routes[-1] else (Home(),)
        self.visit = replace(visit, routes=kept, reader=reader)

    def noticed(self) -> None:
        """Somebody is there: a touch, a key, speech or a playing animation."""
        self._idle.noticed(self._clock())
        if self.visit.seconds_left is not None:
            self._set(replace(self.visit, seconds_left=None))

    def unplugged(self) -> None:
        """Headphones are out: nothing is read aloud any more, and who does not soon touch something is asked."""
        self._idle.doubted(self._clock())
        visit = _listening(self.visit, Hush()) if self.visit.hearing.on else self.visit
        self._set(replace(visit, hearing=replace(visit.hearing, curtain=False)))

    def shows(self, words: int) -> None:
        """So many words are on the screen now; the idle limit goes by them."""
        self._idle.shows(words)

    def tick(self, *, by_keys: bool = False) -> None:
        """Time has passed: warn, count down, or end the visit. Called every second or so.

        by_keys: the visitor is led by keys, which takes as long as listening.
        Nobody is asked on the loop: what was chosen there, such as a language, is wiped without a warning.
        """
        if self.is_empty:
            return
        on_loop = isinstance(self.visit.screen, Attract)
        listens = self.visit.hearing.on or by_keys
        left = self._idle.seconds_left(self._clock(), self.visit.reader, listens=listens)
        if left is not None and (left <= 0 or on_loop):
            self._leave()
        elif left != self.visit.seconds_left:
            self._set(replace(self.visit, seconds_left=left))

    def _after(self, wish: Wish) -> tuple[Visit, Move]:  # noqa: PLR0911 - one line for each wish
        visit = self.visit
        match wish:
            case Go(route):
                return replace(visit, routes=_onward(visit.routes, route)), "forward"
            case Change(route):
                return replace(visit, routes=_changed(visit.routes, route)), "stay"
            case Back():
                return replace(visit, routes=visit.routes[:-1] if len(visit.routes) > 1 else (Home(),)), "back"
            case GoHome():
                return replace(visit, routes=(Home(),)), "back"
            case Ask(question) if question not in visit.questions and len(visit.questions) < MAX_QUESTIONS:
                return replace(visit, questions=(*visit.questions, question)), "stay"
            case Drop(question):
                left = tuple(picked for picked in visit.questions if picked != question)
                return replace(visit, questions=left), "stay"
            case ReadAloud() | Hear() | Hush() | DrawCurtain():
                return _listening(visit, wish), "stay"
            case Read(reader):
                return replace(visit, reader=reader), "stay"
            case Leave():
                return Visit(reader=self._usual), "back"
            case _:
                return visit, "stay"

    def _leave(self) -> None:
        self._set(Visit(reader=self._usual), "back")

    def _set(self, after: Visit, move: Move = "stay") -> None:
        before, self.visit = self.visit, after
        if after != before:
            self._changed(Turn(before, after, move))


def _listening(visit: Visit, wish: ReadAloud | Hear | Hush | DrawCurtain) -> Visit:
    """The visit with what is wished about listening; its dialog closes unless only pace or loudness change."""
    if isinstance(wish, Hear):
        return replace(visit, hearing=wish.hearing)
    if isinstance(wish, DrawCurtain):
        hearing = replace(visit.hearing, curtain=wish.drawn)
    else:
        hearing = replace(visit.hearing, on=isinstance(wish, ReadAloud))
    return replace(visit, routes=_without_listen(visit.routes), hearing=hearing)


def _without_listen(routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """The way with its last dialog closed if that is the one about listening."""
    return routes[:-1] if isinstance(routes[-1], Listen) and len(routes) > 1 else routes


def _moves_by_itself(wish: Wish) -> bool:
    """Whether the wish is the loop's own: it goes on with nobody there."""
    return isinstance(wish, Change) and isinstance(wish.route, Attract)


def _changed(routes: tuple[Route, ...], route: Route) -> tuple[Route, ...]:
    """The way with the present screen or a dialog over it chosen anew; any other place stays as it is."""
    for at in range(len(routes) - 1, -1, -1):
        if type(routes[at]) is type(route):
            return (*routes[:at], route, *routes[at + 1 :])
        if not isinstance(routes[at], Dialog):
            break
    return routes


def _onward(routes: tuple[Route, ...], route: Route) -> tuple[Route, ...]:
    """The way with one more step: a dialog lies over its screen, a screen closes the dialog before it."""
    if route == routes[-1]:
        return routes
    if isinstance(routes[0], Attract):
        return (route,) if isinstance(route, Home) else (Home(), route)
    if not isinstance(route, Dialog):
        routes = tuple(step for step in routes if not isinstance(step, Dialog))
        if routes[-1] == route:
            return routes
    if len(routes) >= LONGEST_WAY:
        routes = (routes[0], *routes[2:])
    return (*routes, route)
