"""A translation falls behind."""

import re
from pathlib import Path

import pytest

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.model.value import Value
from kiosk.content.review.page_text import languages, texts_of
from kiosk.content.review.review import review_library
from kiosk.content.review.translations import fingerprint
from tests.content.review.library import CONSEJO, TODAY, Desk, treatment

TIP, CONSEJO_PATH = "en/tips/walk.yaml", "es/tips/walk.yaml"


def value(clerk: Desk) -> Value:
    return next(page.value for page in texts_of(clerk.checked().files) if page.shown == TIP)


@pytest.fixture
def both(clerk: Desk) -> Desk:
    clerk.write(CONSEJO_PATH, CONSEJO.format(fingerprint=fingerprint(value(clerk))))
    return clerk


def test_both_languages_say_the_same(both: Desk) -> None:
    assert both.review() == []


def test_the_original_changes_and_the_message_says_what_to_write(both: Desk) -> None:
    both.replace(TIP, "A slow walk counts.", "Every walk counts.")
    (told,) = both.review()
    present = fingerprint(value(both))
    assert re.fullmatch("[0-9a-f]{12}", present), "Short enough to be copied by hand."
    assert told == (
        "es/tips/walk.yaml:16:3: warning: en/tips/walk.yaml has changed since this was translated. "
        f'Compare the two, then write "of: {present}".'
    )
    both.change(CONSEJO_PATH, lambda text: re.sub(r"of: \w+", f"of: {present}", text))
    assert both.review() == []


def test_a_signature_or_a_wrapped_line_outdates_nothing(both: Desk) -> None:
    both.replace(TIP, "A slow walk counts. ", "A slow walk counts.\n  ")
    both.replace(TIP, "version: 1", "version: 2")
    both.change(TIP, lambda text: text + "  reviewer: {name: A, role: B, licence: C, signed: 2026-11-21}\n")
    assert both.review() == []


@pytest.mark.a11y("A11Y-81")
def test_a_page_is_not_translated_yet(both: Desk) -> None:
    (both.folder / CONSEJO_PATH).unlink()
    both.write("es/tips/more.yaml", (both.folder / TIP).read_text("utf-8"))
    told = both.review()
    assert (
        "es/tips/walk.yaml:1:1: warning: This page is missing; en/tips/walk.yaml is shown in its place. "
        "Copy en/tips/walk.yaml here and translate it."
    ) in told
    assert (
        "es/tips/more.yaml:1:1: warning: The language en has no such page. Write it in en/ first, or take this one out."
    ) in told


@pytest.mark.parametrize("spoilt", [TIP, CONSEJO_PATH])
def test_a_page_with_a_mistake_is_neither_missing_nor_too_much(both: Desk, spoilt: str) -> None:
    for path in (TIP, CONSEJO_PATH):
        both.write(path.replace("walk", "more"), (both.folder / path).read_text("utf-8"))
    both.replace(spoilt, "kind: move", "kind: fly")
    checked = both.checked()
    assert spoilt in {problem.path for problem in checked.problems}
    told = review_library(checked.files, checked.pictures, TODAY)
    assert [str(problem) for problem in told if problem.path in {TIP, CONSEJO_PATH}] == []


def test_a_translation_does_not_say_what_it_was_made_from(both: Desk) -> None:
    both.change(CONSEJO_PATH, lambda text: text.partition("translation:")[0])
    assert both.review() == [
        (
            "es/tips/walk.yaml:1:1: warning: The page does not say which state of en/tips/walk.yaml it "
            "was translated from. "
            f'Compare the two, then add "translation:" and below it "  of: {fingerprint(value(both))}".'
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "menos dolor.[^T4]",
            "menos dolor en 2020.[^T4]",
            (
                'es/tips/walk.yaml:3:1: warning: The figures of "text" are 2020 here and none in en/tips/walk.yaml. '
                "Make both the same."
            ),
        ),
        (
            "kind: move",
            "kind: sleep",
            'es/tips/walk.yaml:2:1: warning: "kind" has sleep here and move in en/tips/walk.yaml. Make both the same.',
        ),
        (
            "kind: move",
            "kind: move\nask: ¿Puedo caminar?",
            (
                'es/tips/walk.yaml:3:1: warning: "ask" is here but not in en/tips/walk.yaml. '
                "Take it out here, or add it there."
            ),
        ),
        (
            "Camine cinco minutos.",
            "Walk for five minutes.",
            "es/tips/walk.yaml:7:1: warning: These words are still those of en/tips/walk.yaml. Translate them.",
        ),
    ],
)
def test_a_translation_is_built_otherwise(both: Desk, old: str, new: str, told: str) -> None:
    both.replace(CONSEJO_PATH, old, new)
    assert both.review() == [told]


