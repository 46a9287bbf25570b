"""Something to do on the spot: breathe with the circle, move for a minute, be told when to change position."""

from dataclasses import replace
from math import cos, pi
from typing import Final

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.content import markdown
from kiosk.content.model.pages import Tip
from kiosk.content.model.parts import Picture
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Stay
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text import Text, TextStyle

IN_SECONDS: Final = 4.0
OUT_SECONDS: Final = 6.0
"""A slow breath: six a minute."""
FRAME_MS: Final = 33
MOVES: Final = 6
MOVE_SECONDS: Final = 10
ALIVE_MS: Final = 20_000
"""While an activity runs, somebody is there (A11Y-68)."""
LONGEST_MS: Final = 600_000
"""Ten minutes on, an activity no longer proves that."""


class ActivityDialog(DialogScreen):
    """The activity of a tip."""

    WIDTH_MM = 300

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the activity of the route's tip."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Activity)  # noqa: S101 - the table of screens pairs them
        tip = scene.pages.page(route.page)
        if not isinstance(tip, Tip) or tip.activity is None:
            raise LookupError(f"There is nothing to do on {route.page}.")
        self.section = "tips"
        words = self.words.tips
        lines = {"breathe": words.breathe_line, "movement": words.movement_line, "timer": words.timer_line}
        line = lines[tip.activity]
        high = min(self.theme.mm(110), round(size.height() * 0.42))

        def put(_parent: QWidget, rect: QRect) -> None:
            if tip.activity == "breathe":
                Breath(self, rect, self.theme, words.breathe_in, words.breathe_out)
            elif tip.activity == "movement":
                Moves(self, rect, self.theme)
            else:
                Clock(self, rect, self.theme, markdown.plain(words.timer_done))

        def pieces(_width: int) -> list[Piece]:
            return [Paragraph(Text.of(markdown.plain(line), TextStyle())), Fixed(high, put, self.theme.mm(6))]

        self.lay_out(tip.title, pieces, part=route.part, part_route=lambda part: replace(route, part=part))
        self._since = QElapsedTimer()
        self._since.start()
        self._alive = QTimer(self, interval=ALIVE_MS)
        self._alive.timeout.connect(self._tell)
        self._alive.start()

    def _tell(self) -> None:
        if self._since.elapsed() > LONGEST_MS:
            self._alive.stop()
        else:
            self.wish(Stay())


class Breath(QWidget):
    """A circle that grows with the breath and shrinks again; with less motion only the words change."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, breathe_in: str, breathe_out: str) -> None:
        """Stand at a rectangle of the parent and begin."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._words = (breathe_in, breathe_out)
        self._since = QElapsedTimer()
        self._since.start()
        self._frame = QTimer(self, interval=500 if theme.less_motion else FRAME_MS)
        self._frame.timeout.connect(self.update)
        self._frame.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle as it is now."""
        seconds = (self._since.elapsed() / 1000) % (IN_SECONDS + OUT_SECONDS)
        inward = seconds < IN_SECONDS
        share = seconds / IN_SECONDS if inward else 1 - (seconds - IN_SECONDS) / OUT_SECONDS
        full = 1.0 if self._theme.less_motion else (1 - cos(pi * share)) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = self._theme.tones("tips")
        most = min(self.width(), self.height()) / 2 - self._theme.mm(1)
        painter.setPen(QPen(QColor(tones.sign), self._theme.mm(1)))
        painter.setBrush(QColor(tones.tint))
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(centre, most * (0.6 + 0.4 * full), most * (0.6 + 0.4 * full))
        painter.setFont(self._theme.font(Size.BODY, 600))
        painter.setPen(QColor(tones.on_tint))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words[0 if inward else 1])


class Moves(QWidget):
    """Six gentle moves, one after the other, each ten seconds."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme) -> None:
        """Stand at a rectangle of the parent and begin."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._number = 0
        self._picture: PictureBox | None = None
        self._timer = QTimer(self, interval=MOVE_SECONDS * 1000)
        self._timer.timeout.connect(self._next)
        self._timer.start()
        self._show()

    def _next(self) -> None:
        self._number = (self._number + 1) % MOVES
        self._show()

    def _show(self) -> None:
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
        wide = min(self.width(), round(self.height() * 1.2))
        rect = QRect((self.width() - wide) // 2, 0, wide, self.height())
        picture = Picture(file=f"move-{self._number + 1}.svg", decoration=True)
        self._picture = PictureBox(self, rect, self._theme, picture)
        self._picture.show()


class Clock(QWidget):
    """Counts minutes down and then says that it is time to change."""

    MINUTES = 5

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, done: str) -> None:
        """Stand at a rectangle of the parent and begin."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._done = done
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is left."""
        left = max(0, self.MINUTES * 60 - self._since.elapsed() // 1000)
        painter = QPainter(self)
        tones = self._theme.tones("tips")
        painter.setPen(QColor(tones.on_tint))
        words = f"{left // 60}:{left % 60:02}" if left else self._done
        painter.setFont(self._theme.font(Size.TITLE if left else Size.LEAD, 800))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
