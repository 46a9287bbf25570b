"""What can be measured on a screen: targets, texts and the accessibility tree, taken down once for all rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.session import routes
from kiosk.session.visit import Go, Leave
from kiosk.ui.widgets.button import Button, ButtonSpec, Style
from kiosk.ui.widgets.door import DoorButton
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text_block import TextBlock
from tests import tree
from tests.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be touched."""

    name: str
    label: str
    rect: QRect
    kind: str
    is_main: bool
    in_bar: bool
    ends_visit: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Words or a picture and where they stand; where nothing else may stand."""

    name: str
    rect: QRect


@dataclass(frozen=True, slots=True)
class Letters:
    """A text and how high its capital letters are, in pixels."""

    words: str
    capital: float
    is_body: bool
    longest_line: int


@dataclass(frozen=True, slots=True)
class Facts:
    """One part of one screen."""

    where: str
    px_per_mm: float
    window: QRect
    room: QRect
    """Where the screen's own things may stand: above the bar."""
    targets: tuple[Target, ...]
    shown: tuple[Shown, ...]
    letters: tuple[Letters, ...]
    clipped: tuple[str, ...]
    nodes: tuple[tree.Seen, ...]
    """What assistive technology is told."""
    bar: tuple[tuple[str, QRect], ...]
    word_count: int
    """So many words the kiosk itself counts."""


def facts_of(visitor: Visitor, where: str) -> Facts:
    """Take down what stands on the glass now."""
    top, bar = visitor.top, visitor.bar
    on_top = _visible(top)
    widgets = [*on_top, *_visible(bar)]
    stage = visitor.app.stage
    return Facts(
        where,
        visitor.app.scene().theme.measure.px_per_mm,
        visitor.window.rect(),
        QRect(stage.mapTo(visitor.window, QPoint(0, 0)), stage.size()),
        tuple(_target(widget, visitor) for widget in widgets if isinstance(widget, QAbstractButton)),
        tuple(_shown(widget, visitor) for widget in on_top if _takes_room(widget)),
        tuple(letters for widget in widgets for letters in _letters(widget)),
        tuple(_name(widget) for widget in widgets if getattr(widget, "clipped", False)),
        tuple(tree.nodes(top)),
        tuple((node.name, node.rect) for node in tree.nodes(bar)),
        top.word_count(),
    )


def _visible(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible()]


def _target(widget: QAbstractButton, visitor: Visitor) -> Target:
    in_bar = visitor.bar.isAncestorOf(widget)
    is_main = in_bar or isinstance(widget, DoorButton) or (isinstance(widget, Button) and _is_main(widget.spec))
    rect = QRect(widget.mapTo(visitor.window, QPoint(0, 0)), widget.size())
    ends_visit = getattr(widget, "wish", None) in (Go(routes.Finish()), Leave())
    return Target(widget.accessibleName(), widget.text(), rect, type(widget).__name__, is_main, in_bar, ends_visit)


def _is_main(spec: ButtonSpec) -> bool:
    """Whether a button is filled, or leads on or back."""
    return spec.style is Style.FILLED or spec.icon in ("arrow-left", "arrow-right")


def _takes_room(widget: QWidget) -> bool:
    return isinstance(widget, (TextBlock, QAbstractButton, PictureBox))


def _shown(widget: QWidget, visitor: Visitor) -> Shown:
    rect = QRect(widget.mapTo(visitor.window, QPoint(0, 0)), widget.size())
    if isinstance(widget, TextBlock):
        rect = widget.words_rect.translated(rect.topLeft() - widget.pos())
    return Shown(_name(widget), rect)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()[:60]}"


def _letters(widget: QWidget) -> Iterator[Letters]:
    for laid in _laid(vars(widget).values()):
        font = laid.layout.font()
        lines = [len(_line(laid, number)) for number in range(laid.lines)]
        is_body = not isinstance(widget, QAbstractButton) or type(widget).__name__ == "Explained"
        yield Letters(laid.layout.text(), QFontMetricsF(font).capHeight(), is_body, max(lines, default=0))


def _line(laid: Laid, number: int) -> str:
    line = laid.layout.lineAt(number)
    return laid.layout.text()[line.textStart() : line.textStart() + line.textLength()].rstrip()


def _laid(values: Iterable[object]) -> Iterator[Laid]:
    for value in values:
        if isinstance(value, Laid):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from _laid(value)
        elif isinstance(value, dict):
            yield from _laid(value.values())


def gap(one: QRect, other: QRect) -> float:
    """The room between two rectangles, in pixels; 0 where they touch or overlap."""
    dx = max(one.left() - other.right() - 1, other.left() - one.right() - 1, 0)
    dy = max(one.top() - other.bottom() - 1, other.top() - one.bottom() - 1, 0)
    return float((dx * dx + dy * dy) ** 0.5)
