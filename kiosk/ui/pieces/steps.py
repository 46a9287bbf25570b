"""One step of a page: its words, and its picture or figure beside or above them."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.content.model.parts import Picture, Step
from kiosk.pages.chapters import AnyStep, Balance, LookingBack, Sureness, ToAsk
from kiosk.session.routes import LookBack
from kiosk.session.visit import Go, Origin
from kiosk.ui.area import Area
from kiosk.ui.pieces.asking import ask_about, ask_piece, ask_this
from kiosk.ui.pieces.balance import balance_pieces
from kiosk.ui.pieces.figures import figure_pieces, figure_within
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.certainty import Dots, level_words
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, Screenful, screenfuls
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.values import value_class

PICTURE_SHARES = (0.43, 0.38, 0.33, 0.28)
"""Of the width for a picture beside the words: the first that leaves them room on one part."""
PICTURE_ABOVE_SHARES = (0.46, 0.4, 0.34, 0.28, 0.22)
"""Of the height for a picture above the words."""
FIGURE_SHARE = 0.5
"""Of the width, beside the words."""
MOST_TOGETHER = 0.75
"""Of the height, for what must not be cut."""
DOT_MM = 11
"""The side of a dot of certainty."""


@value_class
class LaidStep:
    """A step cut into screenfuls for the column that is left beside its picture."""

    column: QRect
    fulls: list[Screenful]
    middle: bool
    """Whether the words stand in the middle of the column's height."""


def lay_step(
    screen: Screen,
    room: QRect,
    step: AnyStep,
    origin: Origin,
    before: list[Piece],
    after: list[Piece],
) -> LaidStep:
    """Put what stands beside the words on the screen; give the words, ready to be placed.

    origin: the step's page; before and after: pieces around the words, where there is no other room for them.
    """
    prose = Prose(screen.scene, screen.scene.terms, screen.wish, screen.theme.tones(screen.section).sign)
    heading = prose.heading(step.title, TextStyle(Size.HEADING, 800, line_height=1.18))
    if isinstance(step, Balance):
        high = room.height() - heading.height(screen.theme, room.width())
        pieces = [*before, heading, *balance_pieces(screen, prose, step, room.width(), high), *after]
        return _laid(screen, room, pieces, middle=False)
    if isinstance(step, ToAsk):
        asks = [ask_this(screen.scene, question, origin) for question in step.questions]
        pieces = [*before, heading, *(ask_piece(screen, ask, room.width()) for ask in asks), *after]
        return _laid(screen, room, pieces, middle=False)
    if isinstance(step, LookingBack):
        pieces = [*before, heading, *_looking_back(screen, step, origin.page, room.width()), *after]
        return _laid(screen, room, pieces, middle=False)
    if isinstance(step, Sureness):
        shown = Step(title=step.title, text=step.why, picture=step.picture)
        words = [*before, heading, *_sureness(screen, step), *_words(screen, prose, shown)]
        return _lay_words(screen, room, shown, origin, words, after)
    return _lay_words(screen, room, step, origin, [*before, heading, *_words(screen, prose, step)], after)


def _looking_back(screen: Screen, step: LookingBack, page_id: str, width: int) -> list[Piece]:
    """One line and a button for each question."""
    line = Paragraph(Text.of(step.line, TextStyle()), screen.theme.mm(3))
    asks = []
    for number, question in enumerate(step.questions):
        spec = ButtonSpec(label=question, icon="circle-question", leading=True, section=screen.section, size=Size.BODY)
        asks.append(ask_piece(screen, Option(spec, Go(LookBack(page_id, number))), width))
    return [line, *asks]


def _sureness(screen: Screen, step: Sureness) -> list[Piece]:
    """The four dots, and their word as in the comparison."""
    theme = screen.theme
    word = level_words(step.level, screen.words.certainty)
    style = TextStyle(Size.CARD, 600, theme.tones("compare").on_tint, line_height=1.2)

    def put(parent: object, rect: QRect) -> None:
        assert isinstance(parent, QWidget)  # noqa: S101 - pieces are put on widgets
        Dots(parent, rect, theme, step.level)

    return [Fixed(theme.mm(DOT_MM), put, theme.mm(7)), Paragraph(Text.of(word, style), theme.mm(4))]


def _words(screen: Screen, prose: Prose, step: Step) -> list[Piece]:
    return prose.pieces(step.text, TextStyle(Size.BODY, accent=screen.theme.tones(screen.section).on_tint))


