"""Which places are still there after the library has changed."""

from kiosk.content.library import Pages
from kiosk.pages.opening import tips_of
from kiosk.session import routes
from kiosk.session.routes import Route


def remains(route: Route, pages: Pages) -> bool:
    """Whether the page that a place shows is still there; places that show none always are."""
    match route:
        case routes.Contents(inner) | routes.Columns(inner):
            return remains(inner, pages)
        case routes.Tips(kind):
            return bool(tips_of(pages, kind))
        case _:
            page = getattr(route, "page", "") or getattr(route, "treatment", "")
            return not page or pages.card(page) is not None


def is_elsewhere(before: Route, after: Route) -> bool:
    """Whether a visitor who goes from one place to the other has done with what was read there."""
    if isinstance(before, routes.Reading) and isinstance(after, routes.Reading):
        return before.page != after.page
    return type(before) is not type(after)
