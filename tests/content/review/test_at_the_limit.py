"""What is just allowed is allowed, and what is one more is told."""

import pytest

from kiosk.content.folders import MAX_FILES
from kiosk.content.packs.format import PackLimits
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.review.limits import Limits
from kiosk.content.review.readability import Tally, english_faults, flesch_kincaid, inflesz, spanish_faults
from kiosk.content.review.sentences import shortened
from tests.content.review.library import Desk, treatment

TIP = "en/tips/walk.yaml"
GAIN = "You may feel less pain for a while."
HARM = "You may bleed or feel sore."


def test_the_limits_are_those_that_their_sources_name() -> None:
    """A finger that slips in a number would change every page's review and be seen nowhere."""
    limits = Limits()
    assert (limits.grade_masked, limits.grade_raw) == (6.0, 7.5)
    assert (limits.inflesz_masked, limits.inflesz_raw) == (65, 55)
    assert (limits.short_words, limits.short_grade_raw, limits.short_grade_masked) == (40, 8.5, 7.0)
    assert (limits.short_inflesz_raw, limits.short_inflesz_masked) == (50, 60)
    assert (limits.fewest_words, limits.sentence_words, limits.paragraph_sentences) == (100, 20, 3)
    assert (limits.fewest_gain_words, limits.most_gain_words, limits.cell_ratio) == (0.67, 1.5, 3.0)
    assert (limits.drawing_bytes, limits.photograph_bytes, limits.untranslated_words) == (30_000, 600_000, 4)
    assert (limits.review_months, limits.rules_months) == (12, 6)


def test_what_a_pack_and_a_picture_may_ask_of_the_machine() -> None:
    assert PictureLimits() == PictureLimits(
        file_bytes=5_000_000, pixels=8_400_000, passes=100, packed_texts=5, elements=20_000, depth=100
    )
    assert PackLimits() == PackLimits(
        pack_bytes=100_000_000,
        total_bytes=300_000_000,
        files=5_000,
        ratio=100,
        free_bytes=100_000,
        depth=6,
        name_bytes=200,
    )
    assert MAX_FILES == 5_000


@pytest.mark.parametrize(("count", "told"), [(20, 0), (21, 1)])
def test_words_of_a_sentence(clerk: Desk, count: int, told: int) -> None:
    clerk.replace(TIP, "Walk where the ground is even.", f"Walk {'on ' * (count - 2)}today.")
    assert len(clerk.review()) == told


@pytest.mark.parametrize(
    ("gain", "harm", "told"),
    [
        ("Pain may go.", "You may bleed.", 0),
        (f"{GAIN} Or not", HARM, 1),  # 10 to 6
        ("You may feel less pain for a long while.", HARM, 0),  # 9 to 6
        ("You may feel well.", HARM, 0),  # 4 to 6
        ("You may sleep.", HARM, 1),  # 3 to 6
    ],
)
def test_words_on_gains_and_on_harms(clerk: Desk, gain: str, harm: str, told: int) -> None:
    text = treatment()
    assert GAIN in text
    assert HARM in text
    clerk.write("en/therapies/some.yaml", text.replace(GAIN, gain).replace(HARM, harm))
    assert len([line for line in clerk.review() if "both need the same room" in line]) == told


def tally_with(grade: float) -> Tally:
    """A text of ten words a sentence that reads at a grade."""
    syllables = (grade + 15.59 - 3.9) / 11.8 * 10_000
    return Tally(sentences=1_000, words=10_000, syllables=round(syllables))


def test_the_grade_of_an_english_page() -> None:
    limits = Limits()
    assert flesch_kincaid(tally_with(6.0)) == pytest.approx(6.0, abs=0.01)
    assert list(english_faults(tally_with(7.5), tally_with(6.0), limits)) == []
    assert list(english_faults(tally_with(7.6), tally_with(6.0), limits)) == [
        "reads at school grade 7.6; 7.5 is the most."
    ]
    assert list(english_faults(tally_with(7.5), tally_with(6.1), limits)) == [
        "reads at school grade 6.1, not counting the words of the glossary; 6.0 is the most."
    ]
    assert list(english_faults(tally_with(7.54), tally_with(6.04), Limits())) == []


def test_a_short_page_has_looser_limits_of_reading_and_the_same_others() -> None:
    limits = Limits().for_short()
    assert (limits.grade_raw, limits.grade_masked) == (8.5, 7.0)
    assert (limits.inflesz_raw, limits.inflesz_masked) == (50, 60)
    assert limits.sentence_words == Limits().sentence_words


@pytest.mark.parametrize(("last", "told"), [("Walk a bit.", 0), ("Walk a little bit.", 1)])
def test_words_of_a_page_that_is_judged_by_itself(clerk: Desk, last: str, told: int) -> None:
    """Nine times four words, and three or four."""
    hard = "Persistent discomfort necessitates evaluation."
    clerk.replace(TIP, "A slow walk counts. Walk where the ground is even.", "\n\n  ".join([hard] * 9))
    clerk.replace(TIP, "  People with a walking plan had less pain.[^T4]\n", "")
    clerk.replace(TIP, "Walk for five minutes.", last)
    assert len([line for line in clerk.review() if "The page reads at school grade" in line]) == told


def tally_of(ease: float) -> Tally:
    """A Spanish text of ten words a sentence with an INFLESZ value."""
    return Tally(sentences=1_000, words=10_000, syllables=round((206.835 - 10 - ease) / 62.3 * 10_000))


def test_the_ease_of_a_spanish_page() -> None:
    limits = Limits()
    assert inflesz(tally_of(65)) == pytest.approx(65, abs=0.01)
    assert list(spanish_faults(tally_of(55), tally_of(65), limits)) == []
    assert list(spanish_faults(tally_of(54), tally_of(65), limits)) == ["has an INFLESZ value of 54; 55 is the least."]
    assert list(spanish_faults(tally_of(55), tally_of(64), limits)) == [
        "has an INFLESZ value of 64, not counting the words of the glossary; 65 is the least."
    ]


@pytest.mark.parametrize(
    ("text", "shown"), [("walk", "walk"), ("walks", "walk…"), ("go far", "go f…"), ("end now", "end…")]
)
def test_words_are_shortened_only_where_they_are_too_long(text: str, shown: str) -> None:
    assert shortened(text, 4) == shown
