"""What is painted can be read by everybody: contrast, and colours that some do not see, from the pixels themselves."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPalette, QPointingDevice
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.content.library import Library
from kiosk.content.model.parts import CertaintyLevel
from kiosk.content.model.treatment import Answer
from kiosk.session.routes import Home
from kiosk.session.visit import THEMES, Ask, Go, Picked, Reader
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.box import BoxButton, BoxWords
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.certainty import LEVELS, Dots
from kiosk.ui.widgets.door import DoorButton
from kiosk.ui.widgets.figures import People, PeopleGrid, ScaleBar
from kiosk.ui.widgets.text_block import TextBlock
from tests.asked import ON_PRP
from tests.conftest import SETTINGS
from tests.ui.rules import none
from tests.ui.sight import SIGHTS, Colour, ratio, shares_that_differ, text_contrasts
from tests.ui.stops import SAMPLE, ways_of
from tests.visitor import LANDSCAPE, Visitor

EVERY_THEME = pytest.mark.parametrize("theme", THEMES)
PAINTED: Final = [
    *((name, theme) for theme in ("light", "dark") for name in SAMPLE),
    *((name, theme) for theme in ("contrast-light", "contrast-dark", "yellow") for name in SAMPLE[::4]),
]
"""In high contrast sections have no colours of their own: fewer screens show all there is."""
TEXT: Final = 7.0
TEXT_IN_FEWER_COLOURS: Final = 4.5
SHAPE: Final = 3.0
LEAST_SHARE: Final = 0.01
"""Of a thing's pixels: so many tell its two states apart by more than a shade."""
ROUNDED: Final = 0.05


@pytest.fixture(scope="module")
def someone(
    english: Library, glass: QPointingDevice, shared_windows: set[QWidget], one_factory: None
) -> Iterator[Visitor]:
    visitor = Visitor(english, SETTINGS, glass, LANDSCAPE)
    shared_windows.add(visitor.window)
    visitor.app.session.take(Go(Home()))
    visitor.app.session.take(Ask(Picked("Is PRP right for my kind of pain?", ON_PRP)))
    yield visitor
    visitor.leaves()


def goes_to(visitor: Visitor, name: str, theme: str) -> None:
    """Stand at the first screen of a name, in the colours of a theme."""
    visitor.reads_as(Reader(language="en", theme=theme))  # type: ignore[arg-type]  # one of THEMES
    visitor.stands_at(*next(ways_of(name, visitor.app.scene().pages)))
    if name == "dialog-still-there":
        visitor.is_asked(27)
    visitor.holds_still()
    visitor.settles()


def written(visitor: Visitor) -> Iterator[tuple[str, QRect]]:
    """Everything with words, and where it stands."""
    for root in (visitor.top, visitor.bar):
        for widget in root.findChildren(QWidget):
            if not widget.isVisible() or not isinstance(widget, (TextBlock, QAbstractButton)):
                continue
            if isinstance(widget, TextBlock) or widget.text():
                inner = _inner(widget, visitor.mm(2))
                yield widget.accessibleName()[:50], inner.translated(widget.mapTo(visitor.window, QPoint(0, 0)))


def _inner(widget: QWidget, edge: int) -> QRect:
    """Where a widget has its words: within its edge, and beside its picture."""
    if isinstance(widget, TextBlock):
        return widget.rect()
    inner = widget.rect().adjusted(edge, edge, -edge, -edge)
    if isinstance(widget, DoorButton):
        words = widget._words
        inner.setLeft(inner.left() + words.aside)
        inner.setTop(inner.top() if words.aside else max(inner.top(), inner.bottom() - words.height - 2 * edge))
    return inner


@pytest.mark.a11y("A11Y-31")
@pytest.mark.a11y("A11Y-35")
@pytest.mark.parametrize(("name", "theme"), PAINTED)
def test_all_that_is_written_can_be_read(someone: Visitor, name: str, theme: str) -> None:
    """At 7:1 as it is painted, and at 4.5:1 by whoever sees fewer colours, or none."""
    goes_to(someone, name, theme)
    picture = someone.window.grab().toImage()
    none(
        f"{words}: {sight}: {found:.2f}"
        for words, place in written(someone)
        for sight, found in text_contrasts(picture, place).items()
        if found < (TEXT if sight == "all-colours" else TEXT_IN_FEWER_COLOURS) - ROUNDED
    )


# --- states -------------------------------------------------------------------------------------------------------


