"""A clinic adds a tip in English only, and somebody who reads Spanish has it read to them."""

from dataclasses import fields, replace

import pytest

from kiosk.content.library import InLanguage, LanguagePages, Library
from kiosk.session.routes import Tips
from tests.journeys.listening import SilentVoice
from tests.visitor import Visitor


def without(own: InLanguage, page: str) -> LanguagePages:
    """A language in which one page has not been translated."""
    parts = {field.name: getattr(own, field.name) for field in fields(LanguagePages)}
    parts["cards"] = tuple(card for card in own.cards if card.id != page)
    parts["pages"] = {name: found for name, found in own.pages.items() if name != page}
    return LanguagePages(**parts)


@pytest.mark.a11y("A11Y-62")
def test_a_page_in_another_language_is_read_in_the_voice_of_its_own(
    visitor: Visitor, voice: SilentVoice, library: Library
) -> None:
    first_tip = library.pages("en").cards("tip")[0]
    spanish = without(library.languages["es"], first_tip.id)
    visitor.app.take_library(replace(library, languages={**library.languages, "es": spanish}))
    visitor.touch("Touch the screen to begin")
    visitor.touch("Español")
    visitor.touch("Consejos para cada día")
    assert visitor.place() == Tips()
    assert visitor.sees(first_tip.title)
    visitor.touch("Escuchar")
    visitor.touch("Leer esta página")
    while voice.is_speaking:
        voice.comes_to_the_end()
    languages = {utterance.words: utterance.language for utterance in voice.said}
    assert languages[first_tip.title] == "en"
    assert languages["Por ahora, esta página solo está en este idioma: English."] == "es"
    assert languages[voice.words[-1]] == "es"


def test_a_language_without_a_greeting_of_its_own_greets_nobody_twice(visitor: Visitor, library: Library) -> None:
    french = replace(without(library.languages["en"], ""), code="fr")
    visitor.app.take_library(replace(library, languages={**library.languages, "fr": french}))
    greeting = library.languages["en"].home.greeting
    assert [words for words in visitor.reads() if words == greeting] == [greeting]
