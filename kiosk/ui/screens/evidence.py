"""Dialogs about what is behind the words: an opened box, the sources of a page, the choice of columns."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize

from kiosk.content import markdown
from kiosk.content.library import Page, Pages
from kiosk.content.model.meaning import Meaning
from kiosk.content.model.pages import Comparison, WarningSigns
from kiosk.content.model.parts import Review
from kiosk.content.model.treatment import Treatment
from kiosk.content.walk import leaves
from kiosk.pages.asked import asked_about
from kiosk.pages.comparing import FEWEST_COLUMNS, MOST_COLUMNS, answers_of
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Announce, Change, Go, Origin
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.asking import ask_about
from kiosk.ui.pieces.entry import entry, in_pairs
from kiosk.ui.pieces.notes import WARNING_SIGNS
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.pieces.sources import source_pieces
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.certainty import level_words
from kiosk.ui.widgets.flow import Paragraph, Piece
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.text import Text, TextStyle

ABOUT: Final = "about"
"""The group of the topic that tells who made the kiosk."""


class BoxDialog(DialogScreen):
    """The why of an answer, and where it comes from."""

    WIDTH_MM = 380

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Open the box of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Box)
        treatment = scene.pages.page(route.treatment)
        if not isinstance(treatment, Treatment):
            raise LookupError(f"There is no treatment {route.treatment}.")
        self.section = "compare"
        answer = getattr(treatment.answers, route.question)
        asked = getattr(scene.pages.own.questions, route.question)
        prose = Prose(scene, scene.terms, self.wish, self.theme.tones("compare").sign)
        short = TextStyle(Size.CARD, 600, line_height=1.28)
        pieces: list[Piece] = [
            Paragraph(Text.of(asked.ask, TextStyle(Size.BODY, 600, self.theme.palette.ink_soft)), 0),
            *prose.pieces(answer.short, short),
        ]
        if answer.level is not None:
            pieces.append(
                Paragraph(
                    Text.of(level_words(answer.level, self.words.certainty), TextStyle(weight=600)), self.theme.mm(3)
                )
            )
        pieces += prose.pieces(answer.why, TextStyle())
        pieces += source_pieces(self, [*markdown.sources(answer.short), *markdown.sources(answer.why)])
        question = asked_about(scene.pages, asked, treatment)
        self.lay_out(
            treatment.title if not treatment.status.badge else f"{treatment.title}. {treatment.status.badge}",
            lambda _width: pieces,
            [ask_about(scene, question, Origin(route.treatment, treatment.title))],
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )


class ProvenanceDialog(DialogScreen):
    """Who wrote and checked a page, when it must be looked at again, and its sources."""

    WIDTH_MM = 400

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Tell of the route's page."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Provenance)
        signs = scene.pages.own.warning_signs
        page = signs if route.page == WARNING_SIGNS else scene.pages.page(route.page)
        if page is None:
            raise LookupError(f"There is no page {route.page}.")
        lines = [*self._review(page.review), scene.words.page.general]
        pieces: list[Piece] = [
            Paragraph(Text.of(markdown.plain(line), TextStyle()), self.theme.mm(3)) for line in lines
        ]
        pieces += source_pieces(self, route.sources or _sources(scene.pages, page))
        self.lay_out(
            page.title,
            lambda _width: pieces,
            self._about(route.page),
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )

    def _about(self, page_id: str) -> list[Option]:
        """The way to the page that tells who wrote all this, and who pays and earns."""
        cards = self.scene.pages.cards("topic")
        about = next((card for card in cards if card.group == ABOUT), None)
        if about is None or about.id == page_id:
            return []
        spec = ButtonSpec(label=self.words.page.who_pays, icon=about.icon)
        return [Option(spec, Go(routes.Reading(about.id)))]

    def _review(self, review: Review) -> list[str]:
        scene = self.scene
        return [*scene.reviewed(review), scene.filled(scene.words.page.due, date=scene.day(review.due))]


def _sources(pages: Pages, page: "Page | WarningSigns") -> Iterator[str]:
    """Every source a page names, in order; those of the answers that a comparison lays side by side."""
    for leaf in leaves(page):
        if leaf.meaning is Meaning.SOURCE:
            yield leaf.text
        else:
            yield from markdown.sources(leaf.text)
    if isinstance(page, Comparison):
        for answer in answers_of(pages, page):
            yield from markdown.sources(answer.short)
            yield from markdown.sources(answer.why)


class ColumnsDialog(DialogScreen):
    """The other comparisons, and one to four treatments to lay beside usual care."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """List the treatments, those chosen marked."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Columns)
        self.section = "compare"
        self._route = route
        comparison = scene.pages.page(route.compare.page)
        self._usual = getattr(comparison, "usual_care", "")
        words = self.words.compare
        done = ButtonSpec(label=words.done, icon="check", style=Style.FILLED, section="compare")
        wish = Go(replace(route.compare, columns=route.columns, part=0))
        self.lay_out(
            words.others,
            self._pieces,
            [Option(done, wish)],
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )

    def _pieces(self, width: int) -> list[Piece]:
        """The other comparisons, then the treatments under a heading that comes again on each part."""
        pieces: list[Piece] = []
        for card in self.scene.pages.cards("comparison"):
            if card.id != self._route.compare.page:
                spec = ButtonSpec(label=card.title, icon=card.icon, leading=True, section="compare")
                pieces.append(entry(self, Option(spec, Go(routes.Compare(card.id))), width))
        words = self.words.compare
        style = TextStyle(Size.CARD, 800, line_height=1.2)
        choose = Paragraph(
            Text.of(words.full if self._is_full else words.choose, style), self.theme.mm(7), heading=True
        )
        options = [self._treatment(card.id, card.name) for card in self.scene.pages.cards("treatment")]
        group = Group(choose, tuple(in_pairs(self, options, width)), self.room)
        if self.theme.measure.tight:  # a small tablet has hardly room for the heading and one line
            return [*pieces, choose, *group.lines]
        return [*pieces, group]

    def _treatment(self, name: str, label: str) -> Option:
        chosen, words = self._route.columns, self.words.compare
        always = name == self._usual
        label = f"{label}. {words.always}" if always else label
        spec = ButtonSpec(label=label, leading=True, section="compare", checked=name in chosen or always)
        if self._is_full and not spec.checked:
            spec = replace(spec, spoken=f"{label}. {words.full}", style=Style.PLAIN)
            return Option(spec, Announce(words.full))
        return Option(spec, Change(replace(self._route, columns=self._toggled(name))))

    @property
    def _others(self) -> tuple[str, ...]:
        """The treatments chosen beside usual care."""
        return tuple(name for name in self._route.columns if name != self._usual)

    @property
    def _is_full(self) -> bool:
        return len(self._others) >= MOST_COLUMNS - 1

    def _toggled(self, name: str) -> tuple[str, ...]:
        """The choice with one treatment switched, as far as one stays beside usual care."""
        chosen = self._route.columns
        if name == self._usual:
            return chosen
        if name in chosen:
            return tuple(other for other in chosen if other != name) if len(chosen) > FEWEST_COLUMNS else chosen
        return (*self._others, name, *([self._usual] if self._usual in chosen else []))
