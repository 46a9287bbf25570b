"""The parts of a page beside it, above it, or behind one button: whatever the screen has room for."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect

from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.values import value_class

BESIDE_SHARE = 0.235
"""Of the width, for the list beside a page."""
ABOVE_SHARE = 0.3
"""Of the height, at most, for a list above a page."""
TALLEST_MM = 28


@value_class
class Tab:
    """One part of a page."""

    label: str
    icon: str
    route: Route


def place_tabs(screen: Screen, area: Area, tabs: Sequence[Tab], current: int, contents: Route) -> QRect:
    """Cut the tabs off the area; where they do not fit, one button that opens the contents.

    Returns the room left below tabs that stand beside the page, else an empty one.
    """
    whole = QRect(area.rect)
    specs = [
        ButtonSpec(
            label=tab.label,
            icon=tab.icon,
            leading=True,
            style=Style.PLAIN,
            section=screen.section,
            checked=index == current,
        )
        for index, tab in enumerate(tabs)
    ]
    cells = _beside(screen.theme, area, specs) or _above(screen.theme, area, specs)
    if cells is None:
        _behind(screen, area, tabs[current], contents)
        return QRect()
    for tab, spec, cell in zip(tabs, specs, cells, strict=True):
        screen.button(cell, spec, Go(tab.route))
    below = QRect(cells[-1].left(), cells[-1].bottom() + 1, cells[-1].width(), whole.bottom() - cells[-1].bottom())
    return below if area.rect.top() == whole.top() else QRect()


def _beside(theme: Theme, area: Area, specs: list[ButtonSpec]) -> list[QRect] | None:
    if theme.measure.portrait:
        return None
    width = max(round(area.rect.width() * BESIDE_SHARE), *(spec.least_width(theme) for spec in specs))
    if width > area.rect.width() * 0.32:
        return None
    gap = theme.measure.gap
    heights = [_height(theme, spec, width) for spec in specs]
    spare = area.rect.height() - sum(heights) - gap * (len(specs) - 1)
    if spare < 0:
        return None
    grow = min(spare // len(specs), max(0, theme.mm(TALLEST_MM) - max(heights)))
    column = Area(area.start(width, theme.mm(7)))
    return [column.top(height + grow, gap) for height in heights]


def _above(theme: Theme, area: Area, specs: list[ButtonSpec]) -> list[QRect] | None:
    gap = theme.measure.gap
    for columns in (4, 3, 2):
        rows = ceil(len(specs) / columns)
        width = (area.rect.width() - gap * (columns - 1)) // columns
        if any(spec.least_width(theme) > width for spec in specs):
            continue
        height = max(_height(theme, spec, width) for spec in specs)
        strip = rows * (height + gap) - gap
        if strip <= area.rect.height() * ABOVE_SHARE and height <= 3 * theme.measure.em(Size.BUTTON) + theme.mm(7):
            return Area(area.top(strip, theme.mm(7)), area.right_to_left).grid(columns, rows, gap)[: len(specs)]
    return None


def _behind(screen: Screen, area: Area, tab: Tab, contents: Route) -> None:
    spec = ButtonSpec(label=tab.label, icon="list", leading=True, style=Style.PILL, section=screen.section)
    height = spec.height_for(screen.theme, area.rect.width())
    screen.button(area.top(height, screen.theme.measure.gap), spec, Go(contents))


def _height(theme: Theme, spec: ButtonSpec, width: int) -> int:
    lines = spec.lay(theme, width, theme.palette.ink).height + 2 * theme.mm(2.5)
    return max(theme.measure.small_target, lines)
