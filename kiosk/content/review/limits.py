"""How plain, even and fresh the patient text must be: every number in one place."""

from dataclasses import replace
from typing import Self

from kiosk.values import value_class


@value_class
class Limits:
    """The limits of the review, each with its source."""

    grade_raw: float = 7.5
    """Highest Flesch-Kincaid grade of a page as it stands. Source: project rule, one and a half above grade_masked."""
    grade_masked: float = 6.0
    """The same with the words of the glossary masked. Source: NIH and AMA, after Eltorai, CORR 2015, PMC4353543."""
    inflesz_raw: float = 55
    """Lowest INFLESZ value of a Spanish page as it stands: "normal". Source: Barrio, An Sist Sanit Navar 2008."""
    inflesz_masked: float = 65
    """The same with the words of the glossary masked, "fairly easy". Source: as above."""
    fewest_words: int = 100
    """Fewest words that a formula can judge; shorter pages are pooled. Source: Flesch's samples of 100 words."""
    short_words: int = 40
    """Fewest words of a pooled page that is judged by itself too, more loosely. Source: project rule; our tips have
    38 to 69, and a syllable more in 40 words is 0.3 grades or 1.6 points of INFLESZ."""
    short_grade_raw: float = 8.5
    """grade_raw for such a page. Source: project rule, one grade looser; the hardest of our tips has 4.8."""
    short_grade_masked: float = 7.0
    """grade_masked for such a page. Source: as above; the hardest has 4.5."""
    short_inflesz_raw: float = 50
    """inflesz_raw for such a page. Source: project rule, half a band looser; the hardest of our tips has 66."""
    short_inflesz_masked: float = 60
    """inflesz_masked for such a page. Source: as above; the hardest has 66."""
    sentence_words: int = 20
    """Most words in a sentence. Source: project rule after the US Federal Plain Language Guidelines."""
    paragraph_sentences: int = 3
    """Most sentences in a paragraph on a screen. Source: project rule; the guidelines say 3 to 8 on paper."""
    fewest_gain_words: float = 0.67
    """Fewest words on gains for each word on harms. Source: project rule after IPDAS v4, item 7 (equal detail)."""
    most_gain_words: float = 1.5
    """Most words on gains for each word on harms. Source: as above; the inverse of it."""
    cell_ratio: float = 3.0
    """Most words of a box for each word of the shortest box in its row. Source: project rule after IPDAS v4, item 7."""
    drawing_bytes: int = 30_000
    """Largest drawing. Source: docs/drawing.md, so that a page opens without a pause."""
    photograph_bytes: int = 600_000
    """Largest photograph. Source: project rule; a JPEG of 1920 by 1080 dots at quality 85 has about half a megabyte."""
    review_months: int = 12
    """Longest time from writing a page to its next check. Source: IPDAS v4, item 10 (update policy), and HONcode."""
    rules_months: int = 6
    """The same for what it says of approval and cover. Source: clinical brief, marks."""
    untranslated_words: int = 4
    """Fewest words that count as left untranslated when shared. Source: project rule; names are shorter."""

    def for_short(self) -> Self:
        """The same with the looser limits of reading for a page that is too short to be judged strictly."""
        return replace(
            self,
            grade_raw=self.short_grade_raw,
            grade_masked=self.short_grade_masked,
            inflesz_raw=self.short_inflesz_raw,
            inflesz_masked=self.short_inflesz_masked,
        )