def test_a_source_is_lost_in_translation(both: Desk) -> None:
    both.replace(CONSEJO_PATH, "[^T4]", "")
    assert (
        'es/tips/walk.yaml:3:1: warning: The sources of "text" are none here and T4 in en/tips/walk.yaml. '
        "Make both the same."
    ) in both.review()


def test_a_step_is_missing_and_is_told_once(both: Desk) -> None:
    both.replace(TIP, "ground is even.", "ground is even for {count} steps.")
    both.replace(TIP, "picture:", "ask: How far may I walk?\npicture:")
    told = [line for line in both.review() if "has changed" not in line]
    assert told == [
        ('es/tips/walk.yaml:1:1: warning: "ask" is missing here; en/tips/walk.yaml has it. Translate it.'),
        (
            'es/tips/walk.yaml:3:1: warning: The figures of "text" are none here and {count} in en/tips/walk.yaml. '
            "Make both the same."
        ),
    ]


@pytest.mark.parametrize(("original", "others"), [("en", "es"), ("es", "en")])
def test_the_language_that_stands_first_is_the_one_that_others_are_translated_from(
    both: Desk, original: str, others: str
) -> None:
    both.write(f"{original}/language.yaml", "name: One\norder: 1\n")
    both.write(f"{others}/language.yaml", "name: Another\norder: 2\n")
    assert languages(texts_of(both.checked().files)) == [original, others]


def test_a_language_without_a_file_of_its_own_comes_last(both: Desk) -> None:
    both.write("es/language.yaml", "name: Español\norder: 7\n")
    assert languages(texts_of(both.checked().files)) == ["es", "en"]


def test_a_list_has_an_entry_too_many(both: Desk) -> None:
    both.write("en/therapies/some.yaml", treatment())
    more = "key_points:\n  - You can say no.\n"
    both.write("es/therapies/some.yaml", treatment().replace(more, f"{more}  - You can wait.\n"))
    told = [line for line in both.review() if "key_points" in line]
    assert [line.partition("warning: ")[2] for line in told] == [
        '"key_points" has 2 entries here and 1 entries in en/therapies/some.yaml. Make both the same.'
    ]


TOPIC = """\
title: Scans
short: When they help.
group: about
icon: bone
picture: {file: walk.svg, shows: A scan.}
key_points:
  - A scan is seldom needed.
  - Wear is common at 50.[^T4]
steps:
  - title: What a scan shows
    text: Wear is common.
    picture: {file: walk.svg, shows: A disc.}
review: {version: 1, written: 2026-11-21, due: 2027-11-21}
"""
BILD = """\
title: Bilder
short: Wann sie helfen.
group: about
icon: bone
picture: {file: walk.svg, shows: Ein Bild.}
key_points:
  - Selten braucht man eins.
  - Mit 60 ist das normal.[^T4]
steps:
  - title: Was ein Bild zeigt
    text: Das ist normal.
review: {version: 1, written: 2026-11-21, due: 2027-11-21}
"""


