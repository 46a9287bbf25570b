"""A term is used that nobody explains, or explained and never used."""

from kiosk.content.review.language_rules import any_form
from tests.content.review.library import Desk

GLOSSARY = "terms:\n  - term: ligament\n    also: [ligaments]\n    meaning: A band between bones.\n"


def test_a_term_that_the_glossary_lacks(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY)
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Your ligaments and tendons like a walk.")
    assert clerk.review() == [
        (
            'en/tips/walk.yaml:4:1: warning: The glossary does not explain "tendons". '
            'Add "tendon" to a file of the glossary folder, or write it in common words.'
        )
    ]


def test_a_form_that_the_glossary_lacks(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY.replace("    also: [ligaments]\n", ""))
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Your ligaments like a walk.")
    assert clerk.review() == [
        (
            'en/tips/walk.yaml:4:1: warning: The glossary does not explain "ligaments". '
            'Add "ligaments" under "also" of "ligament" in the glossary.'
        )
    ]


def test_a_word_that_no_page_uses(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY + "  - term: coracoid\n    meaning: A part of a bone.\n")
    assert clerk.review() == [
        (
            'en/glossary/body.yaml:5:5: warning: No page uses the word "coracoid". '
            'Take it out, or add the form that pages use under "also".'
        )
    ]


def test_a_term_is_told_once_where_it_first_stands(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY)
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Tendons like a walk. A tendon is a band.")
    clerk.write("en/tips/more.yaml", (clerk.folder / "en/tips/walk.yaml").read_text("utf-8"))
    assert [told.partition(": warning: ")[2].partition(" Add")[0] for told in clerk.review()] == [
        'The glossary does not explain "Tendons".'
    ]


def test_a_part_of_a_longer_word_is_no_use_of_it(clerk: Desk) -> None:
    clerk.write("en/glossary/body.yaml", GLOSSARY + "  - term: rain\n    meaning: It is wet.\n")
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "A walk in the rainbow counts.")
    assert [told for told in clerk.review() if 'No page uses the word "rain".' in told]
    clerk.replace("en/tips/walk.yaml", "in the rainbow", "in the Rain")
    assert clerk.review() == []


def test_where_there_is_no_glossary_nobody_asks_for_one(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Tendons like a walk.")
    assert clerk.review() == []


def test_a_form_without_letters_stands_nowhere() -> None:
    found = any_form(("", " ", "disc"))
    assert found is not None
    assert found.findall("A disc is soft.") == ["disc"]
    assert any_form(("", " ")) is None
