"""A page lacks what every such page must hold."""

from pathlib import Path

from kiosk.content.review.english import ENGLISH
from tests.content.review.library import Desk, treatment

COMPARISON = """\
title: Side by side
short: Two treatments
icon: scale-balanced
decision: Should I think of an injection?
note: Compare as you like.
treatments: [therapies/some]
usual_care: therapies/some
questions: [cost]
matters: []
review:
  version: 1
  written: 2026-11-21
  due: 2027-11-21
  rules_due: 2027-05-21
"""

TOPIC = """\
title: Scans
short: When they help.
group: care
icon: bone
picture: {file: walk.svg, decoration: true}
key_points:
  - A scan is seldom needed.
steps:
  - title: What a scan shows
    text: Wear is common.
review: {version: 1, written: 2026-11-21, due: 2027-11-21}
"""


def test_the_sentence_on_exosomes_is_missing(clerk: Desk) -> None:
    clerk.write("en/therapies/exosomes.yaml", treatment())
    assert clerk.review() == [
        (
            "en/therapies/exosomes.yaml:1:1: warning: A sentence is missing that must stand here. "
            'Write, word for word: "No exosome product is approved by the FDA."'
        )
    ]


def test_the_sentences_under_every_page_are_others(clerk: Desk, base: Path) -> None:
    """Word for word, under the key that every page shows; in another place they do not count."""
    words = (base / "en/words.yaml").read_text("utf-8")
    clerk.write("en/words.yaml", words.replace("home: home", "home: Talk with your clinician.", 1))
    line = words[: words.index("  general:")].count("\n") + 1
    told = [problem for problem in clerk.review() if "must stand here" in problem]
    assert told == [
        (
            f"en/words.yaml:{line}:3: warning: A sentence is missing that must stand here. "
            f'Write, word for word: "{sentence}"'
        )
        for sentence in sorted(ENGLISH.general_notice)
    ]


def test_a_comparison_invites_to_compare_numbers(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment())
    clerk.write("en/comparisons/all.yaml", COMPARISON)
    assert clerk.review() == [
        (
            "en/comparisons/all.yaml:5:1: warning: A sentence is missing that must stand here. Write, word for word: "
            '"Do not compare numbers across columns. The studies had different people and measured different things."'
        )
    ]


def test_a_treatment_without_harms(clerk: Desk) -> None:
    text = treatment().replace("harms:\n  - You may bleed or feel sore.[^T4]\n", "harms: []\n")
    clerk.write("en/therapies/some.yaml", text)
    assert clerk.review() == [
        (
            'en/therapies/some.yaml:20:1: warning: "harms" has no entry. Write at least one, on a line '
            'that begins with "- ".'
        )
    ]


def test_a_treatment_that_is_not_approved_has_no_badge(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment().replace("level: off-label", "level: not-approved"))
    assert clerk.review() == [
        (
            "en/therapies/some.yaml:13:1: warning: A treatment that is not approved has no badge. "
            'Add "badge:", for example: Not FDA approved. Research only.'
        )
    ]


def test_a_treatment_that_does_not_say_how_sure_it_is(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment().replace("  how_sure:\n    level: low\n", "  how_sure:\n"))
    (told,) = clerk.review()
    assert told.endswith('warning: The answer has no dots. Add "level:" with very-low, low, moderate or high.')


def test_nobody_says_who_wrote_the_kiosk_and_who_pays(clerk: Desk) -> None:
    clerk.write("en/topics/scans.yaml", TOPIC)
    told = (
        "en/topics/scans.yaml:3:1: warning: No page says who wrote this kiosk, who pays and what the clinic offers. "
        'Write one in the topics folder, with "group: about".'
    )
    assert told in clerk.review()
    clerk.replace("en/topics/scans.yaml", "group: care", "group: about")
    assert told not in clerk.review()
