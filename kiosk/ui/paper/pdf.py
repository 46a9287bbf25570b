"""Lays a sheet out on paper and writes it as PDF: words stay words, print sharp and can be read out."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Final, Literal, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPoint, QRect
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter, QPen

from kiosk.colours.palette import PALETTES
from kiosk.ui.area import Area
from kiosk.ui.paper.sheet import Extract, Sheet
from kiosk.ui.theme.measure import MM_PER_INCH, Measure, Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.values import value_class

Paper = Literal["letter", "a4"]
_SIZES: Final = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
DOTS_PER_INCH: Final = 300
SMALLER: Final = 0.55
"""Paper is held nearer than the screen: body text becomes 14.7 points, a little over the 14 of clear print."""
SIDE_MM: Final = 20
"""With room for a hole punch."""
TOP_MM: Final = 15
"""What every printer can print within; the number of the page stands below."""
LINES_TO_WRITE: Final = (3, 2)
"""Below a question; fewer where that saves a sheet of paper."""
LINE_MM: Final = 9
"""Between two lines to write on; a school's wide-ruled paper has 8.7."""


class Block(Protocol):
    """Something on paper that is not torn apart."""

    @property
    def gap(self) -> int:
        """The room above it, in dots, unless it comes first on its page."""

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in dots."""

    def paint(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        """Draw it."""


@value_class
class Words:
    """A paragraph, perhaps behind a number or a dot."""

    text: Text
    gap: int = 0
    sign: str = ""

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in dots."""
        return self.text.lay(theme, width - self._lead(theme)).height

    def paint(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        """Draw the sign, then the words beside it."""
        line = Area(QRect(rect), theme.right_to_left)
        lead = line.start(self._lead(theme))
        if self.sign:
            Text.of(self.sign, self.text.style).lay(theme, lead.width()).paint(painter, lead.topLeft())
        self.text.lay(theme, line.rect.width()).paint(painter, line.rect.topLeft())

    def _lead(self, theme: Theme) -> int:
        ems = 1.9 if len(self.sign) > 1 else 1.5  # a number has two digits and a dot
        return round(theme.measure.em(self.text.style.size) * ems) if self.sign else 0


@value_class
class Asked:
    """A question with room to write below it."""

    words: Words
    lines: int

    @property
    def gap(self) -> int:
        """The room above it, in dots."""
        return self.words.gap

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in dots."""
        return self.words.height(theme, width) + self.lines * _dots(LINE_MM)

    def paint(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        """Draw the question and the lines."""
        self.words.paint(painter, rect, theme)
        painter.setPen(QPen(QColor("#767676"), _dots(0.25)))
        y = rect.top() + self.words.height(theme, rect.width())
        for number in range(1, self.lines + 1):
            at = y + number * _dots(LINE_MM)
            painter.drawLine(QPoint(rect.left(), at), QPoint(rect.right(), at))


@value_class
class Rule:
    """A line across."""

    gap: int

    def height(self, _theme: Theme, _width: int) -> int:
        """Its height, in dots."""
        return _dots(0.6)

    def paint(self, painter: QPainter, rect: QRect, _theme: Theme) -> None:
        """Draw it."""
        painter.fillRect(rect, QColor("#000000"))


def write_pdf(sheet: Sheet, look: Theme, paper: Paper) -> bytes:
    """The sheet as a PDF file of one or more pages; look gives the fonts and the direction of lines."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(QPageSize(_SIZES[paper]))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheet.title)
    writer.setCreator("clinic-kiosk")
    theme = _on_paper(look, writer.width(), writer.height())
    room = QRect(0, 0, writer.width(), writer.height())
    room.adjust(_dots(SIDE_MM), _dots(TOP_MM), -_dots(SIDE_MM), -_dots(TOP_MM))
    painter = QPainter(writer)
    pages = min((_pages(_blocks(sheet, lines), theme, room) for lines in LINES_TO_WRITE), key=len)
    for number, page in enumerate(pages, 1):
        if number > 1:
            writer.newPage()
        for block, rect in page:
            block.paint(painter, rect, theme)
        if len(pages) > 1:
            _number(painter, room, theme, _filled(sheet.page_of, number, len(pages)))
    painter.end()
    buffer.close()
    return bytes(data.data())


def _number(painter: QPainter, room: QRect, theme: Theme, words: str) -> None:
    """Say in the margin below which page this is."""
    text = Text.of(words, TextStyle(Size.SMALL, centred=True))
    text.lay(theme, room.width()).paint(painter, room.bottomLeft() + QPoint(0, _dots(4)))


def _filled(words: str, number: int, count: int) -> str:
    return words.replace("{number}", str(number)).replace("{count}", str(count))


def _on_paper(look: Theme, width: int, height: int) -> Theme:
    measure = Measure(width, height, DOTS_PER_INCH / MM_PER_INCH * SMALLER)
    return replace(look, palette=PALETTES["contrast-light"], measure=measure, laid={})


def _dots(millimetres: float) -> int:
    return round(millimetres * DOTS_PER_INCH / MM_PER_INCH)


def _blocks(sheet: Sheet, lines: int) -> list[Block]:
    blocks: list[Block] = [
        Words(Text.of(sheet.clinic, TextStyle(Size.BODY, 600))),
        Rule(_dots(3)),
        Words(Text.of(sheet.title, TextStyle(Size.TITLE, 800, line_height=1.2)), _dots(7)),
        Words(Text.of(sheet.general, TextStyle(Size.SMALL)), _dots(1)),
    ]
    blocks += _questions(sheet, lines)
    for extract in sheet.extracts:
        blocks += _extract(extract, sheet.sources_title)
    return blocks


def _questions(sheet: Sheet, lines: int) -> Iterator[Block]:
    """The questions with their numbers; where one was asked stays with the first that was asked there."""
    style, numbers = TextStyle(Size.LEAD, 600, line_height=1.3), count(1)
    for asked in sheet.asked:
        origin = Words(Text.of(asked.origin, TextStyle(Size.BODY)), _dots(8))
        first, *others = (Text.of(question, style) for question in asked.questions)
        yield Together((origin, Asked(Words(first, _dots(2), f"{next(numbers)}."), lines)))
        yield from (Asked(Words(other, _dots(8), f"{next(numbers)}."), lines) for other in others)


def _extract(extract: Extract, sources_title: str) -> list[Block]:
    """A page's title with its points as one block each; the title stays with the first point."""
    small = TextStyle(Size.SMALL, line_height=1.3)
    title = Words(Text.of(extract.title, TextStyle(Size.CARD, 800, line_height=1.2)), _dots(10))
    points = [Words(Text.of(point, TextStyle(Size.BODY)), _dots(3), "•") for point in extract.points]
    blocks: list[Block] = [Together((title, *points[:1])), *points[1:]]
    blocks.append(Words(Text.of(extract.state, small), _dots(3)))
    if extract.sources:
        heading = Words(Text.of(sources_title, replace(small, weight=600)), _dots(4))
        sources = [Words(Text.of(source, small), _dots(1.5), "•") for source in extract.sources]
        blocks += [Together((heading, sources[0])), *sources[1:]]
    return blocks


@value_class
class Together:
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]

    @property
    def gap(self) -> int:
        """The room above the first, in dots."""
        return self.blocks[0].gap

    def height(self, theme: Theme, width: int) -> int:
        """Their height at a width, in dots."""
        gaps = sum(block.gap for block in self.blocks[1:])
        return gaps + sum(block.height(theme, width) for block in self.blocks)

    def paint(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        """Draw them one below the other."""
        y = rect.top()
        for number, block in enumerate(self.blocks):
            y += block.gap if number else 0
            high = block.height(theme, rect.width())
            block.paint(painter, QRect(rect.left(), y, rect.width(), high), theme)
            y += high


def _pages(blocks: list[Block], theme: Theme, room: QRect) -> list[list[tuple[Block, QRect]]]:
    pages: list[list[tuple[Block, QRect]]] = [[]]
    y = room.top()
    for block in blocks:
        high = block.height(theme, room.width())
        top = y + (block.gap if pages[-1] else 0)
        if pages[-1] and top + high > room.bottom() + 1:
            pages.append([])
            top = room.top()
        pages[-1].append((block, QRect(room.left(), top, room.width(), high)))
        y = top + high
    return pages
