"""Gains take more room than harms, or one box more than its neighbours."""

import pytest

from tests.content.review.library import Desk, treatment
from tests.content.review.test_demands import COMPARISON

NOTE = "Do not compare numbers across columns. The studies had different people and measured different things."


def test_gains_outweigh_harms(clerk: Desk) -> None:
    text = treatment().replace("You may bleed or feel sore.", "You may bleed.")
    clerk.write("en/therapies/some.yaml", text)
    assert clerk.review() == [
        (
            "en/therapies/some.yaml:20:1: warning: There are 3 words on harms and 8 words on gains. "
            'Say more under "harms" '
            'or less under "gains": both need the same room.'
        )
    ]


def test_a_box_is_much_longer_than_its_neighbour(clerk: Desk) -> None:
    clerk.write("en/comparisons/all.yaml", COMPARISON.replace("Compare as you like.", NOTE))
    clerk.replace("en/comparisons/all.yaml", "treatments: [therapies/some]", "treatments: [therapies/other]")
    clerk.write("en/therapies/other.yaml", treatment())
    long = "  cost:\n    short: Ask your clinician and your insurer, then ask the clinic for all of it."
    clerk.write("en/therapies/some.yaml", treatment().replace("  cost:\n    short: Ask your clinician.", long))
    assert [told for told in clerk.review() if "row" in told] == [
        (
            "en/therapies/some.yaml:99:5: warning: This box has 14 words; the one of therapies/other "
            "in the same row has 3. "
            "Make this one shorter or that one longer: 3 to 1 is the most."
        )
    ]
    clerk.replace(
        "en/therapies/other.yaml", "  cost:\n    short: Ask your clinician.", "  cost:\n    short: We do not know."
    )
    assert not [told for told in clerk.review() if "row" in told]


def test_harms_outweigh_gains(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment().replace("You may feel less pain for a while.", "You may sleep."))
    assert clerk.review() == [
        (
            "en/therapies/some.yaml:18:1: warning: There are 3 words on gains and 6 words on harms. "
            'Say more under "gains" or less under "harms": both need the same room.'
        )
    ]


@pytest.mark.parametrize(("words", "told"), [(9, 0), (10, 1)])
def test_a_box_three_times_as_long_is_told_once_whatever_is_compared(clerk: Desk, words: int, told: int) -> None:
    sound = COMPARISON.replace("Compare as you like.", NOTE).replace("[therapies/some]", "[therapies/other]")
    for name in ("all", "again"):
        clerk.write(f"en/comparisons/{name}.yaml", sound)
    clerk.write("en/therapies/other.yaml", treatment())
    long = f"  cost:\n    short: {'Ask ' * (words - 1)}them."
    clerk.write("en/therapies/some.yaml", treatment().replace("  cost:\n    short: Ask your clinician.", long))
    assert len([line for line in clerk.review() if "in the same row" in line]) == told
