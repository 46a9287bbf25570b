"""What is painted, and what need not be: a cheap computer without a graphics card answers a touch within a frame."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer, QVariantAnimation
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.session.routes import Home, Tips, Treatments
from kiosk.session.visit import Go
from kiosk.ui.slide import DURATION_MS, Slide
from kiosk.ui.widgets.carousel import Carousel
from tests.conftest import Comes
from tests.visitor import LANDSCAPE, Visitor

FRAME_MS = 16
UHD = QSize(3840, 2160)


class Paints(QObject):
    """How many pixels of a widget are painted, and how often."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.pixels: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.pixels.append(sum(rect.width() * rect.height() for rect in event.region()))  # type: ignore[attr-defined]  # regions can be walked
        return False


def slides_in(visitor: Visitor) -> tuple[Slide, Paints, list[int]]:
    """Go to the treatments, frame by frame; where the picture stood in each."""
    slide = visitor.window.findChild(Slide)
    assert isinstance(slide, Slide)
    paints = Paints(slide)
    places: list[int] = []
    visitor.app.session.take(Go(Treatments()))
    animation = slide.findChild(QVariantAnimation)
    assert isinstance(animation, QVariantAnimation)
    animation.pause()  # a slow machine would go on by itself
    for time in range(0, DURATION_MS, FRAME_MS):
        animation.setCurrentTime(time)
        QCoreApplication.processEvents()
        places.append(slide.x())
    animation.resume()
    visitor.settles()
    assert visitor.place() == Treatments()
    return slide, paints, places


def test_a_button_that_leads_nowhere_looks_let_go(at_home: Visitor) -> None:
    home = at_home.button("Home")
    place = at_home.centre(home)
    at_home.presses(place)
    at_home.settles()
    paints = Paints(home)
    at_home.lifts(place)
    assert at_home.place() == Home()
    assert not home.isDown()
    assert len(paints.pixels) == 1


def test_a_door_that_was_opened_is_not_painted_once_more(at_home: Visitor) -> None:
    door = at_home.button("Treatments explained")
    place = at_home.centre(door)
    at_home.presses(place)
    at_home.window.foresight.ask()
    at_home.settles()
    paints = Paints(door)
    at_home.lifts(place)
    assert at_home.place() == Treatments()
    assert paints.pixels == []


def test_a_screen_slides_in(comes: Comes) -> None:
    visitor = comes(LANDSCAPE)
    _, _, places = slides_in(visitor)
    assert places[0] > LANDSCAPE.width() // 2
    assert all(later < earlier for earlier, later in pairwise(places))


def test_a_very_large_one_is_uncovered_and_each_of_its_pixels_is_painted_once(comes: Comes) -> None:
    visitor = comes(UHD)
    slide, paints, places = slides_in(visitor)
    assert set(places) == {0}
    assert len(paints.pixels) > DURATION_MS // FRAME_MS // 2
    whole = slide.width() * slide.height()
    assert whole * 0.95 < sum(paints.pixels) < whole * 1.05
    assert slide.mask().isEmpty() or slide.isHidden()


def test_the_second_step_does_not_wait_until_the_first_is_painted(comes: Comes) -> None:
    """Which takes its time on a large screen: Qt's animations count from then on."""
    visitor = comes(LANDSCAPE)
    slide = visitor.window.findChild(Slide)
    assert isinstance(slide, Slide)
    visitor.app.session.take(Go(Treatments()))
    (second,) = (timer for timer in slide.findChildren(QTimer) if timer.isActive())
    first = slide.x()
    second.timeout.emit()
    assert slide.x() < first
    visitor.settles()
    assert not second.isActive()


def test_the_last_step_is_painted_before_all_that_it_shows(comes: Comes) -> None:
    """A screen takes longer than a frame to paint; its picture, there already, arrives in time."""
    visitor = comes(LANDSCAPE)
    slide = visitor.window.findChild(Slide)
    assert isinstance(slide, Slide)
    visitor.app.session.take(Go(Treatments()))
    animation = slide.findChild(QVariantAnimation)
    assert isinstance(animation, QVariantAnimation)
    animation.setCurrentTime(animation.totalDuration())
    assert slide.isVisible()
    assert slide.x() == 0
    assert not visitor.screen.isVisible()
    visitor.settles()
    assert slide.isHidden()
    assert visitor.screen.isVisible()


def test_a_card_that_a_finger_takes_hold_of_looks_as_it_did(comes: Comes) -> None:
    """Its picture moves from then on, whole and opaque: what need not be mixed is in the frame sooner."""
    visitor = comes(LANDSCAPE)
    visitor.app.session.take(Go(Tips()))
    visitor.settles()
    carousel = visitor.window.findChild(Carousel)
    assert isinstance(carousel, Carousel)
    place = carousel.card.geometry()
    before = carousel.grab(place).toImage()
    carousel.take_hold(0.0)
    assert carousel.card.isHidden()
    assert carousel.grab(place).toImage() == before
    carousel.let_go(0.0, 1.0)
    visitor.settles()
    assert carousel.card.isVisible()