def test_what_differs_is_named_by_its_entry_and_what_lies_within_is_not_told_again(clerk: Desk) -> None:
    clerk.write("en/topics/scans.yaml", TOPIC)
    clerk.write("fr/topics/scans.yaml", BILD)
    built_otherwise = [
        line for line in clerk.review() if line.endswith(("Make both the same.", "has it. Translate it."))
    ]
    assert built_otherwise == [
        (
            'fr/topics/scans.yaml:8:5: warning: The figures of entry 2 of "key_points" are 60 here and 50 in '
            "en/topics/scans.yaml. Make both the same."
        ),
        ('fr/topics/scans.yaml:10:5: warning: "picture" is missing here; en/topics/scans.yaml has it. Translate it.'),
    ]


@pytest.mark.parametrize(("words", "told"), [("Go for a walk", 1), ("Go slow now", 0)])
def test_four_words_that_both_share_were_forgotten_and_three_may_be_a_name(both: Desk, words: str, told: int) -> None:
    both.replace(TIP, "Take a short walk", words)
    both.replace(CONSEJO_PATH, "Dé un paseo corto", words)
    assert len([line for line in both.review() if "These words are still those of" in line]) == told


def test_a_clinic_is_told_to_copy_a_page_of_ours_before_it_mends_it(both: Desk, tmp_path: Path) -> None:
    """What lies below its own folder can be changed nowhere else."""
    clinic = tmp_path / "clinic"
    (clinic / "en/tips").mkdir(parents=True)
    (clinic / TIP).write_text((both.folder / TIP).read_text("utf-8").replace("A slow", "Every"), encoding="utf-8")
    (clinic / "en/tips/own.yaml").write_text((both.folder / TIP).read_text("utf-8"), encoding="utf-8")
    both.write("en/tips/more.yaml", (both.folder / TIP).read_text("utf-8"))
    checked = check(Folders((both.folder, clinic)))
    told = {problem.path: problem for problem in review_library(checked.files, checked.pictures, TODAY)}
    copy = 'First type "clinic-kiosk content copy {}". '
    assert told[CONSEJO_PATH].remedy.startswith(copy.format(CONSEJO_PATH) + "Compare the two, then write ")
    assert told["es/tips/more.yaml"].remedy == (
        copy.format("en/tips/more.yaml") + "Move the copy to es/tips/more.yaml and translate it."
    )
    assert told["es/tips/own.yaml"].remedy == "Copy en/tips/own.yaml here and translate it."


GLOSSARY = """\
terms:
  - term: ligament
    meaning: A band between bones.
review: {version: 1, written: 2026-11-21, due: 2027-11-21}
"""
GLOSARIO = """\
terms:
  - term: ligamento
    meaning: Una banda entre huesos.
review: {version: 1, written: 2026-11-21, due: 2027-11-21}
"""


def test_a_word_means_something_else_now_and_spanish_is_told(both: Desk) -> None:
    """What explains a word, and the words of buttons, are translations as pages are."""
    both.replace(TIP, "A slow walk counts.", "Your ligament likes a walk.")
    both.replace(CONSEJO_PATH, "Un paseo lento cuenta.", "A su ligamento le gusta un paseo.")
    both.change(CONSEJO_PATH, lambda text: re.sub(r"of: \w+", f"of: {fingerprint(value(both))}", text))
    both.write("en/glossary/body.yaml", GLOSSARY)
    both.write("es/glossary/body.yaml", GLOSARIO)
    (told,) = both.review()
    assert told.startswith(
        "es/glossary/body.yaml:1:1: warning: The page does not say which state of en/glossary/body.yaml it was "
        "translated from. Compare the two, then add "
    )
    present = told.rpartition("of: ")[2].removesuffix('".')
    both.write("es/glossary/body.yaml", f"{GLOSARIO}translation:\n  of: {present}\n")
    assert both.review() == []
    both.replace("en/glossary/body.yaml", "A band between bones.", "A tight band between bones.")
    (told,) = both.review(release=True)
    assert told.startswith(
        "es/glossary/body.yaml:6:3: error: en/glossary/body.yaml has changed since this was translated."
    )


def test_what_only_one_language_can_say_of_itself_needs_no_translation(both: Desk) -> None:
    both.write("en/language.yaml", "name: English\norder: 1\n")
    both.write("es/language.yaml", "name: Español\norder: 2\nletters: [Ñ]\n")
    assert both.review() == []
