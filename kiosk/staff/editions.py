"""The tab Editions: what patients saw when, and the way back."""

from kiosk.content.editions.changes import changes
from kiosk.content.editions.edition import Edition, digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import edition_state, roll_back, seen_state
from kiosk.staff.acts import Look, Open, RollBack
from kiosk.staff.content import HOW, change_rows, problem_rows
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.place import Place, moment
from kiosk.staff.summary import publisher, summary


def editions(place: Place) -> Page:
    """All that are kept, the newest first."""
    words, current = place.words, place.store.current()
    rows = tuple(
        _row(place, edition, is_on_show=current is not None and edition.number == current.number)
        for edition in place.store.editions()
    )
    return Page(words("editions"), rows or (Row(words("editions_none")),))


def _row(place: Place, edition: Edition, *, is_on_show: bool) -> Row:
    words = place.words
    return Row(
        words("now") if is_on_show else words("edition", number=edition.number),
        f"{publisher(words, edition)}: {summary(words, edition)}",
        f"{edition.number} · {moment(edition.date)}",
        "good" if is_on_show else "plain",
        Choice(words("look" if is_on_show else "look_back"), Look(edition.number), "magnifying-glass"),
    )


def look_at(place: Place, number: int) -> Page:
    """What the edition on show changed word by word; of another, what going back to it would change."""
    words, store = place.words, place.store
    current, edition = store.current(), store.edition(number)
    if current is not None and current.number == number:
        title, choice, rows = words("edition", number=number), Choice(words("now")), _changed_by(place, current)
    else:
        found = changes(seen_state(store, current, place.folders), edition_state(store, edition)) if edition else ()
        title, rows = words("back_title", number=number), tuple(change_rows(place, found))
        choice = Choice(words("back_to", number=number), RollBack(number))
    side = Side(words("edition", number=number), (), choice)
    return Page(title, rows or (Row(words("nothing_changed")),), side=side)


def _changed_by(place: Place, edition: Edition) -> tuple[Row, ...]:
    """Against the one before it; by the pages' names alone where that is kept no longer."""
    store = place.store
    before = next((store.edition(other) for other in store.numbers() if other < edition.number), None)
    if before is not None:
        return tuple(change_rows(place, changes(edition_state(store, before), edition_state(store, edition))))
    return tuple(Row(entry.path, place.words(HOW[entry.how])) for entry in edition.changes)


def asked_back(place: Place, number: int) -> Page:
    """Is somebody sure? With a way out that changes nothing."""
    words, current = place.words, place.store.current()
    yes = Choice(words("yes_back"), RollBack(number, sure=True), "clock-rotate-left")
    no = Choice(words("no_back"), Open("editions"), "xmark")
    stays = words("edition_now", number=current.number) if current is not None else words("edition_none")
    rows = (Row(words("back_to", number=number), words("sure_back_more"), choice=yes), Row(stays, choice=no))
    return Page(words("sure_back", number=number), rows)


def went_back(place: Place, number: int) -> Page:
    """Let patients see an edition again; what stands in the folder is not published again by itself."""
    words = place.words
    outcome = roll_back(place.store, number, digest(state_of(place.folders).content))
    if outcome.edition is None:
        return Page(words("failed"), problem_rows(place, outcome.problems))
    return Page(words("went_back", number=number), (Row(words("sure_back_more"), kind="good"),))
