"""The tab Editions: what patients saw when, and the way back."""

from kiosk.content.editions.changes import changes
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import edition_state, roll_back
from kiosk.staff.acts import Look, RollBack
from kiosk.staff.content import HOW, change_rows, problem_rows
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.place import Place, moment


def editions(place: Place) -> Page:
    """All that are kept, the newest first."""
    words, current = place.words, place.store.current()
    rows = tuple(
        Row(
            words("now") if current and edition.number == current.number else words("edition", number=edition.number),
            f"{edition.who}: {edition.summary}",
            f"{edition.number} · {moment(edition.date)}",
            "good" if current and edition.number == current.number else "plain",
            Choice(words("look"), Look(edition.number), "magnifying-glass"),
        )
        for edition in place.store.editions()
    )
    return Page(words("editions"), rows or (Row(words("editions_none")),))


def look_at(place: Place, number: int) -> Page:
    """What an edition changed word by word against the one before, with the way back to it."""
    words, store = place.words, place.store
    before = next((store.edition(other) for other in store.numbers() if other < number), None)
    edition = store.edition(number)
    if before is not None:
        rows = tuple(change_rows(place, changes(edition_state(store, before), edition_state(store, edition))))
    else:  # what the words were is kept no longer
        rows = tuple(Row(entry.path, words(HOW[entry.how])) for entry in edition.changes) if edition else ()
    current = store.current()
    is_on_show = current is not None and current.number == number
    choice = Choice(words("now")) if is_on_show else Choice(words("back_to", number=number), RollBack(number))
    side = Side(words("edition", number=number), (), choice)
    return Page(words("edition", number=number), rows or (Row(words("nothing_changed")),), side=side)


def went_back(place: Place, number: int) -> Page:
    """Let patients see an edition again; what stands in the folder is not published again by itself."""
    words = place.words
    outcome = roll_back(place.store, number, digest(state_of(place.folders).content))
    if outcome.edition is None:
        return Page(words("failed"), problem_rows(place, outcome.problems))
    return Page(words("went_back", number=number), (Row(words("sure_back_more"), kind="good"),))
