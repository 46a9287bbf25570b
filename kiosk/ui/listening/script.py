"""What a person would read aloud of a screen: in the order of its outline, sentence by sentence."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.speech.sentences import sentences
from kiosk.ui.assistive.accessible import is_told
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.values import value_class


@value_class
class Line:
    """One sentence, and where it stands on the screen."""

    words: str
    widget: QWidget
    start: int
    end: int


def script_of(screen: Screen) -> list[Line]:
    """All of a screen that is read aloud; what leads elsewhere, such as its tabs, is left out."""
    script: list[Line] = []
    heading = ""
    for widget in _read_widgets(screen):
        lines = _lines(widget)
        if isinstance(widget, QAbstractButton):  # a box of a comparison: the question of its row was just read
            lines = [line for line in lines if line.words != heading] or lines
        else:
            heading = widget.accessibleName()
        script += lines
    return script


def _read_widgets(screen: Screen) -> Iterator[QWidget]:
    for widget in screen.findChildren(QWidget):
        if widget.isVisibleTo(screen) and _is_read(widget):
            yield widget


def _is_read(widget: QWidget) -> bool:
    if isinstance(widget, Button):
        return False
    return is_told(widget) or (isinstance(widget, QAbstractButton) and bool(widget.accessibleName()))


def _lines(widget: QWidget) -> list[Line]:
    name = widget.accessibleName()
    return [Line(sentence.words, widget, sentence.start, sentence.end) for sentence in sentences(name)]
