"""The questions at the end of a treatment lead back to words that answer them."""

import pytest

from tests.content.review.library import Desk, treatment

PATH = "en/therapies/some.yaml"


def test_a_treatment_without_its_questions(clerk: Desk) -> None:
    text = treatment()
    clerk.write(PATH, text[: text.index("look_back:")])
    what = f'{PATH}:1:1: warning: "look_back" has 0 questions; a treatment has 3.'
    assert clerk.review() == [f"{what} Ask what a patient should take away, and what is not known."]


def test_a_fourth_question_is_one_too_many(clerk: Desk) -> None:
    text = treatment()
    question = text[text.index("  - question:") :].split("  - question:")[1]
    clerk.write(PATH, f"{text}  - question:{question}")
    line = text[: text.index("look_back:")].count("\n") + 1
    assert clerk.review() == [
        (
            f'{PATH}:{line}:1: warning: "look_back" has 4 questions; a treatment has 3. '
            "Ask what a patient should take away, and what is not known."
        )
    ]


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("You can say no", "chapter: what_it_is"),
        ("how long it lasts.", "chapter: is_it_for_me"),
        ("You may bleed or feel sore", "chapter: is_it_for_me"),
        ("talk with your clinician", "chapter: risks\n    step: A step"),
    ],
)
def test_words_of_the_place_answer(clerk: Desk, answer: str, place: str) -> None:
    clerk.write(PATH, _asked(answer, place))
    assert clerk.review() == []


def test_the_page_was_changed_and_the_question_was_not(clerk: Desk) -> None:
    clerk.write(PATH, _asked("You can say yes", "chapter: what_it_is"))
    told = clerk.review()
    assert len(told) == 1
    assert told[0].endswith(
        'warning: "You can say yes" does not stand where the question leads. '
        "Write it as it stands there, or name the chapter and the step where it does."
    )


def _asked(answer: str, place: str) -> str:
    """A sound treatment whose first question is answered like this, at this place."""
    text = treatment()
    return text.replace("answer: talk with your clinician", f"answer: {answer}", 1).replace(
        "    other: Nothing\n    chapter: risks", f"    other: Nothing\n    {place}", 1
    )
