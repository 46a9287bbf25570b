"""Are sentences and paragraphs short enough for a screen?"""

from collections.abc import Iterable, Iterator

from kiosk.content.problem import Problem
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import RUNNING_TEXT, PageText, Passage
from kiosk.content.review.sentences import words


def review_plainness(pages: Iterable[PageText], limits: Limits) -> Iterator[Problem]:
    """Every sentence with too many words and every paragraph with too many sentences."""
    for page in pages:
        for passage in page.passages:
            yield from _sentences(page, passage, limits)
            count = len(passage.sentences)
            if passage.meaning in RUNNING_TEXT and count > limits.paragraph_sentences:
                what = f"This paragraph has {count} sentences; {limits.paragraph_sentences} are the most."
                yield page.problem_in(
                    passage, what, "Leave an empty line where the second thought begins, or leave one out."
                )


def _sentences(page: PageText, passage: Passage, limits: Limits) -> Iterator[Problem]:
    for sentence in passage.sentences:
        count = len(words(sentence.text))
        if count > limits.sentence_words:
            begins = " ".join(sentence.text.split()[:6])
            what = f'The sentence "{begins}…" has {count} words; {limits.sentence_words} are the most.'
            yield page.problem_in(passage, what, "Make two sentences of it.")
