"""Sentences and paragraphs grow too long for a screen."""

from tests.content.review.library import Desk


def test_a_sentence_runs_on(clerk: Desk) -> None:
    long = "Walk to the end of the street and then back home and do it once more when you feel that you can do so."
    clerk.replace("en/tips/walk.yaml", "Walk where the ground is even.", long)
    assert clerk.review() == [
        (
            'en/tips/walk.yaml:4:1: warning: The sentence "Walk to the end of the…" has 24 words; 20 are the most. '
            "Make two sentences of it."
        )
    ]


def test_a_paragraph_has_four_sentences(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Begin today. Stand up. A slow walk counts.")
    assert clerk.review() == [
        (
            "en/tips/walk.yaml:4:1: warning: This paragraph has 4 sentences; 3 are the most. "
            "Leave an empty line where the second thought begins, or leave one out."
        )
    ]


def test_the_items_of_a_list_are_paragraphs_of_their_own(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Wear:\n\n  - flat shoes\n  - a hat\n  - a coat\n\n ")
    assert clerk.review() == []
