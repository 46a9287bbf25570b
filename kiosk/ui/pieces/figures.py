"""The figure of a step as pieces of a page: its result, its groups or points, and what the numbers mean."""

from PySide6.QtCore import QRect

from kiosk.content import markdown
from kiosk.content.model.parts import PeopleFigure, ScaleFigure, ScalePoint, Step
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.figures import PEOPLE, People, PeopleGrid, ScaleBar, caption_style
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.text import Text, TextStyle

LEAST_GRID_MM = 150
"""Narrower pictures of 100 people stand one below the other."""
PEOPLE_MM = (PeopleGrid.WIDE_MM, 6.0, 5.0, 4.0)
"""The room for one of the people of a figure."""


def figure_pieces(screen: Screen, step: Step, room: QRect) -> list[Piece]:
    """The figure of a step: on one screen, so that no number stands without the one it is compared with.

    Where one has no room for all of it, the numbers stand together before the pictures of each.
    """
    theme, width = screen.theme, room.width()
    figure = step.people or step.scale
    if figure is None:
        return []
    whole = figure_within(screen, step, width, room.height())
    if whole is not None:
        return [whole]
    gap = theme.mm(4)
    result = Paragraph(Text.of(figure.result, caption_style(theme)), theme.mm(6), heading=True)
    pictures: list[Piece]
    if isinstance(figure, PeopleFigure):
        groups = drawn(screen, figure)
        names = [name for name, _ in groups]
        pictures = [_group_piece(screen, name, people, width, gap) for name, people in groups]
    else:
        names = [_point_words(point) for point in figure.points]
        pictures = [_point_piece(screen, figure, point, width, gap) for point in figure.points]
        pictures.append(Paragraph(Text.of(_ends(figure), _note_style(theme)), gap))
    numbers = tuple(Paragraph(Text.of(name, _note_style(theme)), theme.mm(2)) for name in names)
    together = Group(result, numbers)
    is_low = together.height(theme, width) <= room.height()
    pieces: list[Piece] = [together, *pictures] if is_low else [result, *numbers, *pictures]
    if figure.note:
        pieces.append(Paragraph(Text.of(markdown.plain(figure.note), _note_style(theme)), gap))
    return pieces


def _group_piece(screen: Screen, name: str, people: People, width: int, gap: int) -> Fixed:
    def put(_parent: object, rect: QRect) -> None:
        PeopleGrid(screen, rect, screen.theme, name, people)

    return Fixed(PeopleGrid.height_for(screen.theme, width, name), put, gap)


def _point_piece(screen: Screen, figure: ScaleFigure, point: ScalePoint, width: int, gap: int) -> Fixed:
    def put(_parent: object, rect: QRect) -> None:
        share = (point.value - figure.lowest) / max(1, figure.highest - figure.lowest)
        ScaleBar(screen, rect, screen.theme, _point_words(point), share)

    return Fixed(ScaleBar.height_for(screen.theme, width, point.name, point.value), put, gap)


def figure_within(screen: Screen, step: Step, width: int, height: int) -> Fixed | None:
    """The figure of a step as large as a room allows; None where it has none, or one that is too high."""
    figures = (_figure(screen, step, width, wide) for wide in PEOPLE_MM)
    return next((figure for figure in figures if figure is not None and figure.high <= height), None)


def _figure(screen: Screen, step: Step, width: int, wide: float) -> Fixed | None:
    if step.people is not None:
        return _people(screen, step.people, width, wide)
    return _scale(screen, step.scale, width) if step.scale is not None else None


def drawn(screen: Screen, figure: PeopleFigure) -> list[tuple[str, People]]:
    """Each group: its name with its numbers, of 100 and as they were counted; and who stands in its picture."""
    said = screen.words.page.of
    pairs = []
    for group in figure.groups:
        people = People(round(PEOPLE * group.count / group.of) if group.of else 0, figure.kind == "harm")
        words = f"{group.name}: {screen.scene.filled(said, number=people.filled, count=PEOPLE)}"
        counted = screen.scene.filled(said, number=group.count, count=group.of)
        pairs.append((words if group.of == PEOPLE else f"{words} ({counted})", people))
    return pairs


def _point_words(point: ScalePoint) -> str:
    return f"{point.name}: {point.value}"


def _people(screen: Screen, figure: PeopleFigure, width: int, wide: float) -> Fixed:
    theme = screen.theme
    gap = theme.mm(5)
    columns = len(figure.groups) if width >= len(figure.groups) * theme.mm(LEAST_GRID_MM) else 1
    cell = (width - gap * (columns - 1)) // columns
    groups = drawn(screen, figure)
    grids = [PeopleGrid.height_for(theme, cell, name, wide) for name, _ in groups]
    caption = _caption(theme, figure.result, width)
    note = _note(theme, markdown.plain(figure.note), width)
    rows = -(-len(figure.groups) // columns)
    high = caption.height + max(grids) * rows + gap * rows + note.height + theme.mm(2)

    def put(_parent: object, rect: QRect) -> None:
        area = Area(rect, theme.right_to_left)
        screen.text(area.top(caption.height, theme.mm(3)), figure.result, caption_style(theme))
        strip = area.top(max(grids) * rows + gap * (rows - 1), theme.mm(3))
        cells = Area(strip, theme.right_to_left).grid(columns, rows, gap)
        for (name, people), place in zip(groups, cells, strict=False):
            PeopleGrid(screen, place, theme, name, people, wide=wide)
        if figure.note:
            screen.text(area.rect, markdown.plain(figure.note), _note_style(theme))

    return Fixed(high, put, theme.mm(5))


def _note_style(theme: Theme) -> TextStyle:
    return TextStyle(Size.BUTTON, 400, theme.palette.ink_soft, line_height=1.3)


def _caption(theme: Theme, words: str, width: int) -> Laid:
    return Text.of(words, caption_style(theme)).lay(theme, width)


def _note(theme: Theme, words: str, width: int) -> Laid:
    return Text.of(words, _note_style(theme)).lay(theme, width)


def _scale(screen: Screen, figure: ScaleFigure, width: int) -> Fixed:
    theme = screen.theme
    caption = _caption(theme, figure.result, width)
    note = _note(theme, markdown.plain(figure.note), width)
    bars = [ScaleBar.height_for(theme, width, point.name, point.value) for point in figure.points]
    ends = _note(theme, _ends(figure), width)
    gap = theme.mm(3)
    high = caption.height + sum(bars) + gap * (len(bars) + 2) + ends.height + note.height

    def put(_parent: object, rect: QRect) -> None:
        area = Area(rect, theme.right_to_left)
        screen.text(area.top(caption.height, gap), figure.result, caption_style(theme))
        for point, bar in zip(figure.points, bars, strict=True):
            share = (point.value - figure.lowest) / max(1, figure.highest - figure.lowest)
            ScaleBar(screen, area.top(bar, gap), theme, _point_words(point), share)
        screen.text(area.top(ends.height, gap), _ends(figure), _note_style(theme))
        if figure.note:
            screen.text(area.rect, markdown.plain(figure.note), _note_style(theme))

    return Fixed(high, put, theme.mm(5))


def _ends(figure: ScaleFigure) -> str:
    return f"{figure.lowest}: {figure.lowest_means}. {figure.highest}: {figure.highest_means}."
