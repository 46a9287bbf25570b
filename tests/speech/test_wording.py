"""What is written short is said as a person would say it."""

import pytest

from kiosk.content.library import Library
from kiosk.speech.languages import spoken
from kiosk.speech.sentences import sentences

ENGLISH = [
    # numbers and fractions
    ("In one study, 48 of 100 had less pain.", "In one study, 48 out of 100 had less pain."),
    ("One analysis had 2,746 people.", "One analysis had 2746 people."),
    ("Disc infection: 1 of 49 and 1 of 31 people.", "Disc infection: 1 out of 49 and 1 out of 31 people."),
    ("Page 2 of 40", "Page 2 of 40"),
    ("Step 3 of 25", "Step 3 of 25"),
    ("Visit 3 of 20", "Visit 3 of 20"),
    ("This is week 2 of 24.", "This is week 2 of 24."),
    ("24 of 30.", "24 of 30."),
    ("Guidelines of June 25 of 2020 say so.", "Guidelines of June 25 of 2020 say so."),
    ("On visit 3, 12 of 40 people had less pain.", "On visit 3, 12 out of 40 people had less pain."),
    ("48 of 100 had less pain.", "48 out of 100 had less pain."),
    ("About 1/2 of them, or 3/4.", "About one half of them, or three quarters."),
    ("It takes 1½ hours.", "It takes 1 and a half hours."),
    ("It is 3.5 times as much.", "It is 3.5 times as much."),
    # per cent, ranges, units
    ("Pain fell by 30%.", "Pain fell by 30 percent."),
    ("Rest for 10–20 minutes.", "Rest for 10 to 20 minutes."),
    ("Rest for 10-20 min.", "Rest for 10 to 20 minutes."),
    ("From 5%–10% of people", "From 5 to 10 percent of people"),
    ("It is 15 mL of blood, or 1 g.", "It is 15 millilitres of blood, or 1 gram."),
    ("Keep it at 20 °C or 68°F.", "Keep it at 20 degrees Celsius or 68 degrees Fahrenheit."),
    ("A 5 kg bag, ≤ 10 lb", "A 5 kilograms bag, at most 10 pounds"),
    ("It costs $500–$2,500.", "It costs 500 to 2500 dollars."),
    ("Take 400 mg/day.", "Take 400 milligrams a day."),
    ("Do it 3× a day, 10+ times.", "Do it 3 times a day, 10 or more times."),
    # telephone numbers
    ("Call 911.", "Call 9 1 1."),
    ("Call 988 at any time.", "Call 9 8 8 at any time."),
    ("Call 112 now.", "Call 1 1 2 now."),
    ("after 208 days, or 112 without", "after 208 days, or 112 without"),
    ("Call 555 0100 today.", "Call 5 5 5, 0 1 0 0 today."),
    ("Call (415) 555-0100.", "Call 4 1 5, 5 5 5, 0 1 0 0."),
    ("1-800-555-0199", "1, 8 0 0, 5 5 5, 0 1 9 9"),
    # short forms
    ("PRP is not FDA approved.", "P R P is not F D A approved."),
    ("An MRI, e.g. at L4–L5.", "An M R I, for example at L 4 to L 5."),
    ("NSAIDs vs. rest", "N-saids versus rest"),
    ("That is OK.", "That is okay."),
    ("US and UK guidelines", "U S and U K guidelines"),
    ("Help is there 24/7.", "Help is there at any hour of any day."),
    ("Please let us know.", "Please let us know."),
    ("Pain – and rest — help.", "Pain, and rest, help."),
]

SPANISH = [
    ("En un estudio, 48 de 100 tuvieron menos dolor.", "En un estudio, 48 de cada 100 tuvieron menos dolor."),
    ("Hubo 2,746 personas.", "Hubo 2746 personas."),
    ("Hubo 2.746 personas.", "Hubo 2746 personas."),
    ("Página 2 de 40", "Página 2 de 40"),
    ("Visita 3 de 20", "Visita 3 de 20"),
    ("24 de 30.", "24 de 30."),
    ("Se vio el 25 de 2020.", "Se vio el 25 de 2020."),
    ("El 25 de 2020 se vio.", "El 25 de 2020 se vio."),
    ("48 de 100 tuvieron menos dolor.", "48 de cada 100 tuvieron menos dolor."),
    ("El dolor bajó un 30 %.", "El dolor bajó un 30 por ciento."),
    ("Descanse 10–20 minutos.", "Descanse 10 a 20 minutos."),
    ("Son 15 mL de sangre, o 1 g.", "Son 15 mililitros de sangre, o 1 gramo."),
    ("Manténgalo a 20 °C.", "Manténgalo a 20 grados centígrados."),
    ("Cuesta $500–$2,500.", "Cuesta de 500 a 2500 dólares."),
    ("Tome 400 mg/día.", "Tome 400 miligramos al día."),
    ("Llame al 911.", "Llame al 9 1 1."),
    ("Llame al 112 ahora.", "Llame al 1 1 2 ahora."),
    ("tras 208 días, o 112 sin él", "tras 208 días, o 112 sin él"),
    ("Llame al 555 0100.", "Llame al 5 5 5, 0 1 0 0."),
    ("El PRP no está aprobado por la FDA.", "El P R P no está aprobado por la F D A."),
    ("En EE. UU., p. ej., el Dr. Ruiz", "En Estados Unidos, por ejemplo, el doctor Ruiz"),
    ("Uno de cada 10 de los 1/3", "Uno de cada 10 de los un tercio"),
]


@pytest.mark.parametrize(("written", "said"), ENGLISH)
def test_english_as_a_person_says_it(written: str, said: str) -> None:
    assert spoken(written, "en") == said


@pytest.mark.parametrize(("written", "said"), SPANISH)
def test_spanish_as_a_person_says_it(written: str, said: str) -> None:
    assert spoken(written, "es") == said


def test_a_language_that_nobody_has_described_is_said_as_it_stands() -> None:
    assert spoken("48 of 100, 30 %", "xx") == "48 of 100, 30 %"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Is it three?", ["One.", "Two!", "Is it three?"]),
        ("It costs 2.5 dollars. Not more.", ["It costs 2.5 dollars.", "Not more."]),
        ("See Dr. Ruiz, e.g. on Monday. Then rest.", ["See Dr. Ruiz, e.g. on Monday.", "Then rest."]),
        ("En EE. UU. no. ¿Y aquí? Sí.", ["En EE. UU. no.", "¿Y aquí?", "Sí."]),
        ("She said “Stop.” Then she left.", ["She said “Stop.”", "Then she left."]),
        ("Small studies do not agree. Low certainty.", ["Small studies do not agree.", "Low certainty."]),
        ("PRP", ["PRP"]),
        ("… —", []),
        ("", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, parts: list[str]) -> None:
    found = sentences(text)
    assert [sentence.words for sentence in found] == parts
    assert [text[sentence.start : sentence.end] for sentence in found] == parts


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_written_short_is_left_in_the_library(library: Library, language: str) -> None:
    """Every sentence of every page: no sign is left that a voice would stumble over or leave out."""
    from kiosk.content.markdown import plain
    from kiosk.content.walk import leaves

    pages = library.pages(language)
    texts = [plain(leaf.text) for card in pages.cards("treatment") for leaf in leaves(pages.page(card.id))]
    said = [spoken(sentence.words, language) for text in texts for sentence in sentences(text)]
    assert len(said) > 500
    stumbles = [words for words in said if any(sign in words for sign in "%°×≥≤½¼¾~–•→$")]
    assert stumbles == []