def grabbed(make: Callable[..., QWidget], look: Theme, *what: object) -> QImage:
    """The picture of a widget on paper."""
    parent = QWidget()
    parent.setPalette(QPalette(QColor(look.palette.paper)))
    picture = make(parent, look, *what).grab().toImage()
    parent.deleteLater()
    return picture


@pytest.mark.a11y("A11Y-35")
@EVERY_THEME
@pytest.mark.parametrize(
    "name", ["dialog-easier", "dialog-languages", "help-today", "therapies/prp", "compare-matters", "tips-of-a-kind"]
)
def test_what_is_chosen_is_told_from_what_is_not(someone: Visitor, theme: str, name: str) -> None:
    """Each switch, tab and choice, on and off."""
    goes_to(someone, name, theme)
    buttons = [button for button in someone.top.findChildren(Button) if button.spec.checked is not None]
    assert buttons or name in ("compare-matters", "tips-of-a-kind")
    for button in buttons:
        on, off = (grabbed(_like, button.theme, button, checked) for checked in (True, False))
        none(alike(button.accessibleName(), on, off))


def _like(parent: QWidget, look: Theme, button: Button, checked: bool) -> Button:
    return Button(parent, QRect(QPoint(0, 0), button.size()), look, replace(button.spec, checked=checked))


def alike(name: str, one: QImage, other: QImage) -> list[str]:
    """The sights to which two states look the same."""
    shares = shares_that_differ(one, other, SHAPE)
    return [f"{name}: {sight}: {share:.4f}" for sight, share in shares.items() if share < LEAST_SHARE]


@pytest.mark.a11y("A11Y-35")
@EVERY_THEME
def test_figures_tell_by_shape(someone: Visitor, theme: str) -> None:
    """People with and without a result, much and little on a scale, more and less certain."""
    goes_to(someone, "home", theme)
    look = someone.app.scene().theme
    for harm in (True, False):
        none(alike("people", *(grabbed(_people, look, filled, harm) for filled in (10, 60))))
    none(alike("scale", *(grabbed(_scale, look, share) for share in (0.2, 0.8))))
    none(alike("certainty", *(grabbed(_certainty, look, level) for level in LEVELS[::3])))


def _people(parent: QWidget, look: Theme, filled: int, harm: bool) -> PeopleGrid:
    return PeopleGrid(parent, QRect(0, 0, 600, 260), look, "People", People(filled, harm=harm))


def _scale(parent: QWidget, look: Theme, share: float) -> ScaleBar:
    return ScaleBar(parent, QRect(0, 0, 300, ScaleBar.height_for(look, 300, "Pain", 5)), look, "Pain", share)


def _certainty(parent: QWidget, look: Theme, level: CertaintyLevel) -> Dots:
    return Dots(parent, QRect(0, 0, 120, 24), look, level)


@pytest.mark.a11y("A11Y-35")
@EVERY_THEME
def test_an_answer_that_warns_has_heavier_letters(someone: Visitor, theme: str) -> None:
    goes_to(someone, "home", theme)
    look = someone.app.scene().theme
    none(alike("box", *(grabbed(_box, look, caution) for caution in (True, False))))


def _box(parent: QWidget, look: Theme, caution: bool) -> BoxButton:
    words = BoxWords(Answer(short="Not approved for back pain", why="", caution=caution), "PRP", "Is it approved?", "")
    return BoxButton(parent, QRect(0, 0, 400, 110), look, words)


# --- the measure itself -------------------------------------------------------------------------------------------

RED: Final[Colour] = (0.3, 0.0, 0.0)
GREEN: Final[Colour] = (0.0, 0.0892, 0.0)
"""As bright as the red."""


def test_red_and_green_of_one_brightness_are_one_to_some_and_two_to_others() -> None:
    grey = SIGHTS["greys"]
    assert ratio(grey(RED), grey(GREEN)) == pytest.approx(1, abs=0.01)
    assert SIGHTS["all-colours"](RED) != SIGHTS["all-colours"](GREEN)
    assert SIGHTS["no-red"](RED)[0] < 0.2 * RED[0]


def test_words_of_a_weak_colour_are_found() -> None:
    picture = QImage(40, 10, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    for x in range(10):
        picture.setPixel(x, 4, 0x949494)
    assert text_contrasts(picture, picture.rect())["all-colours"] == pytest.approx(3.03, abs=0.02)
