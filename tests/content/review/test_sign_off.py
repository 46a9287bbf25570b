"""A clinician and a translator are asked to sign."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.review.sign_off import Awaiting, awaiting, list_to_sign
from tests.content.review.library import CONSEJO, Desk, treatment

TODAY = date(2026, 11, 21)
SIGNED = "  reviewer: {name: Dr. A, role: Physician, licence: X1, signed: 2026-11-21}\n"


def test_the_list_holds_every_sentence_with_its_source(clerk: Desk) -> None:
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert "Printed on 2026-11-21." in listed
    assert (
        listed.partition("## ")[2]
        == """\
en/tips/walk.yaml

Version 1, written 2026-11-21, to be checked again by 2027-11-21.
Awaiting clinician review.


### text (line 3)

- [ ] People with a walking plan had less pain. (effect)
  - T4: Pocovi and others. A walking plan. 2024.
- [ ] The rest: A slow walk counts. Walk where the ground is even.

### At the top of the page (line 1)

- [ ] The rest: Walk for five minutes.

Name, role, licence: ____________________  Date: ____________  Signature: ____________________
"""
    )


def test_a_signed_page_is_listed_only_where_a_source_is_to_be_confirmed(clerk: Desk) -> None:
    clerk.change("en/tips/walk.yaml", lambda text: text + SIGNED)
    assert "walk.yaml" not in list_to_sign(clerk.checked().files, TODAY)
    clerk.replace("sources/studies.yaml", "mark: verified", "mark: secondary")
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert listed.count("- [ ]") == 1
    assert "2024. **Read in a second place: look at the original.**" in listed


def test_what_is_still_to_be_looked_up_is_told_to_the_clinician(clerk: Desk) -> None:
    """Patients read of the same source that its details are being checked, and no notes to ourselves."""
    clerk.change("en/tips/walk.yaml", lambda text: text + SIGNED)
    clerk.replace("sources/studies.yaml", "mark: verified", "mark: verified\n    doubt: Confirm the year.")
    assert "2024. **Confirm the year.**" in list_to_sign(clerk.checked().files, TODAY)


def test_questions_to_look_back_are_listed_with_both_answers(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment())
    listed = list_to_sign(clerk.checked().files, TODAY)
    line = "- [ ] What can you say? “talk with your clinician”, and not “Nothing”. (question to look back)"
    assert listed.count(line) == 3
    assert "- [ ] talk with your clinician" not in listed


def test_what_a_question_to_look_back_rests_on_is_named_below_it(clerk: Desk) -> None:
    cited = treatment().replace("answer: talk with your clinician", 'answer: "You may bleed.[^T4]"')
    clerk.write("en/therapies/some.yaml", cited)
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert "“You may bleed.”, and not “Nothing”. (question to look back)\n  - T4: Pocovi and others." in listed


PEOPLE = """\
      people:
        result: People with less pain
        groups:
          - name: With a plan
            count: 48
            of: 100
          - name: Without
            count: 30
            of: 100
        source: T4
"""
SCALE = """\
      scale:
        result: Pain after a year
        lowest: 0
        lowest_means: no pain
        highest: 10
        highest_means: worst pain
        points:
          - name: With a plan
            value: 3
          - name: Without
            value: 4
        source: T4
