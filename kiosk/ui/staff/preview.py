"""The picture of a page that waits: small beside the rows, and by a touch on the whole screen."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap

from kiosk.staff.acts import Enlarge, Turn
from kiosk.staff.words import StaffWords
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, ButtonSpec
from kiosk.ui.widgets.text import Text, TextStyle

_SIGN_MM: Final = 11
_BAND_PAD_MM: Final = 6.5
"""Around the label on the whole screen, so that its band covers one row of the bar."""


class PreviewButton(Button):
    """The picture in its own shape, with a sign that it can be enlarged."""

    def __init__(self, board: StaffBoard, rect: QRect, picture: QPixmap, spoken: str) -> None:
        """spoken: what assistive technology says of it."""
        super().__init__(board, rect, board.theme, ButtonSpec(label=spoken, icon="expand"))
        self._picture = picture.scaled(
            rect.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self.tells(Enlarge(), board.wished.emit)

    @property
    def clipped(self) -> bool:
        """Its label is only spoken."""
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, and the sign in its lower corner."""
        painter, theme, palette = QPainter(self), self.theme, self.theme.palette
        painter.drawPixmap(0, 0, self._picture)
        width = theme.mm(1.1 if self.isDown() else 0.45)
        theme.surfaces.paint(painter, self.rect(), Surface("", palette.edge, width, theme.mm(2)))
        side, gap = theme.mm(_SIGN_MM), theme.mm(2)
        x = gap if theme.right_to_left else self.width() - gap - side
        place = QRect(x, self.height() - gap - side, side, side)
        tones = theme.tones("clinic")
        theme.surfaces.paint(painter, place, Surface(tones.fill, radius=side // 2))
        icon = theme.icons.pixmap(self.spec.icon, tones.on_fill, round(side * 0.6))
        painter.drawPixmap(place.center() - icon.rect().center(), icon)
        self.paint_focus(painter)


class PreviewBoard(StaffBoard):
    """The picture on the whole screen, as patients will see it; a touch anywhere leads back."""

    def __init__(self, theme: Theme, words: StaffWords, size: QSize, picture: QPixmap, part: int = 0) -> None:
        """picture: of a screen of this size, or of the size that it had before; part: the screenful to go back to."""
        super().__init__(theme, words, size)
        _Whole(self, picture, part)


class _Whole(Button):
    """All of the screen is one button, so that nobody takes what is drawn on it for one."""

    def __init__(self, board: StaffBoard, picture: QPixmap, part: int) -> None:
        words = board.told("preview_close")
        super().__init__(board, board.rect(), board.theme, ButtonSpec(label=words, section="clinic"))
        self._picture = picture.scaled(
            board.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self.tells(Turn(part), board.wished.emit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, and over its bar what a touch does."""
        painter, theme = QPainter(self), self.theme
        painter.drawPixmap(self.rect().center() - self._picture.rect().center(), self._picture)
        tones, pad = theme.tones("clinic"), theme.mm(_BAND_PAD_MM)
        style = TextStyle(Size.BUTTON, 600, tones.on_fill, line_height=1.22, centred=True)
        laid = Text.of(self.spec.label, style).lay(theme, self.width() - 2 * pad)
        high = max(theme.measure.target, laid.height) + 2 * pad
        painter.fillRect(0, self.height() - high, self.width(), high, QColor(tones.fill))
        laid.paint(painter, QPoint(pad, self.height() - (high + laid.height) // 2))
        self.paint_focus(painter)
