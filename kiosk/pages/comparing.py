"""The rows and columns of a comparison, taken from the treatments' own answers."""

from collections.abc import Iterator

from kiosk.content.library import Pages
from kiosk.content.model.pages import Comparison
from kiosk.content.model.treatment import Answer, Treatment
from kiosk.session.routes import Compare
from kiosk.values import value_class

FEWEST_COLUMNS = 2
MOST_COLUMNS = 5
"""That a visitor may choose, usual care among them; a page may name more, and all of them are shown."""


@value_class
class Column:
    """A treatment of the comparison."""

    id: str
    treatment: Treatment
    usual_care: bool


@value_class
class Row:
    """A patient question with each column's answer."""

    id: str
    ask: str
    lifted: bool
    """Whether it is one of those that matter to the visitor."""
    answers: tuple[Answer, ...]


@value_class
class Table:
    """A comparison ready to be shown."""

    comparison: Comparison
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def table_of(pages: Pages, route: Compare) -> Table:
    """The table of a route; treatments that are not there are left out.

    Raises LookupError when there is no such comparison.
    """
    page = pages.page(route.page)
    if not isinstance(page, Comparison):
        raise LookupError(f"There is no comparison {route.page}.")
    columns = _columns(pages, page, route.columns or (*page.treatments, page.usual_care))
    lifted = {
        question for index in route.matters if index < len(page.matters) for question in page.matters[index].lifts
    }
    questions = sorted(page.questions, key=lambda question: question not in lifted)
    rows = tuple(
        Row(
            question,
            getattr(pages.own.questions, question).ask,
            question in lifted,
            tuple(getattr(column.treatment.answers, question) for column in columns),
        )
        for question in questions
    )
    return Table(page, columns, rows)


def comparison_with(pages: Pages, treatment: str) -> Compare | None:
    """The first comparison that holds a treatment, or the first of all with it beside usual care; None without any."""
    compared = [(card.id, pages.page(card.id)) for card in pages.cards("comparison")]
    comparisons = [(name, page) for name, page in compared if isinstance(page, Comparison)]
    for name, page in comparisons:
        if treatment in (*page.treatments, page.usual_care):
            return Compare(name)
    return next((Compare(name, columns=(treatment, page.usual_care)) for name, page in comparisons), None)


def answers_of(pages: Pages, comparison: Comparison) -> Iterator[Answer]:
    """Every answer that a comparison lays side by side."""
    for name in (*comparison.treatments, comparison.usual_care):
        treatment = pages.page(name)
        if isinstance(treatment, Treatment):
            yield from (getattr(treatment.answers, question) for question in comparison.questions)


def _columns(pages: Pages, page: Comparison, names: tuple[str, ...]) -> tuple[Column, ...]:
    """Each of the chosen treatments, usual care always among them and last."""
    chosen = [name for name in dict.fromkeys(names) if name != page.usual_care]
    columns = []
    for name in (*chosen, page.usual_care):
        treatment = pages.page(name)
        if isinstance(treatment, Treatment):
            columns.append(Column(name, treatment, name == page.usual_care))
    return tuple(columns)
