"""Something was made and nobody can get to it."""

from tests.content.review.library import PICTURE, SOURCES, Desk, treatment
from tests.content.review.test_sign_off import PEOPLE

SPINE = """\
title: Touch a part
short: See what it does.
picture:
  file: walk.svg
  decoration: true
places:
  - id: disc
    name: A part
    short: It can wear.
    at: [240, 140]
"""


def test_a_source_and_a_picture_are_left_over(clerk: Desk) -> None:
    clerk.write("sources/more.yaml", SOURCES.replace("T4", "T5"))
    clerk.write("pictures/old.svg", PICTURE)
    assert clerk.review() == [
        "pictures/old.svg:1:1: warning: No page shows this picture. Name it in a page, or take the file out.",
        (
            'sources/more.yaml:2:5: warning: No page uses the source "T5". '
            "Mark it where it is used, like this: [^T5], or take it out."
        ),
    ]


def test_a_source_that_only_a_drawn_figure_names_is_used(clerk: Desk) -> None:
    clerk.write("sources/more.yaml", SOURCES.replace("T4", "T5"))
    step = "      text: You talk with your clinician first.\n"
    clerk.write("en/therapies/some.yaml", treatment().replace(step, step + PEOPLE.replace("T4", "T5"), 1))
    assert clerk.review() == []


def test_an_activity_shows_every_drawing_of_its_series(clerk: Desk) -> None:
    clerk.write("pictures/move-1.svg", PICTURE)
    clerk.write("pictures/move-2.svg", PICTURE)
    clerk.write("en/tips/move.yaml", (clerk.folder / "en/tips/walk.yaml").read_text("utf-8"))
    clerk.replace("en/tips/move.yaml", "file: walk.svg", "file: move-1.svg")
    assert len(clerk.review()) == 1
    clerk.replace("en/tips/move.yaml", "kind: move", "kind: move\nactivity: movement")
    assert clerk.review() == []


def test_a_place_of_the_spine_leads_nowhere(clerk: Desk) -> None:
    clerk.write("en/spine.yaml", SPINE)
    assert clerk.review() == [
        (
            'en/spine.yaml:7:5: warning: No topic belongs to the place "disc". '
            'Write "places: [disc]" in a topic, or take the place out.'
        )
    ]