def _lay_words(
    screen: Screen, room: QRect, step: Step, origin: Origin, words: list[Piece], after: list[Piece]
) -> LaidStep:
    """Words with a figure, a picture or neither: beside each other where letters are not large."""
    theme = screen.theme
    area = Area(QRect(room), theme.right_to_left)
    beside = not theme.measure.large_text and not theme.measure.portrait
    has_figure = step.people is not None or step.scale is not None
    if has_figure and beside and _place_figure(screen, area, step):
        return _laid(screen, area.rect, [*_with_ask(screen, words, step, origin, area.rect), *after])
    if step.picture is not None and beside and not has_figure:
        return _lay_beside(screen, room, step, origin, words, after)
    words = _with_ask(screen, words, step, origin, room)
    if has_figure:
        words += figure_pieces(screen, step, room)
    elif step.picture is not None:
        return _lay_below(screen, room, step.picture, words, after)
    return _laid(screen, room, [*words, *after])


def _lay_beside(
    screen: Screen, room: QRect, step: Step, origin: Origin, words: list[Piece], after: list[Piece]
) -> LaidStep:
    """Words at the start of a picture, which gives them some of its room if they then stand on one part."""
    theme = screen.theme
    assert step.picture is not None  # noqa: S101 - steps without one stand alone
    laid: list[tuple[LaidStep, QRect]] = []
    for share in PICTURE_SHARES:
        area = Area(QRect(room), theme.right_to_left)
        side = area.end(round(room.width() * share), theme.mm(10))
        laid.append((_laid(screen, area.rect, [*_with_ask(screen, words, step, origin, area.rect), *after]), side))
    chosen, side = next((each for each in laid if len(each[0].fulls) == 1), laid[0])
    PictureBox(screen, _sheet(side), theme, step.picture)
    return chosen


def _lay_below(screen: Screen, room: QRect, picture: Picture, words: list[Piece], after: list[Piece]) -> LaidStep:
    """Words below a picture, or before it where height is scarce."""
    heading, *rest = words
    if screen.theme.measure.tight:
        return _laid(screen, room, [*words, _picture_above(screen, room, picture, 1.0), *after])
    pictures = [_picture_above(screen, room, picture, share) for share in PICTURE_ABOVE_SHARES]
    if isinstance(heading, Paragraph):
        heading = replace(heading, gap=screen.theme.mm(4))
    laid = [_laid(screen, room, [above, heading, *rest, *after]) for above in pictures]
    return next((each for each in laid if len(each.fulls) == 1), laid[0])


def _laid(screen: Screen, room: QRect, pieces: list[Piece], *, middle: bool = True) -> LaidStep:
    fulls = screenfuls(pieces, screen.theme, room.width(), room.height())
    return LaidStep(room, fulls, middle and len(fulls) == 1)


def _with_ask(screen: Screen, words: list[Piece], step: Step, origin: Origin, room: QRect) -> list[Piece]:
    """The words with the button to ask, which goes with the last of them: alone on a part it would be lost."""
    if not step.ask:
        return [*words]
    ask = ask_piece(screen, ask_about(screen.scene, step.ask, origin), room.width())
    together = Group(words[-1], (ask,))
    if screen.theme.measure.tight or together.height(screen.theme, room.width()) > room.height() * MOST_TOGETHER:
        return [*words, ask]
    return [*words[:-1], together]


def _place_figure(screen: Screen, area: Area, step: Step) -> bool:
    """Put the figure at the end of the lines if it is not too high, as large as it can be; the area loses its room."""
    width = round(area.rect.width() * FIGURE_SHARE)
    figure = figure_within(screen, step, width, area.rect.height())
    if figure is None:
        return False
    side = area.end(width, screen.theme.mm(12))
    top = side.top() + (side.height() - figure.high) // 2
    figure.place(screen, QRect(side.left(), top, width, figure.high), screen.theme)
    return True


def _picture_above(screen: Screen, room: QRect, picture: Picture, share: float) -> Fixed:
    """A picture of a share of the height, not wider than its sheet."""
    high = min(round(room.height() * share), round(room.width() * 0.8))

    def put(_parent: object, rect: QRect) -> None:
        wide = min(rect.width(), round(rect.height() * 1.5))
        PictureBox(screen, QRect(rect.center().x() - wide // 2, rect.top(), wide, rect.height()), screen.theme, picture)

    return Fixed(high, put, screen.theme.mm(4))


def _sheet(side: QRect) -> QRect:
    """The picture's place in its column: about as high as wide, in the middle."""
    high = min(side.height(), round(side.width() * 1.02))
    return QRect(side.left(), side.center().y() - high // 2, side.width(), high)