"""


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        (PEOPLE, "People with less pain: With a plan: 48 of 100; Without: 30 of 100."),
        (
            SCALE,
            "Pain after a year: With a plan: 3; Without: 4 (from 0, no pain, to 10, worst pain).",
        ),
    ],
    ids=["people", "scale"],
)
def test_figures_are_listed_in_words_with_their_source(clerk: Desk, figure: str, line: str) -> None:
    step = "      text: You talk with your clinician first.\n"
    clerk.write("en/therapies/some.yaml", treatment().replace(step, step + figure, 1))
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert f"- [ ] {line} (figure)\n  - T4: Pocovi and others. A walking plan. 2024.\n" in listed


def test_a_step_is_listed_under_its_key_and_title(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment())
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert "\n### chapters, what it is: A step (line " in listed


def test_a_translator_sees_the_original_above_each_sentence(clerk: Desk) -> None:
    clerk.write("es/tips/walk.yaml", CONSEJO.format(fingerprint="0"))
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert "Awaiting translator." in listed
    assert "\n> Walk for five minutes.\n\n- [ ] Camine cinco minutos." in listed
    assert (
        "\n> A slow walk counts. Walk where the ground is even.\n\n"
        "- [ ] Un paseo lento cuenta. Camine por suelo plano.\n\n"
        "> People with a walking plan had less pain.\n\n"
        "- [ ] Las personas con un plan para caminar tuvieron menos dolor.\n"
    ) in listed


def test_where_a_translation_has_fewer_paragraphs_the_whole_original_stands_above_it(clerk: Desk) -> None:
    one = CONSEJO.format(fingerprint="0").replace("plano.\n\n  Las", "plano.\n  Las")
    clerk.write("es/tips/walk.yaml", one)
    assert (
        "\n> A slow walk counts. Walk where the ground is even.\n>\n> People with a walking plan had less pain.\n\n"
        "- [ ] Un paseo lento cuenta. Camine por suelo plano. Las personas con un plan"
    ) in list_to_sign(clerk.checked().files, TODAY)


def test_where_a_translation_has_more_the_original_stands_above_the_first(clerk: Desk) -> None:
    three = CONSEJO.format(fingerprint="0").replace("cuenta. Camine", "cuenta.\n\n  Camine")
    clerk.write("es/tips/walk.yaml", three)
    listed = list_to_sign(clerk.checked().files, TODAY)
    assert "had less pain.\n\n- [ ] Un paseo lento cuenta.\n- [ ] Camine por suelo plano.\n- [ ] Las personas" in listed


def test_a_page_of_its_own_language_has_no_original_above_it(clerk: Desk) -> None:
    clerk.write("es/tips/rest.yaml", CONSEJO.format(fingerprint="0"))
    assert ">" not in list_to_sign(clerk.checked().files, TODAY)


def test_everything_that_two_people_look_at_word_for_word(clerk: Desk) -> None:
    """A treatment with a figure, a glossary, a page signed in one language and open in the other."""
    step = "      text: You talk with your clinician first.\n"
    points = "You can say no.\n  - About 48 of 100 felt better.[^T4]\n  - Ask how sure we are."
    text = treatment().replace(step, step + PEOPLE, 1).replace("You can say no.", points)
    clerk.write("en/therapies/some.yaml", text)
    clerk.write("es/tips/walk.yaml", CONSEJO.format(fingerprint="0"))
    clerk.write("en/glossary/body.yaml", "terms:\n  - term: disc\n    meaning: A soft cushion between two bones.\n")
    clerk.replace("sources/studies.yaml", "mark: verified", "mark: clinician\n    doubt: Confirm the year.")
    clerk.change("en/tips/walk.yaml", lambda page: page + SIGNED)
    expected = Path(__file__).with_name("to_sign.md").read_text(encoding="utf-8")
    assert list_to_sign(clerk.checked().files, TODAY) == expected


def test_an_empty_folder_leaves_nothing_to_sign(tmp_path: Path) -> None:
    listed = list_to_sign(Desk(tmp_path).checked().files, TODAY)
    assert listed.startswith("# What a clinician and a translator must look at\n")
    assert "##" not in listed


def test_who_is_awaited(clerk: Desk) -> None:
    clerk.write("es/tips/walk.yaml", CONSEJO.format(fingerprint="0"))
    clerk.change("en/tips/walk.yaml", lambda text: text + SIGNED)
    assert awaiting(clerk.checked().files) == Awaiting(
        clinician=("es/tips/walk.yaml",), translator=("es/tips/walk.yaml",)
    )
