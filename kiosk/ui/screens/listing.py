"""Screens that list pages as cards: treatments, and topics about back pain."""

from dataclasses import replace

from PySide6.QtCore import QSize

from kiosk.content.library import Card
from kiosk.content.model.pages import Place
from kiosk.pages.opening import route_to
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.ui.area import Area
from kiosk.ui.pieces.cards import Choice, look_of, place_cards
from kiosk.ui.pieces.contents import treatment_tabs, understand_tabs
from kiosk.ui.pieces.head import place_head
from kiosk.ui.pieces.spine import place_spine
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.text import TextStyle


class ListingScreen(Screen):
    """A title, tabs, and cards a screenful at a time."""

    def list_cards(self, area: Area, cards: tuple[Card, ...], route: routes.Treatments | routes.Understand) -> None:
        """Lay out one screenful, and the way to the others."""
        pages = self.scene.pages
        choices = [
            Choice(look_of(card, self.section), opens)
            for card in cards
            if (opens := route_to(pages, card.id)) is not None
        ]
        place_cards(self, area, choices, route.part, lambda part: replace(route, part=part))


class TreatmentsScreen(ListingScreen):
    """Regenerative treatments, and usual care at the same depth."""

    section = "treatments"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the cards of the route's group."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Treatments)
        area = self.page_area()
        words = self.words.treatment
        current = 0 if route.group == "regenerative" else 1
        place_head(self, area, words.title, words.short, treatment_tabs(scene), current, routes.Contents(route))
        cards = tuple(card for card in scene.pages.cards("treatment") if card.group == route.group)
        self.list_cards(area, cards, route)


class UnderstandScreen(ListingScreen):
    """The spine to touch, and topics about back pain."""

    section = "understand"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the spine, or the cards of the route's tab."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Understand)
        area = self.page_area()
        spine = scene.pages.own.spine
        on_spine = route.tab == "spine"
        tabs = understand_tabs(scene)
        current = next(index for index, tab in enumerate(tabs) if tab.route == routes.Understand(route.tab))
        words = self.words.understand
        short = spine.short if on_spine else words.short
        place = next((place for place in spine.places if on_spine and place.id == route.place), None)
        named = place is not None and self.theme.measure.tight
        title, short = (place.name, place.short) if place is not None and named else (words.title, short)
        place_head(self, area, title, short, tabs, current, routes.Contents(route))
        if not on_spine:
            groups = ("care", "about") if route.tab == "care" else (route.tab,)
            cards = tuple(card for card in scene.pages.cards("topic") if card.group in groups)
            self.list_cards(area, cards, route)
        elif place is not None:
            self._place(area, route, place, named=named)
        else:
            place_spine(self, area, spine)

    def _place(self, area: Area, route: routes.Understand, place: Place, *, named: bool) -> None:
        """What can hurt at one place; named: the head of the screen says already which."""
        if not named:
            heading = self.text(area.rect, place.name, TextStyle(Size.HEADING, 800, line_height=1.2))
            area.top(heading.height(), self.theme.mm(2))
            line = self.text(area.rect, place.short, TextStyle(Size.BODY, 400, self.theme.palette.ink_soft))
            area.top(line.height(), self.theme.mm(6))
        cards = tuple(card for card in self.scene.pages.cards("topic") if place.id in card.places)
        if cards:
            self.list_cards(area, cards, route)
        else:
            self.text(area.rect, self.words.understand.nothing_here)
