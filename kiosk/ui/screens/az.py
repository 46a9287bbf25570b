"""A to Z: every page and every word explained, by touching letters."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRect, QSize

from kiosk.content.alphabet import Alphabet
from kiosk.content.az import Entry, by_letter, entries_of
from kiosk.pages.opening import route_to
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Go, Wish
from kiosk.ui.area import Area
from kiosk.ui.pieces.head import place_row
from kiosk.ui.pieces.parts import place_parts
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Fixed, Piece


class AzScreen(Screen):
    """All letters; or all that begins with one of them."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the letters, or the entries of the route's letter."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Az)
        alphabet = Alphabet(scene.pages.own.language.letters)
        letters = by_letter(entries_of(scene.pages), alphabet)
        area = self.page_area()
        entries = letters.get(route.letter)
        if entries is None:
            self._letters_head(area)
            pieces = self._letters(list(letters), area.rect)
        else:
            self._letter_head(area, route.letter)
            pieces = self._entries(entries, area.rect.width())
        place_parts(self, area, pieces, route.part, lambda part: replace(route, part=part))

    def _letters_head(self, area: Area) -> None:
        words = self.words.az
        if self.theme.measure.tight:
            place_row(self, area, words.title, [], spoken=f"{words.title}. {words.short}")
        else:
            self.title(area, words.title, words.short)

    def _letter_head(self, area: Area, letter: str) -> None:
        title = self.scene.filled(self.words.az.begins_with, letter=letter)
        back = Option(ButtonSpec(label=self.words.az.letters, icon="arrow-down-a-z"), Go(routes.Az()))
        width = back.spec.natural_width(self.theme)
        if self.theme.measure.tight or width > area.rect.width() * 0.45:
            place_row(self, area, title, [back])
            return
        line = Area(QRect(area.rect), area.right_to_left)
        place = line.end(width, self.theme.measure.gap)
        high = back.spec.height_for(self.theme, width)
        self.button(QRect(place.left(), place.top(), width, high), back.spec, back.wish)
        self.title(line, title)
        area.rect.setTop(max(line.rect.top(), place.top() + high + self.theme.measure.gap))

    def _letters(self, letters: Sequence[str], room: QRect) -> list[Piece]:
        """Rows of letters, which fill the room as well as they can."""
        gap = self.theme.measure.gap
        columns = self._columns(len(letters), room)
        rows = ceil(len(letters) / columns)
        width = (room.width() + gap) // columns - gap
        high = max(self.theme.measure.target, min(width, (room.height() + gap) // rows - gap))
        return [
            self._row([self._letter(letter) for letter in letters[first : first + columns]], columns, width, high)
            for first in range(0, len(letters), columns)
        ]

    def _columns(self, count: int, room: QRect) -> int:
        """So many letters in a row that their buttons come nearest to a square; where not all fit, the most."""
        least, gap = self.theme.measure.target, self.theme.measure.gap
        most = max(1, min(count, (room.width() + gap) // (least + gap)))

        def height(columns: int) -> int:
            return (room.height() + gap) // ceil(count / columns) - gap

        fitting = [columns for columns in range(1, most + 1) if height(columns) >= least]
        if not fitting:
            return most

        def unlike(columns: int) -> int:
            """How far from a square, and how far from a full last row."""
            width = (room.width() + gap) // columns - gap
            return abs(width - height(columns)) + gap * (columns * ceil(count / columns) - count)

        return min(fitting, key=unlike)

    def _letter(self, letter: str) -> Option:
        spoken = f"{letter}. {self.scene.filled(self.words.az.begins_with, letter=letter)}"
        spec = ButtonSpec(label=letter, spoken=spoken, size=Size.HEADING, weight=800, stacked=True)
        return Option(spec, Go(routes.Az(letter)))

    def _entries(self, entries: Sequence[Entry], width: int) -> list[Piece]:
        """Rows of entries: two beside each other where letters are not large and the screen is wide."""
        measure = self.theme.measure
        columns = 1 if measure.portrait or measure.large_text or measure.tight else 2
        wide = (width - measure.gap * (columns - 1)) // columns
        pieces: list[Piece] = []
        for first in range(0, len(entries), columns):
            options = [self._entry(entry) for entry in entries[first : first + columns]]
            high = max(option.spec.height_for(self.theme, wide) for option in options)
            pieces.append(self._row(options, columns, wide, high))
        return pieces

    def _entry(self, entry: Entry) -> Option:
        spoken = f"{entry.label}. {self.scene.filled(self.words.az.word, term=entry.term)}" if entry.term else ""
        spec = ButtonSpec(
            label=entry.label, spoken=spoken, icon=entry.icon, leading=True, style=Style.PILL, size=Size.BODY
        )
        return Option(spec, self._opens(entry))

    def _opens(self, entry: Entry) -> Wish:
        if entry.term:
            return Go(routes.Explain((entry.term,)))
        return Go(route_to(self.scene.pages, entry.page) or routes.Help())

    def _row(self, options: Sequence[Option], columns: int, width: int, high: int) -> Fixed:
        """Buttons beside each other, in reading order."""
        gap = self.theme.measure.gap

        def put(_parent: object, rect: QRect) -> None:
            line = Area(QRect(rect), self.theme.right_to_left)
            for number, option in enumerate(options):
                self.button(line.start(width, gap if number + 1 < columns else 0), option.spec, option.wish)

        return Fixed(high, put, gap)
