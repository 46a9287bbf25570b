"""What a list shows of a page, made once when the library is checked."""

from kiosk.content.library import Card, Page
from kiosk.content.model.pages import Comparison, Topic
from kiosk.content.model.treatment import Treatment


def card_of(page_id: str, page: Page) -> Card:
    """What a list shows of a page."""
    if isinstance(page, Treatment):
        return Card(
            page_id, "treatment", page.title, page.name, page.short, page.group, page.icon, page.order,
            page.picture, page.status.badge,
        )  # fmt: skip
    if isinstance(page, Topic):
        return Card(
            page_id, "topic", page.title, page.title, page.short, page.group, page.icon, page.order,
            page.picture, "", page.places,
        )  # fmt: skip
    if isinstance(page, Comparison):
        return Card(page_id, "comparison", page.title, page.title, page.short, "", page.icon, page.order)
    return Card(page_id, "tip", page.title, page.title, page.try_today, page.kind, "", page.order, page.picture)
