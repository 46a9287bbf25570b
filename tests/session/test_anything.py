"""Whatever a visitor does, in whatever order: Home is one touch away, and nothing stays of the last visitor."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.session import routes
from kiosk.session.routes import Attract, Dialog, Home, Route
from kiosk.session.visit import (
    MAX_QUESTIONS,
    TEXT_SIZES,
    THEMES,
    Ask,
    Back,
    Change,
    Drop,
    GoHome,
    Leave,
    Picked,
    Read,
    Reader,
    Stay,
    Visit,
)
from tests.asked import ON_PRP, ON_STEM_CELLS
from tests.session.conftest import USUAL, Desk

FRESH = Visit(reader=USUAL)
PAGES = st.sampled_from(["therapies/prp", "therapies/exosomes", "topics/scans", "no/such/page"])
SMALL = st.integers(0, 5)
READINGS = st.builds(routes.Reading, PAGES, SMALL, SMALL, SMALL)
COMPARISONS = st.builds(routes.Compare, PAGES, st.lists(PAGES, max_size=4).map(tuple))
ROUTES: st.SearchStrategy[Route] = st.one_of(
    st.just(Home()),
    st.builds(Attract, SMALL),
    st.builds(routes.Understand, st.sampled_from(["spine", "basics", "causes", "care"])),
    st.builds(routes.Treatments, st.sampled_from(["regenerative", "usual-care"]), SMALL),
    READINGS,
    COMPARISONS,
    st.builds(routes.Tips, position=SMALL, playing=st.booleans()),
    st.builds(routes.Help, SMALL),
    st.just(routes.Questions()),
    st.just(routes.Easier()),
    st.just(routes.Finish()),
    st.builds(routes.Explain, st.lists(st.text(max_size=5), max_size=3).map(tuple)),
    st.builds(routes.Box, PAGES, st.just("cost")),
    st.builds(routes.Columns, COMPARISONS, st.just(())),
    st.builds(routes.Contents, READINGS),
)
READERS = st.builds(
    Reader,
    language=st.sampled_from(["en", "es"]),
    text_size=st.sampled_from(TEXT_SIZES),
    theme=st.sampled_from(THEMES),
    less_motion=st.booleans(),
    large_buttons=st.booleans(),
    reach=st.booleans(),
)
WORDS = st.sampled_from([f"Question {number}?" for number in range(MAX_QUESTIONS // 2 + 4)])
QUESTIONS = st.builds(Picked, WORDS, st.sampled_from([ON_PRP, ON_STEM_CELLS]))


class AnyVisit(RuleBasedStateMachine):
    """Wishes and the passing of time in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.session = self.desk.session

    @rule(route=ROUTES)
    def goes(self, route: Route) -> None:
        self.desk.goes(route)

    @rule(route=ROUTES)
    def chooses_anew(self, route: Route) -> None:
        self.session.take(Change(route))

    @rule()
    def goes_back(self) -> None:
        before = self.session.visit.routes
        self.session.take(Back())
        assert len(self.session.visit.routes) < len(before) or self.session.visit.routes == (Home(),)

    @rule(question=QUESTIONS)
    def asks(self, question: Picked) -> None:
        self.session.take(Ask(question))

    @rule(question=QUESTIONS)
    def drops(self, question: Picked) -> None:
        others = [picked for picked in self.session.visit.questions if picked != question]
        self.session.take(Drop(question))
        assert list(self.session.visit.questions) == others

    @rule(reader=READERS)
    def reads_otherwise(self, reader: Reader) -> None:
        self.session.take(Read(reader))

    @rule()
    def stays(self) -> None:
        before = self.session.visit
        self.session.take(Stay())
        assert self.session.visit.routes == before.routes

    @rule(words=st.integers(0, 3000))
    def reads(self, words: int) -> None:
        self.session.shows(words)

    @rule(seconds=st.floats(-10, 400, allow_nan=False))
    def time_passes(self, seconds: float) -> None:
        self.desk.clock.passes(seconds)
        self.session.tick()

    @rule()
    def leaves(self) -> None:
        self.session.take(Leave())
        assert self.session.visit == FRESH

    @rule()
    def nobody_comes_back(self) -> None:
        self.desk.clock.passes(1300)
        self.session.tick()
        visit = self.session.visit
        assert isinstance(visit.screen, Attract)
        assert (visit.reader, visit.questions, visit.seconds_left) == (USUAL, (), None)

    @rule()
    def goes_home(self) -> None:
        self.session.take(GoHome())
        assert self.session.visit.routes == (Home(),)

    @invariant()
    def there_is_always_a_screen_to_show(self) -> None:
        visit = self.session.visit
        assert not isinstance(visit.screen, Dialog)
        assert visit.routes

    @invariant()
    def the_list_is_never_longer_than_a_talk(self) -> None:
        questions = [(picked.words, picked.origin.page) for picked in self.session.visit.questions]
        assert len(questions) == len(set(questions)) <= MAX_QUESTIONS


TestAnyVisit = AnyVisit.TestCase
TestAnyVisit.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
