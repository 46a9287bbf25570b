"""Before a patient leaves a treatment: a friendly question that leads back to the place where its answer stands."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QSize

from kiosk.content import markdown
from kiosk.content.model.treatment import LookBack, Treatment
from kiosk.pages.chapters import place_to_look
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Change, Go
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Paragraph, Piece
from kiosk.ui.widgets.text import Text, TextStyle

Choice = Literal["answer", "other", "unsure"]


class LookBackDialog(DialogScreen):
    """One question. What is chosen is marked, never judged: it is the place in the page that counts."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the question, and after a choice the way back to its answer."""
        super().__init__(scene, size)
        assert isinstance(route, routes.LookBack)
        page = scene.pages.page(route.page)
        if not isinstance(page, Treatment) or route.number >= len(page.look_back):
            raise LookupError(f"{route.page} has no question {route.number}.")
        self.section = "treatments"
        self._route = route
        asked = page.look_back[route.number]
        self.lay_out(
            asked.question,
            lambda width: self._pieces(asked, width),
            self._ways_on(page, asked) if route.chosen else (),
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )

    def _pieces(self, asked: LookBack, width: int) -> list[Piece]:
        """The answers to choose from; after a choice what is said to it."""
        words = self.words.treatment
        said: list[tuple[str, Choice]] = [(markdown.plain(asked.answer), "answer"), (asked.other, "other")]
        said = [*sorted(said, key=lambda pair: pair[0].casefold()), (words.not_sure, "unsure")]
        pieces: list[Piece] = [self._answer(label, choice, width) for label, choice in said]
        if not self._route.chosen:
            return pieces
        reply = words.that_is_it if self._route.chosen == "answer" else words.look_again
        return [*pieces, Paragraph(Text.of(reply, TextStyle(Size.CARD, 800, line_height=1.2)), self.theme.mm(6))]

    def _answer(self, label: str, choice: Choice, width: int) -> Piece:
        spec = ButtonSpec(
            label=label, leading=True, section=self.section, size=Size.BODY, checked=choice == self._route.chosen
        )
        return entry(self, Option(spec, Change(replace(self._route, chosen=choice, part=0))), width)

    def _ways_on(self, page: Treatment, asked: LookBack) -> list[Option]:
        """The place where the answer stands, and the next question; the one that helps most stands out."""
        words, found = self.words.treatment, self._route.chosen == "answer"
        title, place = place_to_look(self._route.page, page, asked, words)
        look = ButtonSpec(
            label=self.scene.filled(words.look_here, page=title),
            icon="book-open",
            section=self.section,
            style=Style.PILL if found else Style.FILLED,
        )
        ways = [Option(look, Go(place))]
        if self._route.number + 1 < len(page.look_back):
            style = Style.FILLED if found else Style.PILL
            following = ButtonSpec(label=words.next_question, icon="circle-question", section=self.section, style=style)
            ways.append(Option(following, Change(routes.LookBack(self._route.page, self._route.number + 1))))
        return ways
