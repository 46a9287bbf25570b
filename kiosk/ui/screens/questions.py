"""My questions: a list to show, and questions that can be added."""

from PySide6.QtCore import QRect, QSize

from kiosk.content.model.parts import Picture
from kiosk.content.model.treatment import Treatment
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import MAX_QUESTIONS, Ask, Drop, Go, Picked
from kiosk.ui.area import Area
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.head import place_row
from kiosk.ui.widgets.parts import place_parts
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.qr import QrCode
from kiosk.ui.widgets.text import Text, TextStyle

SUGGESTED = 3
"""Questions offered to be added, at most."""


class QuestionsScreen(Screen):
    """The visitor's list."""

    section = "questions"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out one screenful of the list."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Questions)  # noqa: S101 - the table of screens pairs them
        words = self.words.questions
        area = self.page_area()
        if self.theme.measure.tight:
            place_row(self, area, words.title, [], spoken=f"{words.title}. {words.short}")
        else:
            self.title(area, words.title, words.short)
        if not self.theme.measure.portrait and not self.theme.measure.tight:
            self._show_panel(area.end(round(area.rect.width() * 0.3), self.theme.mm(12)))
        elif scene.visit.questions:
            self._take_button(area)
        pieces = [*self._list(area.rect.width()), *self._suggestions(area.rect.width())]
        place_parts(self, area, pieces, route.part, routes.Questions)

    def _list(self, width: int) -> list[Piece]:
        picked = self.scene.visit.questions
        if not picked:
            style = TextStyle(Size.BODY, 600, line_height=1.3)
            words = self.words.questions
            return [self._note(words.none, style, width), self._note(words.none_hint, TextStyle(), width)]
        return [self._row(number, question, width) for number, question in enumerate(picked, 1)]

    def _note(self, words: str, style: TextStyle, width: int) -> Fixed:
        def put(_parent: object, rect: QRect) -> None:
            self.text(rect, words, style)

        return Fixed(self.text_height(words, style, width), put, self.theme.mm(3))

    def _row(self, number: int, picked: Picked, width: int) -> Fixed:
        """Number, question, where it came from, and the way to take it off."""
        theme = self.theme
        remove = ButtonSpec(
            label=self.words.questions.remove, spoken=f"{self.words.questions.remove}: {picked.words}", icon="xmark"
        )
        padding, lead = theme.mm(7), theme.measure.em(Size.CARD)
        beside = remove.natural_width(theme)
        stacked = beside > width * 0.35
        inner = width - 2 * padding - lead - (0 if stacked else beside + theme.mm(5))
        style = TextStyle(Size.BODY, 600, line_height=1.28)
        small = TextStyle(Size.SMALL, 400, theme.palette.ink_soft, line_height=1.3)
        origin = self.scene.filled(self.words.questions.from_page, page=picked.origin)
        text, source = self.text_height(picked.words, style, inner), self.text_height(origin, small, inner)
        button = remove.height_for(theme, beside)
        high = text + source + theme.mm(1) + (button + theme.mm(3) if stacked else 0) + 2 * theme.mm(6)
        high = max(high, button + 2 * theme.mm(6))

        def put(_parent: object, rect: QRect) -> None:
            self.card(rect)
            line = Area(rect, theme.right_to_left).inside(padding, theme.mm(6))
            if stacked:
                foot = line.bottom(button, theme.mm(3))
                place = Area(foot, theme.right_to_left).end(min(beside, foot.width()))
            else:
                place = line.end(beside, theme.mm(5))
                place = QRect(place.left(), rect.center().y() - button // 2, beside, button)
            self.button(place, remove, Drop(picked.words))
            mark = TextStyle(Size.CARD, 800, theme.tones("questions").sign, line_height=1.2)
            self.text(line.start(lead), str(number), mark)
            words = Area(line.rect)
            spare = max(0, line.rect.height() - text - source - theme.mm(1)) // 2
            words.top(spare)
            self.text(words.top(text, theme.mm(1)), picked.words, style)
            self.text(words.rect, origin, small)

        return Fixed(high, put, theme.mm(5.2))

    def _suggestions(self, width: int) -> list[Piece]:
        """Questions from the treatments that are not on the list."""
        visit = self.scene.visit
        if len(visit.questions) >= MAX_QUESTIONS:
            return []
        pieces: list[Piece] = []
        for question, origin in self._offered():
            label = self.scene.filled(self.words.questions.add, question=question)
            spec = ButtonSpec(
                label=label, icon="plus", style=Style.DASHED, section="questions", leading=True, size=Size.BODY
            )
            pieces.append(self._offer(spec, Ask(Picked(question, origin)), width))
        return pieces

    def _offer(self, spec: ButtonSpec, wish: Ask, width: int) -> Fixed:
        def put(_parent: object, rect: QRect) -> None:
            self.button(rect, spec, wish)

        return Fixed(spec.height_for(self.theme, width), put, self.theme.mm(5.2))

    def _offered(self) -> list[tuple[str, str]]:
        """The first questions of the treatments read so far, or else of the first one."""
        pages = self.scene.pages
        read = [route.page for route in self.scene.visit.routes if isinstance(route, routes.Reading)]
        names = list(dict.fromkeys([*reversed(read), *(card.id for card in pages.cards("treatment")[:1])]))
        offered: list[tuple[str, str]] = []
        for name in names:
            page = pages.page(name)
            if isinstance(page, Treatment):
                offered += [
                    (question, page.title) for question in page.ask if not self.scene.visit.has_picked(question)
                ]
        return offered[:SUGGESTED]

    def _take_button(self, area: Area) -> None:
        """Opens the code where there is no room for it beside the list."""
        spec = ButtonSpec(
            label=self.words.questions.take, icon="mobile-screen", style=Style.FILLED, section="questions"
        )
        width = min(spec.natural_width(self.theme), area.rect.width())
        row = Area(area.bottom(spec.height_for(self.theme, width), self.theme.measure.gap), area.right_to_left)
        self.button(row.start(width), spec, Go(routes.TakeAlong()))

    def _show_panel(self, rect: QRect) -> None:
        """The list as a code for the visitor's phone; while it is empty, how to use it."""
        theme, words = self.theme, self.words.questions
        self.card(rect)
        inner = Area(rect, theme.right_to_left).inside(theme.mm(8), theme.mm(8))
        bold = TextStyle(Size.BODY, 600, line_height=1.3, centred=True)
        if not self.scene.visit.questions:
            high = min(round(inner.rect.width() * 0.83), round(inner.rect.height() * 0.6))
            picture = Picture(file="ask-questions.svg", decoration=True)
            PictureBox(self, inner.top(high, theme.mm(6)), theme, picture)
            self.text(inner.rect, words.show, bold)
            return
        code = inner.top(min(inner.rect.width(), round(inner.rect.height() * 0.62)), theme.mm(5))
        QrCode(self, code, theme, list_as_words(self.scene), words.phone)
        inner.top(self.text(inner.rect, words.phone, bold).height(), theme.mm(3))
        soft = TextStyle(Size.BUTTON, 400, theme.palette.ink_soft, line_height=1.3, centred=True)
        self.text(inner.rect, words.phone_line, soft)


class TakeAlongDialog(DialogScreen):
    """The list as a code, large."""

    WIDTH_MM = 260

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the code and what it does."""
        super().__init__(scene, size)
        assert isinstance(route, routes.TakeAlong)  # noqa: S101 - the table of screens pairs them
        self.section = "questions"
        words = self.words.questions
        line = Paragraph(Text.of(words.phone_line, TextStyle(Size.BUTTON)), self.theme.mm(4))

        def pieces(width: int) -> list[Piece]:
            side = min(width, self.theme.mm(120), round(size.height() * 0.42))
            return [Fixed(side, self._put), line]

        self.lay_out(words.phone, pieces, part=route.part, part_route=routes.TakeAlong)

    def _put(self, _parent: object, rect: QRect) -> None:
        QrCode(self, rect, self.theme, list_as_words(self.scene), self.words.questions.phone)


def list_as_words(scene: Scene) -> str:
    """The list as a phone shows it."""
    questions = scene.visit.questions
    lines = [f"{number}. {picked.words}" for number, picked in enumerate(questions, 1)]
    return "\n".join([scene.words.questions.title, *lines])
