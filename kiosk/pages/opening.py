"""Which place shows a page, and which page a place shows."""

from typing import TYPE_CHECKING

from kiosk.content.library import Card, Pages
from kiosk.session import routes
from kiosk.session.routes import Route

if TYPE_CHECKING:  # the first screen can do without
    from kiosk.content.model.pages import WarningLevel


def route_to(pages: Pages, page_id: str) -> Route | None:
    """The place where a page is shown, or None when there is no such page."""
    if page_id == "home":
        return routes.Home()
    card = pages.card(page_id)
    if card is None:
        return None
    if card.kind == "comparison":
        return routes.Compare(page_id)
    if card.kind == "tip":
        return routes.Tips(position=[tip.id for tip in tips_of(pages)].index(page_id))
    return routes.Reading(page_id)


def page_of(route: Route, pages: Pages) -> str:
    """The page that a place shows, by its name in the library; empty for a place that shows none."""
    match route:
        case routes.Reading(page) | routes.Compare(page):
            return page
        case routes.Tips(kind, position):
            tips = tips_of(pages, kind)
            return tips[min(position, len(tips) - 1)].id if tips else ""
        case _:
            return ""


def tips_of(pages: Pages, kind: str = "") -> tuple[Card, ...]:
    """The cards of the tips of a kind, or of all, in the order in which they are leafed through."""
    return tuple(card for card in pages.cards("tip") if kind in ("", card.group))


def levels_of(pages: Pages) -> "tuple[WarningLevel, ...]":
    """The warning signs in their four levels, the most urgent first, as a place numbers them."""
    signs = pages.own.warning_signs
    return signs.emergency, signs.same_day, signs.within_days, signs.routine
