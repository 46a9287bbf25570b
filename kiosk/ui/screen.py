"""What all screens share: grounds, texts, buttons, and one way to tell what the visitor wishes."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPixmap

from kiosk.session.visit import Wish
from kiosk.ui.area import Area
from kiosk.ui.board import Board
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import Button, ButtonSpec
from kiosk.ui.widgets.text import TextStyle
from kiosk.ui.widgets.text_block import TextBlock


class Screen(Board):
    """One screen, laid out once for its scene, its route and its size."""

    wished = Signal(object)
    """Carries a Wish."""

    accessible_cover = False
    """Whether a dialog lies over it, so that assistive technology is told nothing of it."""
    still = False
    """Whether nothing may slide."""
    beside: Wish | None = None
    """What a touch beside all buttons wishes; nothing on most screens."""

    def __init__(self, scene: Scene, size: QSize) -> None:
        """Begin an empty screen; subclasses put everything on it in their own constructor."""
        super().__init__(scene.theme, size)
        self.scene = scene
        self.words = scene.words
        self.clinic_place = QRect()
        """Where the clinic's name stands; empty on screens without it."""

    def wish(self, wish: Wish) -> None:
        """Tell what the visitor wishes."""
        self.wished.emit(wish)

    def set_covered(self, covered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """A dialog lies over the screen, or no longer does; most screens take no notice."""

    def lie_over(self, picture: QPixmap) -> None:
        """Take a picture of the screen beneath; only dialogs have one."""

    def page_area(self) -> Area:
        """The room within the margins."""
        margin = self.theme.mm(8.2) if self.theme.measure.tight else self.theme.measure.margin
        return Area(self.rect(), self.theme.right_to_left).inside(margin, self.theme.mm(8.2))

    def button(self, rect: QRect, spec: ButtonSpec, wish: Wish) -> Button:
        """A button that tells a wish."""
        return Button(self, rect, self.theme, spec).tells(wish, self.wish)

    def title(self, area: Area, words: str, short: str = "") -> TextBlock:
        """The screen's heading, cut off the top of the area, with one line beneath."""
        style = TextStyle(Size.TITLE, 800, line_height=1.14)
        heading = self.heading(area.rect, words, style)
        area.top(heading.height(), self.theme.mm(2))
        if short:
            style = TextStyle(Size.BODY, 400, self.theme.palette.ink_soft)
            line = self.text(area.rect, short, style)
            area.top(line.height(), self.theme.mm(2))
        area.top(self.theme.mm(4))
        return heading
