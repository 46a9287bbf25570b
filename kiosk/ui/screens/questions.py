"""My questions: a list to show, and questions that can be added."""

from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QRect, QSize

from kiosk.content import markdown
from kiosk.content.model.parts import Picture
from kiosk.content.model.treatment import Treatment
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import MAX_QUESTIONS, Ask, Drop, Go, Origin, Picked, PrintList
from kiosk.ui.area import Area
from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.head import place_row
from kiosk.ui.pieces.parts import place_parts
from kiosk.ui.pieces.wrap import Option, place_wrapped, wrap
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.qr import QrCode, shared_out
from kiosk.ui.widgets.text import Text, TextStyle

READ_ALOUD = Size.CARD
"""What a clinician reads over the patient's shoulder: capitals of 7.7 mm, 0.7 degrees at 630 mm, an arm's length."""
TWO_DIGITS = 10
"""Questions from which on a number has two digits, and all have more room."""
SUGGESTED = 3
"""Questions offered to be added, at most."""


class QuestionsScreen(Screen):
    """The visitor's list."""

    section = "questions"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out one screenful of the list."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Questions)
        words = self.words.questions
        area = self.page_area()
        ways = self._ways_along() if scene.visit.questions else []
        compact = self.theme.measure.compact and self.theme.measure.tight
        if self.theme.measure.tight:
            beside = ways if compact else []  # each row counts on a tablet
            place_row(self, area, words.title, beside, spoken=f"{words.title}. {words.short}")
        else:
            self.title(area, words.title, words.short)
        if self._has_panel:
            self._show_panel(area.end(round(area.rect.width() * 0.3), self.theme.mm(12)))
        elif ways and not compact:
            self._place_ways(area, ways)
        pieces = [*self._list(area.rect.width()), *self._suggestions(area.rect.size())]
        place_parts(self, area, pieces, route.part, routes.Questions)

    @property
    def _has_panel(self) -> bool:
        """Whether there is room for the code beside the list."""
        return not self.theme.measure.portrait and not self.theme.measure.tight

    def _list(self, width: int) -> list[Piece]:
        if not self.scene.questions:
            style = TextStyle(Size.BODY, 600, line_height=1.3)
            words = self.words.questions
            return [self._note(words.none, style, width), self._note(words.none_hint, TextStyle(), width)]
        rows: list[Piece] = [self._row(number, told, width) for number, told in enumerate(self.scene.questions, 1)]
        desk = "" if self._has_panel else desk_instead_of_paper(self.scene)
        return [*rows, Paragraph(Text.of(desk, self._small), self.theme.mm(5.2))] if desk else rows

    def _note(self, words: str, style: TextStyle, width: int) -> Fixed:
        def put(_parent: object, rect: QRect) -> None:
            self.text(rect, words, style)

        return Fixed(self.text_height(words, style, width), put, self.theme.mm(3))

    def _row(self, number: int, picked: Picked, width: int) -> Fixed:
        """Number, question, where it came from, and the way to take it off."""
        theme = self.theme
        origin, label = self._from_page(picked.origin), self.words.questions.remove
        remove = ButtonSpec(label=label, spoken=f"{label}: {picked.words} {origin}", icon="xmark")
        padding = theme.mm(7)
        ems = 1.5 if len(self.scene.visit.questions) >= TWO_DIGITS else 1
        lead = round(theme.measure.em(Size.CARD) * ems)
        above = theme.mm(2.5 if theme.measure.compact else 6)
        beside = remove.natural_width(theme)
        stacked = beside > width * 0.35
        inner = width - 2 * padding - lead - (0 if stacked else beside + theme.mm(5))
        style = TextStyle(READ_ALOUD, 600, line_height=1.25)
        text, source = self.text_height(picked.words, style, inner), self.text_height(origin, self._small, inner)
        button = remove.height_for(theme, beside)
        high = text + source + theme.mm(1) + (button + theme.mm(3) if stacked else 0) + 2 * above
        high = max(high, button + 2 * above)

        def put(_parent: object, rect: QRect) -> None:
            self.card(rect)
            line = Area(rect, theme.right_to_left).inside(padding, above)
            if stacked:
                foot = line.bottom(button, theme.mm(3))
                place = Area(foot, theme.right_to_left).end(min(beside, foot.width()))
            else:
                place = line.end(beside, theme.mm(5))
                place = QRect(place.left(), rect.center().y() - button // 2, beside, button)
            self.button(place, remove, Drop(self.scene.visit.questions[number - 1]))
            mark = TextStyle(Size.CARD, 800, theme.tones("questions").sign, line_height=1.2)
            self.text(line.start(lead), str(number), mark)
            words = Area(line.rect)
            spare = max(0, line.rect.height() - text - source - theme.mm(1)) // 2
            words.top(spare)
            self.text(words.top(text, theme.mm(1)), picked.words, style)
            self.text(words.rect, origin, self._small)

        return Fixed(high, put, theme.mm(5.2))

    def _suggestions(self, room: QSize) -> list[Piece]:
        """Questions from the treatments that are not on the list; a treatment is named unless it just was."""
        picked = self.scene.questions
        if len(picked) >= MAX_QUESTIONS:
            return []
        pieces: list[Piece] = []
        for origin, offered in groupby(self._offered(), key=attrgetter("origin")):
            buttons = tuple(self._suggestion(question, room.width()) for question in offered)
            line = Paragraph(Text.of(self._from_page(origin), self._small), self.theme.mm(5.2))
            was_named = picked and picked[-1].origin == origin and not pieces
            pieces += buttons if was_named else [Group(line, buttons, room.height())]
        return pieces

    def _suggestion(self, offered: Picked, width: int) -> Fixed:
        label = self.scene.filled(self.words.questions.add, question=offered.words)
        spec = ButtonSpec(
            label=label, icon="plus", style=Style.DASHED, section="questions", leading=True, size=Size.BODY
        )
        return entry(self, Option(spec, Ask(offered)), width)

    def _from_page(self, origin: Origin) -> str:
        return self.scene.filled(self.words.questions.from_page, page=origin.title)

    @property
    def _small(self) -> TextStyle:
        """Of the page that a question is from."""
        return TextStyle(Size.SMALL, 400, self.theme.palette.ink_soft, line_height=1.3)

    def _offered(self) -> list[Picked]:
        """The first questions of the treatments read so far, or else of the first one; none whose words are listed."""
        pages = self.scene.pages
        read = [route.page for route in self.scene.visit.routes if isinstance(route, routes.Reading)]
        names = list(dict.fromkeys([*reversed(read), *(card.id for card in pages.cards("treatment")[:1])]))
        listed = {picked.words for picked in self.scene.questions}
        offered: dict[str, Picked] = {}
        for name in names:
            page = pages.page(name)
            if isinstance(page, Treatment):
                origin = Origin(name, page.title)
                for question in page.ask:
                    offered.setdefault(question, Picked(question, origin))
        return [picked for words, picked in offered.items() if words not in listed][:SUGGESTED]

    def _ways_along(self) -> list[Option]:
        """Opens the code where it has no room beside the list; and prints."""
        words = self.words.questions
        take = ButtonSpec(label=words.take, icon="mobile-screen", style=Style.FILLED, section="questions")
        return [Option(take, Go(routes.TakeAlong())), *ways_to_print(self.scene)]

    def _place_ways(self, area: Area, options: list[Option]) -> None:
        """Buttons below everything else."""
        wrapped = wrap(self.theme, [option.spec for option in options], area.rect.width())
        place_wrapped(self, area.bottom(wrapped.height, self.theme.measure.gap), options, wrapped)

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
        printing, desk = ways_to_print(self.scene), desk_instead_of_paper(self.scene)
        if desk:
            style = replace(self._small, centred=True)
            high = self.text_height(desk, style, inner.rect.width())
            self.text(inner.bottom(high, theme.measure.gap), desk, style)
        side = min(inner.rect.width(), round(inner.rect.height() * (0.5 if printing else 0.62)))
        codes = list_as_codes(self.scene, side)
        if len(codes) > 1:
            self._place_ways(inner, self._ways_along())
            self.text(inner.rect, words.phone_parts, bold)
            return
        places = [
            inner.bottom(option.spec.height_for(theme, inner.rect.width()), theme.measure.gap) for option in printing
        ]
        code = inner.top(side, theme.mm(5))
        QrCode(self, code, theme, codes[0], words.phone)
        inner.top(self.text(inner.rect, words.phone, bold).height(), theme.mm(3))
        soft = TextStyle(Size.BUTTON, 400, theme.palette.ink_soft, line_height=1.3, centred=True)
        self.text(inner.rect, words.phone_line, soft)
        for place, option in zip(places, printing, strict=True):
            self.button(place, option.spec, option.wish)


class TakeAlongDialog(DialogScreen):
    """The list as a code, large; a long list as several, one on each screen, so that no camera sees two."""

    WIDTH_MM = 260

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the codes and what they do."""
        super().__init__(scene, size)
        assert isinstance(route, routes.TakeAlong)
        self.section = "questions"
        words = self.words.questions

        def pieces(width: int) -> list[Piece]:
            side = min(width, self.theme.mm(120), round(size.height() * 0.42))
            codes = list_as_codes(scene, side)
            style = TextStyle(Size.BUTTON)
            first = [Paragraph(Text.of(words.phone_parts, style))] if len(codes) > 1 else []
            last = Paragraph(Text.of(words.phone_line, style), self.theme.mm(4))
            desk = desk_instead_of_paper(scene)
            instead = [Paragraph(Text.of(desk, style), self.theme.mm(4))] if desk else []
            return [*first, *(self._code(codes, number, side, width) for number in range(len(codes))), last, *instead]

        self.lay_out(
            words.phone,
            pieces,
            ways_to_print(scene),
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )

    def _code(self, codes: tuple[str, ...], number: int, side: int, width: int) -> Fixed:
        """A code, and which one it is where there are several."""
        style = TextStyle(Size.BUTTON, 600, line_height=1.3, centred=True)
        words = self.words.questions
        count = self.scene.filled(words.phone_part, number=number + 1, count=len(codes)) if len(codes) > 1 else ""
        high = side + (self.text_height(count, style, width) if count else 0)

        def put(_parent: object, rect: QRect) -> None:
            place = Area(QRect(rect))
            QrCode(self, place.top(side), self.theme, codes[number], f"{words.phone} {count}".strip())
            if count:
                self.text(place.rect, count, style)

        alone = self.height() // 2 if count else 0
        return Fixed(max(high, alone), put, self.theme.mm(3))


def ways_to_print(scene: Scene) -> list[Option]:
    """The button that prints, where there is a printer and something to print."""
    if not scene.prints or not scene.visit.questions:
        return []
    return [Option(ButtonSpec(label=scene.words.paper.print, icon="print", section="questions"), PrintList())]


def desk_instead_of_paper(scene: Scene) -> str:
    """Whom to ask while the printer is missing (A11Y-92); empty where none is wanted, and where it is there."""
    words = scene.words.paper
    return f"{as_sentence(words.trouble)} {markdown.plain(words.gone)}" if scene.misses_printer else ""


def list_as_codes(scene: Scene, side: int) -> tuple[str, ...]:
    """The list as phones show it, in one code or more for squares of a side in pixels."""
    lines = [(picked.origin.title, f"{number}. {picked.words}") for number, picked in enumerate(scene.questions, 1)]
    return shared_out(scene.words.questions.title, lines, scene.theme, side)
