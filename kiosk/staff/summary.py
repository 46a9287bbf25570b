"""What an edition changed and who published it, in the words of the screen."""

from typing import Final

from kiosk.content.editions.edition import AT_COMMAND_LINE, BY_ITSELF, Edition
from kiosk.staff.page import Row
from kiosk.staff.this_kiosk import ThisKiosk, moment
from kiosk.staff.words import StaffWords

_NAMELESS: Final = {BY_ITSELF: "itself", AT_COMMAND_LINE: "command_line"}
"""The name of the words for those who have published without a PIN."""


def summary(words: StaffWords, edition: Edition) -> str:
    """What changed, in a few words: 1 changed, 2 added, 14 sentences."""
    count = {how: sum(entry.how == how for entry in edition.changes) for how in ("changed", "added", "removed")}
    parts = [words.many(f"sum_{how}", number) for how, number in count.items() if number]
    if edition.sentences:
        parts.append(words.many("sum_sentences", edition.sentences))
    return ", ".join(parts) or words("sum_nothing")


def publisher(words: StaffWords, edition: Edition) -> str:
    """Who published it, for the beginning of a line."""
    nameless = _NAMELESS.get(edition.who)
    return words(nameless) if nameless else edition.who


def on_show(kiosk: ThisKiosk, edition: Edition) -> Row:
    """The edition that patients see, and who published it when."""
    words, date = kiosk.words, moment(edition.date)
    nameless = _NAMELESS.get(edition.who)
    more = words(f"edition_by_{nameless}", date=date) if nameless else words("edition_by", date=date, who=edition.who)
    return Row(words("edition_now", number=edition.number), more, kind="good")
