"""Cards side by side: the present one in the middle, its neighbours peeking in; it follows the finger and snaps."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEasingCurve, QMargins, QPoint, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.ui.input.swipe import SwipeArea
from kiosk.ui.slide import DURATION_MS
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.values import value_class

TURN_SHARE: Final = 0.22
"""Of a card's width: so far the finger must go to turn to the next."""
FLING_PER_SECOND: Final = 0.9
"""Of a card's width: so fast a short swipe turns as well."""
RESISTANCE: Final = 0.3
"""How much of the finger's way a card follows where there is no next one."""
VEIL: Final = 0.35
"""How much paper lies over the neighbours of a card at rest, 0 to 1."""


@value_class
class Deck:
    """The cards there are, made when they are wanted."""

    count: int
    make: Callable[[int], QWidget]


class Carousel(SwipeArea):
    """Shows one card of a deck."""

    settled = Signal(int)
    """The carousel has come to rest on another card: its position."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, card: QRect, deck: Deck, position: int) -> None:
        """Stand at a rectangle of the parent; card is the present card's place in it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(rect)
        self._theme = theme
        self._place = card
        self._deck = deck
        self._position = position
        gap = theme.mm(9)
        self._step = card.width() + gap
        self._offset = 0.0
        self._pictures: dict[int, QPixmap] = {}
        self._ground = ground_of_cards(theme)
        self._around = QMargins(gap // 2, self._ground.spread, gap // 2, self._ground.spread)
        """What a picture shows around its card, so that a frame of a swipe has nothing to draw beside pictures."""
        self._veil = QColor(theme.palette.paper)
        self._veil.setAlphaF(VEIL)
        self.is_held = False
        """Whether a finger moves the card."""
        self._held: tuple[float, float] = (0.0, 0.0)
        self._speed = 0.0
        self._target = position
        self.card = deck.make(position)
        self.card.setParent(self)
        self.card.move(card.topLeft())
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._move_to)
        self._glide.finished.connect(self._rest)

    def turn(self, by: int) -> None:
        """Glide to the card before or after, if there is one."""
        if self._can(by):
            self._prepare()
            self._glide_to(by)

    def take_hold(self, now: float) -> None:
        """The finger holds the card."""
        self._glide.stop()
        self._prepare()
        self.is_held = True
        self._held = (now, 0.0)
        self._speed = 0.0

    def follow(self, distance: float, now: float) -> None:
        """The card moves with the finger."""
        then, before = self._held
        if now > then:
            self._speed = (distance - before) / (now - then)
            self._held = (now, distance)
        by = self._direction(distance)
        self._move_to(distance if self._can(by) else distance * RESISTANCE)

    def let_go(self, distance: float, now: float) -> None:
        """Turn, or snap back."""
        self.is_held = False
        self.follow(distance, now)
        by = self._direction(distance)
        far = abs(distance) > self._place.width() * TURN_SHARE
        fast = abs(self._speed) > self._place.width() * FLING_PER_SECOND and self._speed * distance > 0
        self._glide_to(by if self._can(by) and (far or fast) else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards that are in view: as pictures while moving, as empty edges at rest."""
        painter = QPainter(self)
        places = self._places()
        pictures = {} if self.card.isVisible() else self._pictures
        whole = {at: place.marginsAdded(self._around) for at, place in places.items() if at in pictures}
        painter.setClipRegion(_without(event.rect(), whole.values()))
        painter.fillRect(event.rect(), QColor(self._theme.palette.paper))
        painter.setClipping(False)
        for position, place in places.items():
            if position in pictures:
                painter.drawPixmap(whole[position].topLeft(), pictures[position])
            else:
                self._theme.surfaces.paint(painter, place, self._ground)
                if position != self._position:
                    painter.fillRect(place, self._veil)

    def _places(self) -> dict[int, QRect]:
        """Where the cards in view lie, by position."""
        there = {
            self._position + self._side(neighbour): self._place.translated(
                round(self._offset + neighbour * self._step), 0
            )
            for neighbour in (-1, 0, 1)
        }
        return {
            position: place
            for position, place in there.items()
            if 0 <= position < self._deck.count and place.intersects(self.rect())
        }

    def _side(self, neighbour: int) -> int:
        """Which card lies at the left or right."""
        return -neighbour if self._theme.right_to_left else neighbour

    def _direction(self, distance: float) -> int:
        return self._side(-1 if distance > 0 else 1)

    def _can(self, by: int) -> bool:
        return 0 <= self._position + by < self._deck.count

    def _prepare(self) -> None:
        """Pictures of the card and its neighbours; they move more smoothly than the cards themselves."""
        self._pictures = {
            position: self._pictures[position] for position in self._pictures if abs(position - self._position) <= 1
        }
        for position in (self._position - 1, self._position, self._position + 1):
            if 0 <= position < self._deck.count and position not in self._pictures:
                card = self.card if position == self._position else self._deck.make(position)
                self._pictures[position] = self._picture_of(card)
                if card is not self.card:
                    card.deleteLater()
        self.card.hide()

    def _picture_of(self, card: QWidget) -> QPixmap:
        """The card on its ground and the paper around: what is opaque is copied into a frame, and not mixed."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(card.size().grownBy(self._around) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.palette.paper))
        painter = QPainter(picture)
        place = QRect(QPoint(self._around.left(), self._around.top()), card.size())
        self._theme.surfaces.paint(painter, place, self._ground)
        painter.end()
        card.render(picture, place.topLeft(), QRegion(), QWidget.RenderFlag.DrawChildren)
        return picture

    def _glide_to(self, by: int) -> None:
        self._target = self._position + by
        self._glide.stop()
        self._glide.setStartValue(float(self._offset))
        self._glide.setEndValue(float(-self._side(by) * self._step))
        self._glide.setDuration(DURATION_MS)
        self._glide.start()

    def _move_to(self, offset: float) -> None:
        self._offset = float(offset)
        self.update()

    def _rest(self) -> None:
        if self._target != self._position:
            self.settled.emit(self._target)
        else:
            self._offset = 0.0
            self.card.show()
            self.update()


def ground_of_cards(theme: Theme) -> Surface:
    """What lies beneath each card, with its shadow: a card shows a little of it in its corners."""
    palette = theme.palette
    spread = theme.mm(6) if palette.shadow else 0
    return Surface(palette.card, palette.edge, theme.ground_edge, theme.radius, palette.shadow, spread)


def _without(rect: QRect, places: Iterable[QRect]) -> QRegion:
    """What of a rectangle lies beside the places."""
    region = QRegion(rect)
    for place in places:
        region = region.subtracted(QRegion(place))
    return region
