"""The figure of a step as pieces of a page: its result, its groups or points, and what the numbers mean."""

from PySide6.QtCore import QRect

from kiosk.content import markdown
from kiosk.content.model import parts
from kiosk.content.model.parts import PeopleFigure, ScaleFigure, ScalePoint, Step
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.figures import PEOPLE, PeopleGrid, ScaleBar, caption_style
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.text import Text, TextStyle

LEAST_GRID_MM = 150
"""Narrower pictures of 100 people stand one below the other."""


def figure_pieces(screen: Screen, step: Step, room: QRect) -> list[Piece]:
    """The figure of a step: on one screen, so that no number stands without the one it is compared with.

    Where one has no room for all of it, the numbers stand together before the pictures of each.
    """
    theme, width = screen.theme, room.width()
    figure = step.people or step.scale
    if figure is None:
        return []
    whole = figure_piece(screen, step, width)
    if whole is not None and whole.high <= room.height():
        return [whole]
    gap = theme.mm(4)
    result = Paragraph(Text.of(figure.result, caption_style(theme)), theme.mm(6), heading=True)
    pictures: list[Piece]
    if isinstance(figure, PeopleFigure):
        names = [group_words(screen, group) for group in figure.groups]
        pictures = [_group_piece(screen, group, width, gap, harm=figure.kind == "harm") for group in figure.groups]
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


def _group_piece(screen: Screen, group: parts.Group, width: int, gap: int, *, harm: bool) -> Fixed:
    name = group_words(screen, group)

    def put(_parent: object, rect: QRect) -> None:
        PeopleGrid(screen, rect, screen.theme, name, per_hundred(group), harm=harm)

    return Fixed(PeopleGrid.height_for(screen.theme, width, name), put, gap)


def _point_piece(screen: Screen, figure: ScaleFigure, point: ScalePoint, width: int, gap: int) -> Fixed:
    def put(_parent: object, rect: QRect) -> None:
        share = (point.value - figure.lowest) / max(1, figure.highest - figure.lowest)
        ScaleBar(screen, rect, screen.theme, _point_words(point), share)

    return Fixed(ScaleBar.height_for(screen.theme, width, point.name, point.value), put, gap)


def figure_piece(screen: Screen, step: Step, width: int, wide: float = PeopleGrid.WIDE_MM) -> Fixed | None:
    """The figure of a step, if it has one; wide: the room for one of 100 people, in millimetres."""
    if step.people is not None:
        return _people(screen, step.people, width, wide)
    return _scale(screen, step.scale, width) if step.scale is not None else None


def per_hundred(group: parts.Group) -> int:
    """How many of 100 people that would be."""
    return round(PEOPLE * group.count / group.of) if group.of else 0


def group_words(screen: Screen, group: parts.Group) -> str:
    """Name and numbers of a group: of 100, and as they were counted where that was another number."""
    words = screen.words.page.of
    hundred = screen.scene.filled(words, number=per_hundred(group), count=PEOPLE)
    counted = f" ({screen.scene.filled(words, number=group.count, count=group.of)})" if group.of != PEOPLE else ""
    return f"{group.name}: {hundred}{counted}"


def _point_words(point: ScalePoint) -> str:
    return f"{point.name}: {point.value}"


def _people(screen: Screen, figure: PeopleFigure, width: int, wide: float) -> Fixed:
    theme = screen.theme
    gap = theme.mm(5)
    columns = len(figure.groups) if width >= len(figure.groups) * theme.mm(LEAST_GRID_MM) else 1
    cell = (width - gap * (columns - 1)) // columns
    names = [group_words(screen, group) for group in figure.groups]
    grids = [PeopleGrid.height_for(theme, cell, name, wide) for name in names]
    caption = _caption(theme, figure.result, width)
    note = _note(theme, markdown.plain(figure.note), width)
    rows = -(-len(figure.groups) // columns)
    high = caption.height + max(grids) * rows + gap * rows + note.height + theme.mm(2)

    def put(_parent: object, rect: QRect) -> None:
        area = Area(rect, theme.right_to_left)
        screen.text(area.top(caption.height, theme.mm(3)), figure.result, caption_style(theme))
        strip = area.top(max(grids) * rows + gap * (rows - 1), theme.mm(3))
        cells = Area(strip, theme.right_to_left).grid(columns, rows, gap)
        for group, name, place in zip(figure.groups, names, cells, strict=False):
            PeopleGrid(screen, place, theme, name, per_hundred(group), harm=figure.kind == "harm", wide=wide)
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
