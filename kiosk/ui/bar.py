"""The bar along the bottom of every screen, where hands and wheelchairs reach."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.session import routes
from kiosk.session.visit import Back, Go, GoHome, Read, Visit, Wish
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, ButtonSpec, Style
from kiosk.values import value_class

MOST_ROWS = 4
MOST_LINES = 2
"""Lines of a label before the bar takes another row."""
TOP_MM = 5.2
EDGE_MM = 8.2
AROUND_FINISH_MM = 10.2
"""Nobody is to end their visit by a hand that shakes: accessibility requirement A11Y-04, and a little for rounding."""


@value_class
class Entry:
    """One button of the bar."""

    spec: ButtonSpec
    short: str
    """The label where room is scarce."""
    wish: Wish
    at_end: bool = True

    def stacked(self) -> ButtonSpec:
        """The button with its icon above the short label."""
        spoken = self.spec.spoken or self.spec.label
        return replace(self.spec, label=self.short, spoken=spoken, stacked=True, size=Size.SMALL)


@value_class
class Plan:
    """Where the buttons stand."""

    height: int
    places: tuple[tuple[Entry, ButtonSpec, QRect], ...]


class Bar(QWidget):
    """Home, Back, Get help now, My questions, Listen, Easier to use, the other language, Finish."""

    wished = Signal(object)
    """Carries a Wish."""

    def __init__(self, scene: Scene, width: int) -> None:
        """Build the bar for a width; it is as high as it must be."""
        super().__init__()
        self._theme = scene.theme
        accent = bool(scene.clinic.accent)
        self._line = max(2, scene.theme.mm(1.2 if accent else 0.5))
        self._line_colour = scene.theme.tones("clinic").sign if accent else scene.theme.palette.hairline
        plan = plan_bar(scene, width)
        self.resize(QSize(width, plan.height))
        self._buttons = [
            Button(self, rect, self._theme, spec).tells(entry.wish, self.wished.emit)
            for entry, spec, rect in plan.places
        ]

    def follow(self, scene: Scene) -> None:
        """Say where the visitor is now, in a scene that looks the same: only what differs is painted anew."""
        for button, entry in zip(self._buttons, _entries(scene), strict=True):
            button.change(entry.stacked() if button.spec.stacked else entry.spec)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.card))
        painter.fillRect(0, 0, self.width(), self._line, QColor(self._line_colour))


def plan_bar(scene: Scene, width: int) -> Plan:
    """The bar in one row of pills if they fit, else in as few rows of cells as its words allow."""
    entries = _entries(scene)
    return _pills(scene.theme, entries, width) or _cells(scene.theme, entries, width)


def at_home(visit: Visit) -> bool:
    """Whether the visitor stands on the first page, with no dialog over it."""
    return isinstance(visit.screen, routes.Home) and visit.dialog is None


def _entries(scene: Scene) -> list[Entry]:
    words, visit = scene.words.bar, scene.visit
    counted = f"{words.questions}: {len(visit.questions)}" if visit.questions else words.questions
    home = ButtonSpec(label=words.home, icon="house", style=Style.FILLED if at_home(visit) else Style.PILL)
    return [
        Entry(home, words.home, GoHome(), at_end=False),
        Entry(ButtonSpec(label=words.back, icon=scene.theme.arrows[0]), words.back, Back(), at_end=False),
        Entry(
            ButtonSpec(label=words.help, icon="truck-medical", style=Style.TINTED, section="help"),
            words.help_short,
            Go(routes.Help()),
            at_end=False,
        ),
        Entry(
            ButtonSpec(label=words.questions, spoken=counted, icon="list-check", count=len(visit.questions)),
            words.questions_short,
            Go(routes.Questions()),
        ),
        Entry(
            ButtonSpec(label=words.listen, icon="volume-high", style=Style.FILLED if visit.hearing.on else Style.PILL),
            words.listen,
            Go(routes.Listen()),
        ),
        Entry(ButtonSpec(label=words.easier, icon="universal-access"), words.easier_short, Go(routes.Easier())),
        *_language(scene),
        Entry(ButtonSpec(label=words.finish, icon="arrow-right-from-bracket"), words.finish, Go(routes.Finish())),
    ]


def _language(scene: Scene) -> list[Entry]:
    """The other language by its own name; with more than two, the choice of them."""
    reader = scene.visit.reader
    others = [(code, name) for code, name in scene.languages if code != reader.language]
    if len(others) == 1:
        code, name = others[0]
        return [
            Entry(ButtonSpec(label=name, icon="language", language=code), name, Read(replace(reader, language=code)))
        ]
    label = scene.words.bar.language
    return [Entry(ButtonSpec(label=label, icon="globe"), label, Go(routes.Languages()))] if others else []


def _pills(theme: Theme, entries: list[Entry], width: int) -> Plan | None:
    """One row: the first buttons at the start, the others at the end; the mark of a count has its room kept."""
    gap, edge = theme.measure.gap, theme.mm(EDGE_MM)
    widths = [
        replace(entry.spec, count=entry.spec.count or int(_counts(entry))).natural_width(theme) for entry in entries
    ]
    if sum(widths) + gap * len(entries) + _more_gap(theme) + 2 * edge > width:
        return None
    height = theme.measure.target
    top = theme.mm(TOP_MM)
    lefts = _lefts(theme, entries, widths, width)
    places = []
    for entry, left, wide in zip(entries, lefts, widths, strict=True):
        x = width - left - wide if theme.right_to_left else left
        places.append((entry, entry.spec, QRect(x, top, wide, height)))
    return Plan(top + height + edge, tuple(places))


def _more_gap(theme: Theme) -> int:
    """What the gap before Finish has more than another."""
    return theme.mm(AROUND_FINISH_MM) - theme.measure.gap


def _lefts(theme: Theme, entries: list[Entry], widths: list[int], width: int) -> list[int]:
    gap, edge, more = theme.measure.gap, theme.mm(EDGE_MM), _more_gap(theme)
    ending = sum(wide + gap for entry, wide in zip(entries, widths, strict=True) if entry.at_end) - gap + more
    x_start, x_end = edge, width - edge - ending
    lefts = []
    for entry, wide in zip(entries, widths, strict=True):
        if entry is entries[-1]:
            x_end += more
        lefts.append(x_end if entry.at_end else x_start)
        if entry.at_end:
            x_end += wide + gap
        else:
            x_start += wide + gap
    return lefts


def _counts(entry: Entry) -> bool:
    return isinstance(entry.wish, Go) and isinstance(entry.wish.route, routes.Questions)


def _cells(theme: Theme, entries: list[Entry], width: int) -> Plan:
    """As many columns as rows need; before the column and above the row of Finish there is more room."""
    columns = _columns(theme, entries, width)
    gap, top, edge, more = theme.measure.gap, theme.mm(TOP_MM), theme.mm(EDGE_MM), _more_gap(theme)
    specs = [entry.stacked() for entry in entries]
    height = max(spec.height_for(theme, columns[at % len(columns)]) for at, spec in enumerate(specs))
    last_row, last_column = divmod(len(entries) - 1, len(columns))
    places = []
    for at, (entry, spec) in enumerate(zip(entries, specs, strict=True)):
        row, column = divmod(at, len(columns))
        left = edge + sum(columns[:column]) + column * gap + (more if column >= last_column else 0)
        x = width - left - columns[column] if theme.right_to_left else left
        y = top + row * (height + gap) + (more if 0 < row == last_row else 0)
        places.append((entry, spec, QRect(x, y, columns[column], height)))
    return Plan(places[-1][2].top() + height + edge, tuple(places))


def _columns(theme: Theme, entries: list[Entry], width: int) -> list[int]:
    """How wide the columns are in the fewest rows in which every label fits."""
    needs = [_need(theme, entry.stacked()) for entry in entries]
    divisions = [_division(theme, needs, rows, width) for rows in range(1, MOST_ROWS + 1)]
    wanted, room = next((division for division in divisions if sum(division[0]) <= division[1]), divisions[-1])
    return _shared(wanted, room)


def _division(theme: Theme, needs: list[int], rows: int, width: int) -> tuple[list[int], int]:
    """How wide the columns want to be, and the room for all of them."""
    count = ceil(len(needs) / rows)
    wanted = [max(needs[column::count]) for column in range(count)]
    return wanted, width - 2 * theme.mm(EDGE_MM) - theme.measure.gap * (count - 1) - _more_gap(theme)


def _shared(wanted: list[int], room: int) -> list[int]:
    """The room in even parts if that is enough for all, else what each wants and an even part of what is left."""
    even = room // len(wanted)
    if max(wanted) <= even or sum(wanted) > room:
        return [even] * len(wanted)
    more = (room - sum(wanted)) // len(wanted)
    return [wide + more for wide in wanted]


def _need(theme: Theme, spec: ButtonSpec) -> int:
    """How narrow a cell may be: a finger hits it, and its label is not cut and takes no more than two lines."""
    wide = max(theme.measure.target, spec.least_width(theme))
    while spec.lay(theme, wide, theme.palette.ink).lines > MOST_LINES:
        wide += theme.measure.gap
    return wide
