"""Nothing flashes, nothing plays on unseen, every step can be taken back (A11Y-38, A11Y-39, A11Y-85)."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton

from kiosk.session import routes
from kiosk.session.routes import Dialog, Home
from kiosk.session.visit import Go
from kiosk.ui.screens.tips import TipsScreen
from kiosk.ui.widgets.wishing import WishButton
from tests.ui.stops import SCREENS
from tests.ui.test_motion import lets_go, moving
from tests.visitor import Visitor

STEPS = 12
DARKER = 0.1
"""A change of the mean brightness that could be seen as a flash (WCAG 2.3.1)."""


def brightness(picture: QImage) -> float:
    """The mean of all pixels, from 0 to 1."""
    small = picture.scaled(64, 36).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(small.pixelColor(x, y).lightnessF() for x in range(64) for y in range(36)) / (64 * 36)


@pytest.mark.a11y("A11Y-38")
@pytest.mark.parametrize(
    "name", ["Treatments explained", "Tips for every day", "Get help now", "Easier to use", "Finish"]
)
def test_nothing_flashes_from_screen_to_screen(visitor: Visitor, name: str) -> None:
    """At most one change of brightness: from the one screen to the other, never back and forth."""
    visitor.stands_at(Home())
    seen = [brightness(_on_the_glass(visitor))]
    lets_go(visitor, name)
    for step in range(1, STEPS + 1):
        for animation in moving(visitor):
            animation.pause()
            animation.setCurrentTime(animation.totalDuration() * step // (STEPS + 1))
            animation.resume()
        seen.append(brightness(_on_the_glass(visitor)))
    visitor.settles()
    seen.append(brightness(_on_the_glass(visitor)))
    assert _reversals(seen) == 0


def _on_the_glass(visitor: Visitor) -> QImage:
    """What the screen shows, which is not what would be painted anew: what leaves is painted no more."""
    QCoreApplication.processEvents()
    return visitor.window.screen().grabWindow(visitor.window.winId()).toImage()


def _reversals(seen: list[float]) -> int:
    """How often the brightness turns back by more than a flash would."""
    turns, way, last = 0, 0, seen[0]
    for value in seen[1:]:
        if abs(value - last) >= DARKER:
            now = 1 if value > last else -1
            turns += way not in (0, now)
            way, last = now, value
    return turns


@pytest.mark.a11y("A11Y-39")
def test_tips_do_not_play_on_beneath_a_dialog(visitor: Visitor) -> None:
    visitor.stands_at(routes.Tips(playing=True))
    assert _plays(visitor)
    visitor.touch("Easier to use")
    assert not _plays(visitor)
    visitor.touch("Close")
    assert _plays(visitor)
    visitor.touch("Home")


def _plays(visitor: Visitor) -> bool:
    screen = visitor.app.stage.screen_now
    assert isinstance(screen, TipsScreen)
    return any(timer.isActive() for timer in screen.findChildren(QTimer))


@pytest.mark.a11y("A11Y-85")
@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ("apology", "attract", "dialog-still-there")])
def test_back_undoes_every_step_from_a_screen(visitor: Visitor, name: str) -> None:
    """Whatever leads elsewhere: Back leads here again."""
    for index in range(len(_leading(visitor, name))):
        button = _leading(visitor, name)[index]
        before = visitor.visit.routes
        button.click()
        visitor.settles()
        if len(visitor.visit.routes) > len(before):
            visitor.touch("Back")
            closed = tuple(route for route in before if not isinstance(route, Dialog))
            assert visitor.visit.routes in (before, closed)


def _leading(visitor: Visitor, name: str) -> list[QAbstractButton]:
    """All that leads to another place; a dialog that is left for a screen stays closed."""
    visitor.stands_at(*SCREENS[name])
    visitor.holds_still()
    return [button for button in visitor.buttons() if isinstance(button, WishButton) and isinstance(button.wish, Go)]


def test_nothing_of_an_animation_is_left(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    running = QAbstractAnimation.State.Running
    assert [one for one in visitor.window.findChildren(QAbstractAnimation) if one.state() is running] == []
