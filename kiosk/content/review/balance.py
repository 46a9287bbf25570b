"""Do gains and harms, and the boxes of a comparison's row, have equal room?"""

from collections.abc import Iterator, Mapping, Sequence

from kiosk.content import markdown
from kiosk.content.model.pages import Comparison
from kiosk.content.model.treatment import Answer, Treatment
from kiosk.content.problem import Problem
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import PageText
from kiosk.content.review.references import QUESTIONS
from kiosk.content.review.sentences import words


def review_balance(pages: Sequence[PageText], rules: LanguageRules, limits: Limits) -> Iterator[Problem]:
    """Every treatment with too many words on one side, and every row with a box much longer than another."""
    treatments = {page.id: page for page in pages if isinstance(page.value, Treatment)}
    for page in treatments.values():
        yield from _sides(page, limits)
    told: set[tuple[str, str]] = set()
    for comparison in (page.value for page in pages if isinstance(page.value, Comparison)):
        columns = [treatments[name] for name in (*comparison.treatments, comparison.usual_care) if name in treatments]
        for question in (name for name in comparison.questions if name in QUESTIONS):
            for page, problem in _row(columns, question, rules, limits):
                if (page.id, question) not in told:
                    told.add((page.id, question))
                    yield problem


def _sides(page: PageText, limits: Limits) -> Iterator[Problem]:
    gains = sum(_count(passage.text) for passage in page.passages if passage.path[0] == "gains")
    harms = sum(_count(passage.text) for passage in page.passages if passage.path[0] == "harms")
    if not gains or not harms or limits.fewest_gain_words <= round(gains / harms, 2) <= limits.most_gain_words:
        return
    short, long = ("gains", "harms") if gains < harms else ("harms", "gains")
    low, high = sorted((gains, harms))
    what = f"There are {low} words on {short} and {high} words on {long}."
    yield page.problem((short,), what, f'Say more under "{short}" or less under "{long}": both need the same room.')


def _row(
    columns: Sequence[PageText], question: str, rules: LanguageRules, limits: Limits
) -> Iterator[tuple[PageText, Problem]]:
    """The boxes of one question that are too long beside the shortest one."""
    counts = _counts(columns, question, rules)
    if not counts:
        return
    shortest = min(counts, key=lambda name: counts[name])
    for page in columns:
        count = counts.get(page.id, 0)
        if count > limits.cell_ratio * counts[shortest]:
            what = f"This box has {count} words; the one of {shortest} in the same row has {counts[shortest]}."
            remedy = f"Make this one shorter or that one longer: {limits.cell_ratio:.0f} to 1 is the most."
            yield page, page.problem(("answers", question, "short"), what, remedy)


def _counts(columns: Sequence[PageText], question: str, rules: LanguageRules) -> Mapping[str, int]:
    """The words of each box of a row by the page it comes from, those exempt left out."""
    texts = {page.id: markdown.plain(_answer(page, question).short) for page in columns}
    return {name: _count(text) for name, text in texts.items() if text.strip() not in rules.bare_unknown}


def _answer(page: PageText, question: str) -> Answer:
    assert isinstance(page.value, Treatment)  # noqa: S101 - for the type checker: only treatments are columns
    answer: Answer = getattr(page.value.answers, question)
    return answer


def _count(text: str) -> int:
    return len(words(text))
