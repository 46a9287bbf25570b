"""A review runs out."""

from datetime import date

import pytest

from kiosk.content.model.parts import Review
from kiosk.content.review.dates import add_months
from tests.content.review.library import Desk, treatment
from tests.content.review.test_balance import NOTE
from tests.content.review.test_demands import COMPARISON


def test_a_page_was_not_looked_at_for_a_year(clerk: Desk) -> None:
    assert clerk.review(today=date(2027, 11, 21)) == []
    assert clerk.review(today=date(2027, 11, 22)) == [
        (
            "en/tips/walk.yaml:14:3: warning: The page had to be checked again by 2027-11-21. "
            'Check it, then write the new dates under "review".'
        )
    ]


def test_approval_must_be_looked_at_after_six_months(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment())
    assert clerk.review(today=date(2027, 5, 22)) == [
        (
            "en/therapies/some.yaml:113:3: warning: What it says of approval and cover had to be "
            "checked again by 2027-05-21. "
            'Check it, then write the new dates under "review".'
        )
    ]


def test_a_clerk_puts_the_review_off(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "due: 2027-11-21", "due: 2029-01-01")
    assert clerk.review() == [
        (
            "en/tips/walk.yaml:14:3: warning: The page would be checked again later than allowed. "
            "Write 2027-11-21 or a day before it."
        )
    ]


def test_a_treatment_does_not_say_when_its_approval_is_checked(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment().replace("  rules_due: 2027-05-21\n", ""))
    assert clerk.review() == [
        (
            "en/therapies/some.yaml:109:1: warning: The page does not say when approval and cover must "
            "be checked again. "
            'Add "rules_due: 2027-05-21" or a day before it.'
        )
    ]


def test_a_comparison_says_what_is_approved_as_well(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment())
    sound = COMPARISON.replace("Compare as you like.", NOTE)
    clerk.write("en/comparisons/all.yaml", sound.replace("  rules_due: 2027-05-21\n", ""))
    assert clerk.review() == [
        (
            "en/comparisons/all.yaml:10:1: warning: The page does not say when approval and cover must be checked "
            'again. Add "rules_due: 2027-05-21" or a day before it.'
        )
    ]


def test_the_check_of_approval_is_put_off(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment().replace("rules_due: 2027-05-21", "rules_due: 2027-05-22"))
    assert clerk.review() == [
        (
            "en/therapies/some.yaml:113:3: warning: What it says of approval and cover would be checked again later "
            "than allowed. Write 2027-05-21 or a day before it."
        )
    ]


def test_a_page_is_from_the_future(clerk: Desk) -> None:
    assert clerk.review(today=date(2026, 11, 20)) == [
        "en/tips/walk.yaml:13:3: warning: 2026-11-21 has not come yet. Write the day it was written."
    ]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 21), 12, date(2027, 11, 21)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(9999, 12, 1), 1, date(9999, 1, 1)),
    ],
)
def test_months_end_when_they_end(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("rules_due", "today", "overdue"),
    [
        (None, date(2027, 11, 21), False),
        (None, date(2027, 11, 22), True),
        (date(2027, 5, 21), date(2027, 5, 21), False),
        (date(2027, 5, 21), date(2027, 5, 22), True),
    ],
)
def test_patients_read_that_a_page_is_overdue_from_the_day_after(
    rules_due: date | None, today: date, overdue: bool
) -> None:
    review = Review(version=1, written=date(2026, 11, 21), due=date(2027, 11, 21), rules_due=rules_due)
    assert review.is_overdue(today) is overdue
