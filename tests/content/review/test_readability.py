"""A page is harder to read than it may be."""

import pytest

from kiosk.content.review.readability import Tally, flesch_kincaid, inflesz
from tests.content.review.library import Desk, treatment

TOPIC = """\
title: Something
short: Something to know
group: basics
icon: bone
picture:
  file: walk.svg
  decoration: true
key_points:
  - Ask your clinician.
steps:
  - title: A step
    text: |
{text}
review:
  version: 1
  written: 2026-11-21
  due: 2027-11-21
"""

HARD = "Persistent discomfort necessitates multidisciplinary evaluation by experienced professionals."
EASY = "Go for a walk when the sun is out."
WITH_TERMS = "In many people prolotherapy follows fluoroscopy, osteoarthritis and corticosteroids."

GLOSSARY = """\
terms:
  - term: prolotherapy
    meaning: Shots of sugar water.
  - term: fluoroscopy
    meaning: A live picture made with X-rays.
  - term: osteoarthritis
    meaning: Wear in a joint.
  - term: corticosteroids
    meaning: Strong medicine for swelling.
"""


def topic(*sentences: str) -> str:
    lines = "\n\n".join(f"      {sentence}" for sentence in sentences)
    return TOPIC.format(text=lines).replace("group: basics", "group: about")


def test_a_clerk_writes_like_a_journal(clerk: Desk) -> None:
    clerk.write("en/topics/some.yaml", topic(*[EASY] * 14, HARD, *[HARD.replace("Persistent", "Chronic")] * 13))
    told = clerk.review()
    assert len(told) == 1
    assert told[0].startswith("en/topics/some.yaml:41:1: warning: The page reads at school grade 1")
    assert told[0].endswith(
        "; 7.5 is the most. Use shorter sentences and shorter words. "
        'Begin with the hardest: "Persistent discomfort necessitates multidisciplinary evaluation by experienced p…"'
    )


def test_the_hardest_is_a_sentence_and_no_heading(clerk: Desk) -> None:
    """Fewer than five words are hardly ever one."""
    five = "Multidisciplinary evaluation necessitates immunological reconsideration."
    four = "Multidisciplinary immunological reconsideration necessitates."
    clerk.write("en/topics/some.yaml", topic(*[HARD] * 12, four, five))
    (told,) = clerk.review()
    assert told.endswith(f'Begin with the hardest: "{five}"')


@pytest.mark.parametrize("sentences", [3, 16])
def test_the_boxes_of_a_treatment_are_measured_by_themselves(clerk: Desk, sentences: int) -> None:
    """Hard boxes do not hide behind an easy page, and an easy page is not blamed for its boxes."""
    hard = f"    why: |\n      {HARD}\n"
    assert len(HARD.split()) * 18 > 100
    text = treatment().replace("    why: You talk about it first.\n", hard)
    easy = "      text: |\n" + "".join(f"        {EASY}\n\n" for _ in range(sentences))
    clerk.write("en/therapies/some.yaml", text.replace("      text: You talk with your clinician first.\n", easy))
    measured = [told for told in clerk.review() if "reads at school grade" in told]
    assert len(measured) == 1
    assert 'What stands under "answers" reads at school grade' in measured[0]


def test_a_page_of_a_few_words_is_not_measured(clerk: Desk) -> None:
    clerk.write("en/topics/some.yaml", topic(*[HARD] * 3))
    assert clerk.review() == []


def test_one_hard_tip_does_not_hide_among_thirty_easy_ones(clerk: Desk) -> None:
    easy = (clerk.folder / "en/tips/walk.yaml").read_text("utf-8")
    for number in range(30):
        clerk.write(f"en/tips/{number}.yaml", easy.replace("Walk where the ground is even.", f"{EASY} {EASY}"))
    assert clerk.review() == []
    clerk.write("en/tips/hard.yaml", easy.replace("Walk where the ground is even.", "\n\n  ".join([HARD] * 3)))
    (told,) = clerk.review()
    assert told.startswith("en/tips/hard.yaml:4:1: warning: The page reads at school grade 20.1; 8.5 is the most. ")
    assert " Use shorter sentences and shorter words. " in told


def test_a_short_page_may_be_a_little_harder_than_a_long_one(clerk: Desk) -> None:
    """A few words prove little."""
    middling = "Ask your doctor which medicine or exercise suits you."
    clerk.write("en/topics/some.yaml", topic(*[middling] * 7))
    assert clerk.review() == []
    clerk.write("en/topics/some.yaml", topic(*[middling] * 14))
    (told,) = clerk.review()
    assert "The page reads at school grade" in told


def test_short_tips_are_measured_together(clerk: Desk) -> None:
    for number in range(20):
        clerk.write(f"en/tips/{number}.yaml", (clerk.folder / "en/tips/walk.yaml").read_text("utf-8"))
        clerk.replace(f"en/tips/{number}.yaml", "Walk where the ground is even.", HARD)
    told = clerk.review()
    assert len(told) == 1
    assert "The text of all short pages of this kind reads at school grade" in told[0]


def test_words_of_the_glossary_count_once_with_and_once_without(clerk: Desk) -> None:
    clerk.write("en/topics/some.yaml", topic(*[WITH_TERMS, EASY, EASY, WITH_TERMS, EASY, EASY, EASY] * 2))
    assert any("The page reads at school grade" in told and "not counting" in told for told in clerk.review())
    clerk.write("en/glossary/words.yaml", GLOSSARY)
    assert clerk.review() == []
    clerk.write("en/topics/some.yaml", topic(*[WITH_TERMS] * 12))
    assert any("The page reads at school grade" in told and "7.5" in told for told in clerk.review())


def test_spanish_is_measured_by_inflesz(clerk: Desk) -> None:
    hard = "La evaluación multidisciplinaria del padecimiento requiere profesionales experimentados."
    clerk.write("es/topics/some.yaml", topic(*[hard] * 14))
    assert any("The page has an INFLESZ value of " in told and "; 55 is the least." in told for told in clerk.review())
    clerk.write("es/topics/some.yaml", topic(*["Camine un poco cada día si puede."] * 16))
    assert not any("INFLESZ" in told for told in clerk.review())


def test_the_formulas_give_the_published_values() -> None:
    counted = Tally(sentences=10, words=120, syllables=150)
    assert flesch_kincaid(counted) == pytest.approx(0.39 * 12 + 11.8 * 1.25 - 15.59)
    assert inflesz(counted) == pytest.approx(206.835 - 62.3 * 1.25 - 12)
