"""A clerk writes words that promise, frighten or sell."""

import pytest

from kiosk.content.review.english import ENGLISH
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.spanish import SPANISH
from tests.content.review.library import Desk, treatment

TIP = "en/tips/walk.yaml"


def test_a_sound_tip_has_nothing_to_better(clerk: Desk) -> None:
    assert clerk.review() == []


def test_a_clerk_writes_cure(clerk: Desk) -> None:
    clerk.replace(TIP, "Walk where the ground is even.", "A walk can cure your back.")
    assert clerk.review() == [
        (
            'en/tips/walk.yaml:4:1: warning: "cure" may not stand here. '
            'Say what was seen and in whom, for example "small studies found less pain".'
        )
    ]


def test_a_clerk_shouts(clerk: Desk) -> None:
    clerk.replace(TIP, "Walk for five minutes.", "Walk for five minutes!")
    assert clerk.review() == [
        'en/tips/walk.yaml:7:1: warning: "!" may not stand here. End the sentence with a full stop.'
    ]


def banned(rules: LanguageRules, text: str) -> list[str]:
    return [found for rule in rules.banned for found in rule.found_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "This is not proven.",
        "Nothing here has been proven to help.",
        "PRP is not FDA approved.",
        "Is this use FDA approved?",
        "The FDA has approved it for another use.",
        "The FDA has approved cord blood cells for blood diseases.",
        "It is not shown that PRP repairs discs.",
        "The idea is that the body then repairs the tissue.",
        "Walk in a secure place.",
        "Nothing is without risk.",
        "Do not stop your blood thinner on your own.",
        "Ask whether to stop taking your aspirin.",
    ],
)
def test_honest_english_may_stand(text: str) -> None:
    assert banned(ENGLISH, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is proven to help.", "proven"),
        ("It has no knife, and experts say it is proven.", "proven"),
        ("PRP is FDA approved.", "FDA approved"),
        ("The FDA has approved PRP for back pain.", "FDA has approved"),
        ("PRP repairs your discs.", "repairs"),
        ("It will heal the disc.", "will heal"),
        ("A non-invasive choice.", "non-invasive"),
        ("It treats the root cause.", "root cause"),
        ("The best choice.", "best"),
        ("Soon you will be pain-free.", "pain-free"),
        ("It has no side effects.", "no side effects"),
        ("It is risk-free.", "risk-free"),
        ("It is done without any risk.", "without any risk"),
        ("Stop your blood thinner first.", "Stop your blood thinner"),
        ("It is a degenerative disease.", "degenerative disease"),
    ],
)
def test_words_that_promise_are_found(text: str, found: str) -> None:
    assert banned(ENGLISH, text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La inyección cura el dolor.", ["cura"]),
        ("Es el mejor tratamiento.", ["el mejor"]),
        ("El PRP repara los discos.", ["repara"]),
        ("No se ha demostrado que ayude.", []),
        ("No se sabe si repara los discos.", []),
        ("No está aprobado por la FDA.", []),
        ("El PRP está aprobado por la FDA.", ["aprobado por la FDA"]),
        ("Se sintieron mejor.", []),
        ("¡Camine!", ["¡", "!"]),
        ("Es un tratamiento sin riesgos.", ["sin riesgos"]),
        ("Ningún tratamiento está libre de riesgos.", []),
        ("Trata la causa de raíz.", ["causa de raíz"]),
        ("Vivirá sin dolor.", ["Vivirá sin dolor"]),
        ("Deje su anticoagulante antes.", ["Deje su anticoagulante"]),
        ("No deje su anticoagulante por su cuenta.", []),
        ("Una opción no invasiva y prometedora.", ["prometedora", "no invasiva"]),
    ],
)
def test_spanish_has_the_same_rules(text: str, found: list[str]) -> None:
    assert banned(SPANISH, text) == found


def test_the_knee_may_stand_in_a_price_only(clerk: Desk) -> None:
    text = treatment().replace("Ask what you would pay.", "For a knee, others paid more. Ask what you would pay.")
    clerk.write("en/therapies/some.yaml", text)
    assert clerk.review() == []
    clerk.replace("en/therapies/some.yaml", "You can say no.", "It is given in the knee.")
    assert clerk.review() == [
        'en/therapies/some.yaml:17:5: warning: "knee" may not stand here. This kiosk is about the back: leave it out.'
    ]


def test_the_page_of_exosomes_must_not_sell(clerk: Desk) -> None:
    text = treatment().replace("You can say no.", "No exosome product is approved by the FDA.")
    clerk.write("en/therapies/exosomes.yaml", text.replace("You can wait.", "Our clinic offers it. Book a visit."))
    assert clerk.review() == [
        (
            'en/therapies/exosomes.yaml:25:1: warning: "Book a" may not stand here. '
            "Leave it out: the page explains and never invites."
        ),
        (
            'en/therapies/exosomes.yaml:25:1: warning: "Our clinic offers" may not stand here. '
            "Leave it out: the page must not offer them."
        ),
    ]
