"""What a screen is made from: the words, the visitor and the look. Frozen: a change makes a new screen."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kiosk.content.library import Pages
from kiosk.content.model.parts import Review
from kiosk.content.model.words import Words
from kiosk.content.terms import TermFinder
from kiosk.pages.asked import retold
from kiosk.session.routes import Attract
from kiosk.session.visit import Picked, Visit
from kiosk.settings.settings import Clinic
from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.theme.theme import Theme


@dataclass(frozen=True)
class Scene:
    """One moment of a visit, ready to be shown."""

    theme: Theme
    pages: Pages
    visit: Visit
    clinic: Clinic
    languages: tuple[tuple[str, str], ...]
    """Code and own name of each."""
    terms: TermFinder
    today: date
    greetings: tuple[str, ...] = ()
    """How the other languages greet."""
    elsewhere: tuple[Pages, ...] = ()
    """The library as readers of the other languages see it."""
    prints: bool = False
    """Whether there is a printer."""
    misses_printer: bool = False
    """Whether the settings name one that the self-test has not found."""
    reads_aloud: bool = False
    """Whether pages may be read aloud here."""
    headphones: bool = False
    """Whether headphones are in."""
    has_jack: bool = False
    """Whether the machine tells when they are plugged in."""

    @property
    def words(self) -> Words:
        """The words of the interface in the visitor's language."""
        return self.pages.own.words

    @cached_property
    def questions(self) -> tuple[Picked, ...]:
        """The visitor's list, in the order of the visit's and in the reader's language as far as it goes."""
        return tuple(retold(picked, self.pages, self.elsewhere) for picked in self.visit.questions)

    def listed(self, asked: Picked) -> Picked | None:
        """The question of the visit's list that is this one, in whichever language it was picked; None if none is."""
        pairs = zip(self.questions, self.visit.questions, strict=True)
        return next((picked for told, picked in pairs if told == asked), None)

    def goes_on(self, before: "Scene") -> bool:
        """Whether the loop has gone to its next picture by itself."""
        on_loop = isinstance(before.visit.screen, Attract) and isinstance(self.visit.screen, Attract)
        return on_loop and before.visit.reader == self.visit.reader

    def day(self, day: date) -> str:
        """A date as people write it in the visitor's language."""
        words = self.words.page
        return self.filled(words.day, number=day.day, month=words.months[day.month - 1], year=day.year)

    def reviewed(self, review: Review) -> list[str]:
        """When a page was written, and who has checked it."""
        words, signed = self.words.page, review.reviewer
        written = self.filled(words.written, date=self.day(review.written), version=review.version)
        if signed is None:
            return [written, as_sentence(words.awaiting_clinician)]
        day = self.day(signed.signed)
        return [written, self.filled(words.checked_by, name=signed.name, role=signed.role, date=day)]

    def filled(self, words: str, **values: object) -> str:
        """Words with their {placeholders} filled, the clinic's telephone numbers among them.

        Values such as telephone numbers are isolated, so that they keep their order in right-to-left text.
        """
        hours = self.clinic.phone_hours.get(self.visit.reader.language)
        phone = self.clinic.phone or self.words.page.clinic_phone
        phone = f"{phone} ({hours})" if hours and self.clinic.phone else phone
        offers = self.clinic.offers.get(self.visit.reader.language) or self.words.page.offers_unknown
        known = {"emergency": self.clinic.emergency_phone, "clinic": phone, "offers": offers, **values}
        for name, value in known.items():
            shown = f"\u2068{value}\u2069" if self.theme.right_to_left else str(value)
            words = words.replace(f"{{{name}}}", shown)
        return words
