"""The head of a screen: its title and the ways to its parts; one short row where height is scarce."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from kiosk.session.routes import Provenance, Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.pieces.tabs import Tab, place_tabs
from kiosk.ui.pieces.wrap import Option, place_wrapped, wrap
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.text import Text, TextStyle, widest_word

TITLE_SHARE = 0.4
"""Of the width, at least, for the title beside buttons."""


def place_head(
    screen: Screen, area: Area, title: str, short: str, tabs: Sequence[Tab], current: int, contents: Route
) -> None:
    """Cut the title, the line beneath it and the tabs off the area."""
    if not screen.theme.measure.tight:
        screen.title(area, title, short)
        place_tabs(screen, area, tabs, current, contents)
        return
    place_row(screen, area, title, [contents_option(screen, tabs[current], contents)], spoken=f"{title}. {short}")


def contents_option(screen: Screen, tab: Tab, contents: Route) -> Option:
    """The button that says which part is on show and opens the others."""
    return Option(ButtonSpec(label=tab.label, icon="list", section=screen.section), Go(contents))


def sources_option(screen: Screen, page: str) -> Option:
    """The button that tells where the words of a page come from."""
    return Option(ButtonSpec(label=screen.words.page.sources, icon="book-open"), Go(Provenance(page)))


def place_row(screen: Screen, area: Area, title: str, options: Sequence[Option], *, spoken: str = "") -> None:
    """Cut a row off the area: the title, and buttons beside it, or below it where they do not fit."""
    theme = screen.theme
    gap = theme.measure.gap
    style = TextStyle(Size.CARD, 800, line_height=1.15)
    specs = [option.spec for option in options]
    wide = sum(spec.natural_width(theme) for spec in specs) + gap * len(specs)
    beside = wide <= min(area.rect.width() * (1 - TITLE_SHARE), area.rect.width() - gap - _widest(title, style, theme))
    room = area.rect.width() - wide - gap if beside else area.rect.width()
    high = screen.text_height(title, style, room)
    if beside:
        least = theme.measure.target if options else 0
        row = Area(area.top(max(high, least), gap), theme.right_to_left)
        strip = row.end(wide - gap, gap)
        _title(screen, row.rect, title, style, spoken)
        wrapped = wrap(theme, specs, strip.width())
        place_wrapped(screen, strip, options, wrapped)
        return
    _title(screen, area.top(high, theme.mm(2)), title, style, spoken)
    wrapped = wrap(theme, specs, area.rect.width())
    place_wrapped(screen, area.top(wrapped.height, gap), options, wrapped)


def _widest(title: str, style: TextStyle, theme: Theme) -> int:
    """The width of the title's longest word, in pixels."""
    return widest_word([Text.of(title, style)], theme)


def _title(screen: Screen, rect: QRect, title: str, style: TextStyle, spoken: str) -> None:
    heading = screen.heading(rect, title, style)
    heading.move(heading.x(), rect.top() + max(0, rect.height() - heading.height()) // 2)
    if spoken:
        heading.setAccessibleName(spoken)
