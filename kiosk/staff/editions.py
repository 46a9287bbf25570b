"""The tab Editions: what patients saw when, and the way back."""

from kiosk.content.editions.changes import changes
from kiosk.content.editions.edition import Edition
from kiosk.content.editions.publish import edition_state, roll_back, seen_state
from kiosk.content.editions.waiting import held_name
from kiosk.staff.acts import Look, Open, RollBack
from kiosk.staff.content import HOW, change_rows, problem_rows
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.summary import publisher, summary
from kiosk.staff.this_kiosk import ThisKiosk, moment


def editions(kiosk: ThisKiosk) -> Page:
    """All that are kept, the newest first."""
    words, current = kiosk.words, kiosk.store.current()
    rows = tuple(
        _row(kiosk, edition, is_on_show=current is not None and edition.number == current.number)
        for edition in kiosk.store.editions()
    )
    return Page(words("editions"), rows or (Row(words("editions_none")),))


def _row(kiosk: ThisKiosk, edition: Edition, *, is_on_show: bool) -> Row:
    words = kiosk.words
    return Row(
        words("now") if is_on_show else words("edition", number=edition.number),
        f"{publisher(words, edition)}: {summary(words, edition)}",
        f"{edition.number} · {moment(edition.date)}",
        "good" if is_on_show else "plain",
        Choice(words("look" if is_on_show else "look_back"), Look(edition.number), "magnifying-glass"),
    )


def look_at(kiosk: ThisKiosk, number: int) -> Page:
    """What the edition on show changed word by word; of another, what going back to it would change."""
    words, store = kiosk.words, kiosk.store
    current, edition = store.current(), store.edition(number)
    if current is not None and current.number == number:
        title, choice, rows = words("edition", number=number), Choice(words("now")), _changed_by(kiosk, current)
    else:
        found = changes(seen_state(store, current, kiosk.folders), edition_state(store, edition)) if edition else ()
        title, rows = words("back_title", number=number), tuple(change_rows(kiosk, found))
        choice = Choice(words("back_to", number=number), RollBack(number))
    side = Side(words("edition", number=number), (), choice)
    return Page(title, rows or (Row(words("nothing_changed")),), side=side)


def _changed_by(kiosk: ThisKiosk, edition: Edition) -> tuple[Row, ...]:
    """Against the one that patients saw before it; by the pages' names alone where that is kept no longer."""
    store = kiosk.store
    former = next((other for other in store.numbers() if other < edition.number), None)
    number = edition.before if edition.before is not None else former
    before = store.edition(number) if number is not None else None
    if before is not None:
        return tuple(change_rows(kiosk, changes(edition_state(store, before), edition_state(store, edition))))
    return tuple(Row(entry.path, kiosk.words(HOW[entry.how])) for entry in edition.changes)


def asked_back(kiosk: ThisKiosk, number: int) -> Page:
    """Is somebody sure? With a way out that changes nothing."""
    words, current = kiosk.words, kiosk.store.current()
    yes = Choice(words("yes_back"), RollBack(number, sure=True), "clock-rotate-left")
    no = Choice(words("no_back"), Open("editions"), "xmark")
    stays = words("edition_now", number=current.number) if current is not None else words("edition_none")
    rows = (Row(words("back_to", number=number), words("sure_back_more"), choice=yes), Row(stays, choice=no))
    return Page(words("sure_back", number=number), rows)


def went_back(kiosk: ThisKiosk, number: int) -> Page:
    """Let patients see an edition again; what stands in the folder is not published again by itself."""
    words = kiosk.words
    outcome = roll_back(kiosk.store, number, held_name(kiosk.folders))
    if outcome.edition is None:
        return Page(words("failed"), problem_rows(kiosk, outcome.problems))
    return Page(words("went_back", number=number), (Row(words("sure_back_more"), kind="good"),))
