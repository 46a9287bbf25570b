"""What every page says in small: that it is general, who has not yet checked it, and whether it is overdue."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QRect

from kiosk.content import markdown
from kiosk.content.model.parts import Review, Translation
from kiosk.ui.area import Area
from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.flow import Paragraph
from kiosk.ui.widgets.text import Text, TextStyle

WARNING_SIGNS = "warning-signs"
"""Stands for the warning signs where a page is named by its id: they are not one of the pages."""
LEAST_MM = 90
"""Narrower lines are hard to read."""
MOST_LETTERS = 80
"""On one line (A11Y-27)."""
MOST_LINES_BESIDE = 2
"""Of notes above the words: what is longer stands below them."""


class Checked(Protocol):
    """A page, or words explained, that somebody must check."""

    @property
    def review(self) -> Review | None:
        """Who has checked it and when it must be checked again; None where that is not written down."""

    @property
    def translation(self) -> Translation | None:
        """Who has checked the translation; None where it was written first."""


def notes_of(scene: Scene, page: Checked, page_id: str = "") -> str:
    """The sentences of a page; without an id it is in the reader's language."""
    words = scene.words.page
    lines = [markdown.plain(words.general), *_of_review(scene, page.review)]
    if page_id and not scene.pages.is_own(page_id):
        lines.append(scene.filled(words.other_language, language=scene.pages.fallback.language.name))
    else:
        lines += _of_translation(scene, page.translation)
    return _joined(lines)


def still_to_check(scene: Scene, found: Iterable[Checked]) -> str:
    """Who has not yet checked what stands together from several files: each sentence once, none where all is done."""
    lines: dict[str, None] = {}
    for one in found:
        lines |= dict.fromkeys((*_of_review(scene, one.review), *_of_translation(scene, one.translation)))
    return _joined(tuple(lines))


def _of_review(scene: Scene, review: Review | None) -> Iterator[str]:
    if review is not None and review.is_overdue(scene.today):
        yield scene.words.page.under_review
    if review is None or review.reviewer is None:
        yield scene.words.page.awaiting_clinician


def _of_translation(scene: Scene, translation: Translation | None) -> Iterator[str]:
    if translation is not None and not translation.translator:
        yield scene.words.page.awaiting_translator


def _joined(lines: Sequence[str]) -> str:
    return " ".join([*map(as_sentence, lines[:-1]), *lines[-1:]])


def notes_style(screen: Screen) -> TextStyle:
    """Small and soft."""
    return TextStyle(Size.SMALL, 400, screen.theme.palette.ink_soft, line_height=1.25)


def notes_piece(screen: Screen, notes: str) -> Paragraph:
    """The notes in their turn, after the words, where height is scarce."""
    return Paragraph(Text.of(notes, notes_style(screen)), screen.theme.mm(6))


def notes_width(screen: Screen, notes: str) -> int:
    """Their width on one line, in pixels."""
    return Text.of(notes, notes_style(screen)).lay(screen.theme, 100_000).natural_width


def place_notes(screen: Screen, inner: Area, notes: str, count: str = "") -> None:
    """Cut the step's number and the notes off the area: beside each other above if they fit, else above and below."""
    theme = screen.theme
    bold = TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.2)
    lead = Text.of(count, bold).lay(theme, 100_000).natural_width + theme.mm(12) if count else 0
    wide = min(notes_width(screen, notes), line_width(screen, notes, inner.rect.width() - lead))
    style = notes_style(screen)
    height = screen.text_height(notes, style, wide)
    if height <= MOST_LINES_BESIDE * screen.text_height("-", style, wide):
        line = Area(inner.top(height, theme.mm(3)), theme.right_to_left)
        screen.text(line.end(wide), notes, style)
        if count:
            screen.text(line.rect, count, bold)
        return
    place_below(screen, inner, notes)
    if count:
        inner.top(screen.text(inner.rect, count, bold).height(), theme.mm(3))


def place_below(screen: Screen, area: Area, notes: str) -> None:
    """Cut the notes off the bottom of the area, with no line longer than can be followed."""
    style = notes_style(screen)
    wide = line_width(screen, notes, area.rect.width())
    line = Area(area.bottom(screen.text_height(notes, style, wide), screen.theme.mm(3)), screen.theme.right_to_left)
    screen.text(line.start(wide), notes, style)


def place_beside(screen: Screen, room: QRect, notes: str) -> bool:
    """Put the notes at the end of a room beside what stands there, if they fit."""
    wide = min(notes_width(screen, notes), line_width(screen, notes, room.width()))
    style = notes_style(screen)
    if wide < screen.theme.mm(LEAST_MM) or screen.text_height(notes, style, wide) > room.height():
        return False
    screen.text(Area(room, screen.theme.right_to_left).end(wide), notes, style, middle=True)
    return True


def line_width(screen: Screen, notes: str, room: int) -> int:
    """All the room for notes that are no longer than a line may be, in pixels."""
    return room if len(notes) <= MOST_LETTERS else min(room, screen.theme.measure.longest_line(Size.SMALL))
