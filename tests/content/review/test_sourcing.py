"""A claim has lost its source."""

import pytest

from kiosk.content.review.english import ENGLISH
from kiosk.content.review.sourcing import claims_effect, holds_figure
from kiosk.content.review.spanish import SPANISH
from tests.content.review.library import Desk

TIP = "en/tips/walk.yaml"


def test_a_claim_without_its_mark(clerk: Desk) -> None:
    clerk.replace(TIP, "less pain.[^T4]", "less pain.")
    clerk.write("en/tips/other.yaml", (clerk.folder / TIP).read_text("utf-8").replace("less pain.", "joy.[^T4]"))
    assert clerk.review() == [
        (
            'en/tips/walk.yaml:6:1: warning: "People with a walking plan had less pain." says what something does and '
            "names no source. Mark one behind it in the same paragraph, like this: [^P3], or leave the sentence out."
        )
    ]


def test_of_a_long_claim_the_beginning_is_told(clerk: Desk) -> None:
    claim = "A brisk walk in the sun with a friend eased the pain of 48 of 100."
    clerk.replace(TIP, "A slow walk counts.", claim)
    (told,) = clerk.review()
    assert f'"{claim[:60].rstrip()}…" gives a figure' in told


def test_a_figure_without_a_mark(clerk: Desk) -> None:
    clerk.replace(TIP, "A slow walk counts.", "In 2020, 48 of 100 people walked.")
    assert clerk.review() == [
        (
            'en/tips/walk.yaml:4:1: warning: "In 2020, 48 of 100 people walked." gives a figure and names no source. '
            "Mark one behind it in the same paragraph, like this: [^P3], or leave the sentence out."
        )
    ]


def test_who_asks_claims_nothing(clerk: Desk) -> None:
    clerk.replace(TIP, "A slow walk counts.", "Did 48 of 100 people walk?")
    assert clerk.review() == []


def test_a_source_stands_for_the_figures_before_it_and_for_no_others(clerk: Desk) -> None:
    walked = "A slow walk counts: 48 of 100 people walked."
    clerk.replace(TIP, "less pain.[^T4]", f"less pain.[^T4] {walked}")
    assert [told for told in clerk.review() if walked in told]
    clerk.replace(TIP, f"less pain.[^T4] {walked}", f"less pain.[^T4] {walked}[^T4]")
    assert clerk.review() == []


@pytest.mark.parametrize(
    "text", ["One in ten people felt it.", "About half of people walked.", "Pain fell by a third.", "It doubled."]
)
def test_a_figure_in_words_is_a_figure(text: str) -> None:
    assert holds_figure(text, ENGLISH)


@pytest.mark.parametrize("text", ["Uno de cada diez lo sintió.", "El dolor bajó a la mitad."])
def test_so_it_is_in_spanish(text: str) -> None:
    assert holds_figure(text, SPANISH)


@pytest.mark.parametrize(
    "text",
    [
        "Ask your clinician for help.",
        "Walk, work and do what you can.",
        "Does it help more than exercise?",
        "We do not know if PRP helps more than exercise.",
        "It is not shown that it works better than rest.",
        "A therapist can help you move.",
        "If it helps, go on.",
        "You need time off work.",
        "A surgeon works on the spine.",
        "This class costs less than the other.",
    ],
)
def test_plain_advice_claims_nothing(text: str) -> None:
    assert not claims_effect(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "It eased pain.",
        "Heat may help.",
        "PRP did better than salt water.",
        "A review found no difference.",
        "Exercise can reduce pain.",
        "Some felt worse.",
    ],
)
def test_results_are_claims(text: str) -> None:
    assert claims_effect(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("El PRP alivió el dolor.", True),
        ("El calor puede ayudar.", True),
        ("Un estudio halló menos dolor.", True),
        ("El ejercicio fue mejor que el reposo.", True),
        ("No sabemos si ayuda a dormir.", False),
        ("Pida ayuda.", False),
        ("¿Ayuda a dormir?", False),
    ],
)
def test_spanish_claims(text: str, claims: bool) -> None:
    assert claims_effect(text, SPANISH) == claims


def test_a_telephone_number_measures_nothing() -> None:
    assert not holds_figure("Call 911 or 1-800-QUIT-NOW.", ENGLISH)
    assert holds_figure("Rest for 30 minutes.", ENGLISH)
