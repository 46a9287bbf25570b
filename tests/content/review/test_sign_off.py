"""A clinician and a translator are asked to sign."""

from pathlib import Path

import pytest

from kiosk.content.review.page_text import PageText, in_language
from kiosk.content.review.sign_off import Awaiting, awaiting, list_to_sign
from tests.content.review.conftest import TODAY
from tests.content.review.library import CONSEJO, Desk, treatment

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


### At the top of the page (line 1)

- [ ] The rest: Take a short walk. Walk for five minutes. A person walks in the sun.

### text (line 3)

- [ ] People with a walking plan had less pain. (effect)
  - T4: Pocovi and others. A walking plan. 2024.
- [ ] The rest: A slow walk counts. Walk where the ground is even.

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


def test_a_translator_reads_a_figure_below_its_original(clerk: Desk) -> None:
    step = "      text: You talk with your clinician first.\n"
    clerk.write("en/therapies/some.yaml", treatment().replace(step, step + PEOPLE, 1))
    spanish = PEOPLE.replace("People with less pain", "Personas con menos dolor")
    spanish = spanish.replace("With a plan", "Con un plan").replace("Without", "Sin plan")
    clerk.write("es/therapies/some.yaml", treatment().replace(step, step + spanish, 1))
    assert (
        "\n> People with less pain: With a plan: 48 of 100; Without: 30 of 100. (figure)\n\n"
        "- [ ] Personas con menos dolor: Con un plan: 48 of 100; Sin plan: 30 of 100. (figure)\n  - T4: Pocovi"
    ) in list_to_sign(clerk.checked().files, TODAY)


def test_a_translator_reads_a_question_to_look_back_below_its_original(clerk: Desk) -> None:
    clerk.write("en/therapies/some.yaml", treatment())
    spanish = treatment().replace("question: What can you say?", "question: ¿Qué puede decir?")
    clerk.write("es/therapies/some.yaml", spanish)
    original = "What can you say? “talk with your clinician”, and not “Nothing”. (question to look back)"
    assert f"\n> {original}\n\n- [ ] {original.replace('What can you say?', '¿Qué puede decir?')}\n" in list_to_sign(
        clerk.checked().files, TODAY
    )


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


GLOSSARY = "terms:\n  - term: disc\n    also: [discs]\n    meaning: A soft cushion between two bones.\n"
GLOSARIO = "terms:\n  - term: disco\n    also: [discos]\n    meaning: Un cojín blando entre dos huesos.\n"
REVIEW = "review:\n  version: 1\n  written: 2026-11-21\n  due: 2027-11-21\n"


def section(clerk: Desk, path: str) -> str:
    """What the list says of a file."""
    return list_to_sign(clerk.checked().files, TODAY).partition(f"## {path}\n")[2].partition("\n## ")[0]


def test_nothing_that_a_patient_reads_is_left_off_the_translators_list(
    bundled_list: str, bundled_texts: tuple[PageText, ...]
) -> None:
    """Questions to hand over, what pictures show, titles, names, buttons: a box of its own, below its original."""
    originals = {page.id: page for page in in_language(bundled_texts, "en")}
    for page in in_language(bundled_texts, "es"):
        if page.kind.name == "language":
            continue
        told = bundled_list.partition(f"## {page.shown}\n")[2].partition("\n## ")[0]
        for passage in page.passages:
            in_one_line = passage.is_within("people", "scale") or passage.path[0] == "look_back"
            box = passage.text if in_one_line else f"\n- [ ] {passage.text}\n"
            assert box in told or "also" in passage.path, f"{passage.text!r} of {page.shown} has no box."
        for passage in originals[page.id].passages:
            assert passage.text in told or "also" in passage.path, f"{passage.text!r} stands above no box."


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("therapies/prp", "Which spot, which kit, how many platelets, and white cells in or out?"),
        ("questions", "How is it done?"),
        ("warning-signs", "When to get help"),
        ("home", "The same honest questions for each"),
    ],
)
def test_a_clinician_reads_what_a_patient_may_say_or_be_shown(bundled_list: str, page: str, said: str) -> None:
    assert said in bundled_list.partition(f"## en/{page}.yaml\n")[2].partition("\n## ")[0]


def test_a_clinician_is_spared_the_names_of_buttons(bundled_list: str) -> None:
    """What they say in a sentence stays."""
    words = bundled_list.partition("## en/words.yaml\n")[2].partition("\n## ")[0]
    assert "This is general information." in words
    assert "Easier to use" not in words


def test_each_warning_sign_is_in_a_box_by_itself(bundled_list: str, bundled_texts: tuple[PageText, ...]) -> None:
    signs = bundled_list.partition("## en/warning-signs.yaml\n")[2].partition("\n## ")[0]
    page = next(page for page in bundled_texts if page.shown == "en/warning-signs.yaml")
    said = [passage.sentences[0].text for passage in page.passages if passage.path[1:2] == ("signs",)]
    assert len(said) > 10
    assert [text for text in said if f"\n- [ ] {text}" not in signs] == []
    assert "\n- [ ] Tell the desk now. (no source)\n" in signs, "and so is what to do"


def test_words_explained_wait_until_they_are_signed(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY + REVIEW)
    assert awaiting(clerk.checked().files).clinician == ("en/glossary/body.yaml", "en/tips/walk.yaml")
    assert "- [ ] The rest: A soft cushion between two bones." in section(clerk, "en/glossary/body.yaml")
    clerk.change("en/glossary/body.yaml", lambda text: text + SIGNED)
    assert awaiting(clerk.checked().files).clinician == ("en/tips/walk.yaml",)
    assert section(clerk, "en/glossary/body.yaml") == ""


def test_a_clinics_file_from_before_is_sound_and_the_list_tells_how_to_sign_it(clerk: Desk) -> None:
    """It has no "review:" for a name to stand under."""
    clerk.write("en/glossary/body.yaml", GLOSSARY)
    assert clerk.checked().files
    assert awaiting(clerk.checked().files).clinician == ("en/glossary/body.yaml", "en/tips/walk.yaml")
    assert 'it gets a "review:" with version, written and due.' in section(clerk, "en/glossary/body.yaml")


def test_a_translation_waits_for_a_translator_whether_it_says_so_or_not(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY + REVIEW)
    clerk.write("es/glossary/body.yaml", GLOSARIO + REVIEW)
    assert awaiting(clerk.checked().files).translator == ("es/glossary/body.yaml",)
    told = section(clerk, "es/glossary/body.yaml")
    assert "Awaiting translator." in told
    assert "\n> disc\n\n- [ ] disco\n" in told
    assert "discos" not in told
    clerk.change("es/glossary/body.yaml", lambda text: f"{text}translation: {{of: x, translator: Ana Paz}}\n")
    assert awaiting(clerk.checked().files).translator == ()


def test_who_is_awaited(clerk: Desk) -> None:
    clerk.write("es/tips/walk.yaml", CONSEJO.format(fingerprint="0"))
    clerk.change("en/tips/walk.yaml", lambda text: text + SIGNED)
    assert awaiting(clerk.checked().files) == Awaiting(
        clinician=("es/tips/walk.yaml",), translator=("es/tips/walk.yaml",)
    )
