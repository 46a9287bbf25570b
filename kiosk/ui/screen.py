"""What all screens share: grounds, texts, buttons, and one way to tell what the visitor wishes."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.session.visit import Wish
from kiosk.ui.area import Area
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.palette import Section
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.button import Button, ButtonSpec, Style
from kiosk.ui.widgets.text import Text, TextBlock, TextStyle, place_text


class Screen(QWidget):
    """One screen, laid out once for its scene, its route and its size."""

    wished = Signal(object)
    """Carries a Wish."""

    section: Section = "understand"
    beside: Wish | None = None
    """What a touch beside all buttons wishes; nothing on most screens."""

    def __init__(self, scene: Scene, size: QSize) -> None:
        """Begin an empty screen; subclasses put everything on it in their own constructor."""
        super().__init__()
        self.scene = scene
        self.theme = scene.theme
        self.words = scene.words
        self.resize(size)
        self._grounds: list[tuple[QRect, Surface]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self.theme.right_to_left else Qt.LayoutDirection.LeftToRight
        )

    def wish(self, wish: Wish) -> None:
        """Tell what the visitor wishes."""
        self.wished.emit(wish)

    def lie_over(self, picture: QPixmap) -> None:
        """Take a picture of the screen beneath; only dialogs have one."""

    def page_area(self) -> Area:
        """The room within the margins."""
        margin = self.theme.mm(8.2) if self.theme.measure.tight else self.theme.measure.margin
        return Area(self.rect(), self.theme.right_to_left).inside(margin, self.theme.mm(8.2))

    def ground(self, rect: QRect, surface: Surface) -> None:
        """Paint a surface beneath what stands on the screen."""
        self._grounds.append((rect, surface))

    def card(self, rect: QRect, fill: str = "", *, edge: bool = False) -> None:
        """A card with its soft shadow."""
        palette = self.theme.palette
        outlined = edge or not palette.shadow
        self.ground(
            rect,
            Surface(
                fill or palette.card,
                palette.edge if outlined else "",
                max(1.5, self.theme.mm(0.45)) if outlined else 0,
                self.theme.radius,
                palette.shadow,
                self.theme.mm(6) if palette.shadow else 0,
            ),
        )

    def button(self, rect: QRect, spec: ButtonSpec, wish: Wish) -> Button:
        """A button that tells a wish."""
        button = Button(self, rect, self.theme, spec)
        if spec.style is Style.CARD and self.theme.palette.shadow:
            self.card(rect)
        return button.tells(wish, self.wish)

    def text(self, rect: QRect, words: str, style: TextStyle | None = None, *, middle: bool = False) -> TextBlock:
        """A paragraph."""
        return place_text(self, rect, Text.of(words, style or TextStyle()), self.theme, middle=middle)

    def heading(self, rect: QRect, words: str, style: TextStyle) -> TextBlock:
        """The screen's heading."""
        return place_text(self, rect, Text.of(words, style), self.theme, heading=True)

    def text_height(self, words: str, style: TextStyle, width: int) -> int:
        """The height of a text at a width, in pixels."""
        return Text.of(words, style).lay(self.theme, width).height

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

    def word_count(self) -> int:
        """How many words there are to read."""
        told = (getattr(child, "words", "") for child in self.findChildren(QWidget))
        return sum(len(words.split()) for words in told if isinstance(words, str))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the grounds."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.palette.paper))
        reach = self.theme.mm(7)
        for rect, surface in self._grounds:
            if rect.adjusted(-reach, -reach, reach, reach).intersects(event.rect()):
                self.theme.surfaces.paint(painter, rect, surface)
