"""Somebody who reads with wider spacing: of letters, words, lines and paragraphs, as WCAG 2.2 has it in 1.4.12."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from PySide6.QtGui import QFont, QPointingDevice
from PySide6.QtWidgets import QWidget

from kiosk.content.library import Library
from kiosk.session.routes import Home
from kiosk.session.visit import Ask, Go, Picked
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Fonts, Theme
from kiosk.ui.widgets.flow import Paragraph
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.text import Text, TextStyle
from tests.asked import ON_PRP
from tests.conftest import SETTINGS
from tests.ui.facts import facts_of
from tests.ui.rules import lost, none
from tests.ui.stops import SAMPLE, SHAPES, Look, goes_through
from tests.visitor import Visitor

LETTERS: Final = 0.12
WORDS: Final = 0.16
LINES: Final = 1.5
PARAGRAPHS: Final = 2.0
"""Times the size of the letters."""
LOOKS: Final = [Look("landscape", 100), Look("portrait", 200)]


def spaced_font(plain: Any) -> Any:  # noqa: ANN401 - a method
    """Fonts.font with wider letters and words."""

    def font(self: Fonts, pixels: int, *args: Any, **named: Any) -> QFont:  # noqa: ANN401 - handed through
        made: QFont = plain(self, pixels, *args, **named)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, LETTERS * pixels)
        made.setWordSpacing(WORDS * pixels)
        return made

    return font


def spaced_lines(plain: Any) -> Any:  # noqa: ANN401 - a method
    """Text._lay with lines further apart."""

    def lay(self: Text, theme: Theme, width: int) -> Laid:
        style = replace(self.style, line_height=max(LINES, self.style.line_height))
        laid: Laid = plain(replace(self, style=style), theme, width)
        return laid

    return lay


def spaced_paragraphs(plain: Any, visitors: list[Visitor]) -> property:  # noqa: ANN401 - a property
    """Paragraph.gap with more room, but for what belongs to the paragraph before."""

    def gap(self: Paragraph) -> int:
        own: int = plain.__get__(self, Paragraph)
        em = visitors[-1].app.scene().theme.measure.em(self.text.style.size)
        return max(own, round(PARAGRAPHS * em)) if own else 0

    return property(gap, plain.__set__)


@pytest.fixture(scope="module")
def spaced(
    english: Library, glass: QPointingDevice, shared_windows: set[QWidget], one_factory: None
) -> Iterator[dict[Look, Visitor]]:
    """Visitors at kiosks whose words are set wider."""
    visitors: list[Visitor] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fonts, "font", spaced_font(Fonts.font))
        patch.setattr(Text, "_lay", spaced_lines(Text._lay))
        patch.setattr(Paragraph, "gap", spaced_paragraphs(Paragraph.__dict__["gap"], visitors))
        made = {}
        for look in LOOKS:
            visitors.append(Visitor(english, SETTINGS, glass, SHAPES[look.shape]))
            made[look] = visitors[-1]
            shared_windows.add(made[look].window)
            made[look].window.setUpdatesEnabled(False)
            made[look].app.session.take(Go(Home()))
            made[look].app.session.take(Ask(Picked("Is PRP right for my kind of pain?", ON_PRP)))
            made[look].reads_as(look.reader)
        yield made
    for visitor in visitors:
        visitor.leaves()


@pytest.mark.a11y("A11Y-26")
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_lost(spaced: dict[Look, Visitor], look: Look) -> None:
    visitor = spaced[look]
    none(fault for name in SAMPLE for where in goes_through(visitor, name) for fault in lost(facts_of(visitor, where)))


@pytest.mark.a11y("A11Y-26")
def test_the_spacing_is_as_wide_as_it_says(spaced: dict[Look, Visitor]) -> None:
    theme = spaced[Look()].app.scene().theme
    font = theme.fonts.font(100)
    assert (font.letterSpacing(), font.wordSpacing()) == (12, 16)
    em = theme.measure.em(Size.BODY)
    assert Text.of("Two words.", TextStyle(line_height=1.2)).lay(theme, 500).line_height == round(LINES * em)
    assert Paragraph(Text.of("Two words.", TextStyle()), gap=1).gap == round(PARAGRAPHS * visitors_em(spaced))


def visitors_em(spaced: dict[Look, Visitor]) -> int:
    """The size of body text for the visitor who came last."""
    return list(spaced.values())[-1].app.scene().theme.measure.em(Size.BODY)
