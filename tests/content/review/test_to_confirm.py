"""What no study or guideline was looked up for, or what was read in a second place, reaches the clinician marked."""

import re
from collections.abc import Iterator

import pytest

from kiosk.content.model.pages import Sources
from kiosk.content.review.page_text import PageText, Sentence, in_language

MARKS = {"secondary": "**Read in a second place", "clinician": "**Standard knowledge: a clinician confirms it.**"}
STANDARD = {
    "therapies/prp": (
        "X-ray or ultrasound",
        "clinics may offer more",
        "bleeding or hurt a nerve",
        "feel faint",
        "low platelets or a weak immune system",
        "matter more than your age",
        "headache when you sit up",
    ),
    "therapies/prolotherapy": (
        "on the market for other uses",
        "prolotherapy is off-label",
        "ask you not to take ibuprofen",
        "Tell your clinician if you have one of these",
        "matter more than your age",
    ),
    "therapies/exosomes": (
        "authors had links to the maker",
        "UK treats exosomes as medicines",
        "not likely to pay",
        "medicine for your immune system",
    ),
    "therapies/stem-cells": (
        "Few of them are stem cells",
        "back may be sore as well",
        "Cancer of the blood",
        "depend on how it is used",
        "matter more than your age",
    ),
    "therapies/medicines": ("harm the stomach, the kidneys and the heart", "you may bleed more"),
    "therapies/surgery": ("Surgery is for a few people", "good for your bones"),
    "therapies/home-care": ("Heat can burn", "higher on numb skin"),
    "tips/heat": ("numb skin",),
    "tips/weight-steps": ("losing weight",),
    "tips/smoke-free": ("good for your bones",),
    "topics/other-organs": ("when you pass urine", "pregnant"),
    "warning-signs": ("face or throat swells", "worse when you sit up", "hurts to pass urine"),
    "glossary/treatments": ("A few of its cells",),
}
"""Words of facts that are standard knowledge: no study or guideline was read for them."""


Texts = tuple[PageText, ...]


def english(texts: Texts) -> dict[str, PageText]:
    """The English pages by their names."""
    return {page.id: page for page in in_language(texts, "en")}


def marks(texts: Texts) -> dict[str, str]:
    """How each source is marked."""
    values = [page.value for page in texts]
    return {source.id: source.mark for value in values if isinstance(value, Sources) for source in value.sources}


def sentences(page: PageText) -> Iterator[Sentence]:
    """Those of its running text; a question to look back repeats one of them."""
    for passage in page.running():
        if not passage.is_within("look_back"):
            yield from passage.sentences


@pytest.mark.parametrize("name", STANDARD)
def test_standard_knowledge_names_no_study_and_waits_for_a_clinician(bundled_texts: Texts, name: str) -> None:
    known, said = marks(bundled_texts), list(sentences(english(bundled_texts)[name]))
    for words in STANDARD[name]:
        found = [sentence for sentence in said if words in sentence.text]
        assert found, f"{words!r} no longer stands on {name}: take it off this list too."
        unmarked = [each.text for each in found if not any(known[source] == "clinician" for source in each.sources)]
        assert unmarked == []


def test_every_open_source_is_told_below_its_sentence(bundled_list: str, bundled_texts: Texts) -> None:
    """Of a signed page too: a signature does not close what was never looked up."""
    known = marks(bundled_texts)
    for name, page in english(bundled_texts).items():
        boxes = _boxes(bundled_list, page.shown)
        for sentence in sentences(page):
            opened = [source for source in sentence.sources if known[source] in MARKS]
            for source in opened:
                below = [box for box in boxes if box.startswith(sentence.text)]
                assert below, f"{sentence.text!r} of {name} is not on the list."
                assert all(re.search(rf"- {source}: .*{re.escape(MARKS[known[source]])}", box) for box in below)


def _boxes(listed: str, shown: str) -> list[str]:
    """The boxes of a page, each with the sources below it."""
    section = listed.partition(f"## {shown}\n")[2].partition("\n## ")[0]
    return section.split("- [ ] ")[1:]
