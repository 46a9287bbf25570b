"""Something to do on the spot: breathe with the circle, move for a minute, be told when to change position.

Nothing begins before it is wished, so that who reads slowly, listens or goes by keys has heard first what to do. Then
every phase is a sign of life (A11Y-68): the idle limit is longer than any of them. A pause and the end are none.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.model.pages import Tip
from kiosk.pages.activities import course_of
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Announce, Stay
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.abreast import Abreast, Said, position_style, share_out
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.widgets.breath import Breath
from kiosk.ui.widgets.button import Button, ButtonSpec, Style
from kiosk.ui.widgets.caption import Caption
from kiosk.ui.widgets.dial import Dial
from kiosk.ui.widgets.flow import Fixed, Piece
from kiosk.ui.widgets.phase_timer import Going, PhaseTimer
from kiosk.ui.widgets.picture_series import PictureSeries

SHAPES: Final = {"breathe": 1.0, "movement": 1.2, "timer": 1.0}
"""How wide the picture of each is for its height."""


class ActivityDialog(DialogScreen):
    """The activity of a tip: a picture, its words, and one button that begins, holds and goes on."""

    WIDTH_MM = 300

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the activity of the route's tip, ready to begin."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Activity)
        tip = scene.pages.page(route.page)
        if not isinstance(tip, Tip) or tip.activity is None:
            raise LookupError(f"There is nothing to do on {route.page}.")
        self.section = "tips"
        self._activity = tip.activity
        self._course = course_of(tip.activity, self.words.tips, scene.filled)
        self._timer = PhaseTimer(self, [phase.seconds for phase in self._course.phases])
        self._frames = QTimer(self)
        specs = self._specs()
        widest = max(specs.values(), key=lambda spec: spec.natural_width(self.theme))
        self.lay_out(
            tip.title,
            self._pieces,
            [Option(widest, Stay())],
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )
        (self._button,) = (button for button in self.findChildren(Button) if button.wish == Stay())
        self._button.change(specs[self._timer.going])
        self._button.on_touch(self._press)
        self._timer.entered.connect(self._tell)
        self._timer.over.connect(self._end)

    # --- what stands there ------------------------------------------------------------------------------------------

    def _specs(self) -> dict[Going, ButtonSpec]:
        """What the button says, by how far the activity is."""
        words = self.words.tips
        faces = {
            Going.NOT_BEGUN: (words.start, "play"),
            Going.ON: (words.pause, "pause"),
            Going.HELD: (words.go_on, "play"),
            Going.OVER: (words.once_more, "arrow-rotate-left"),
        }
        return {
            going: ButtonSpec(label=label, icon=icon, style=Style.FILLED, section="tips")
            for going, (label, icon) in faces.items()
        }

    def _pieces(self, width: int) -> list[Piece]:
        """The picture and the words, as large as there is room for."""
        positions = [phase.position for phase in self._course.phases if phase.position]
        said = Said(
            (self._course.opening, self._course.closing), [phase.words for phase in self._course.phases], positions
        )
        abreast = share_out(self.theme, QSize(width, self.room), SHAPES[self._activity], said)
        return [Fixed(abreast.height, lambda _parent, rect: self._put(rect, abreast))]

    def _put(self, rect: QRect, abreast: Abreast) -> None:
        picture, position, words = abreast.places(rect, right_to_left=self.theme.right_to_left)
        self._visual = self._put_visual(picture)
        self._position = Caption(self, position, self.theme)
        self._caption = Caption(self, words, self.theme, middle=position.isEmpty() and not abreast.is_upright)
        self._around, self._on_the_way = abreast.around, abreast.on_the_way
        self._caption.say(self._course.opening, self._around)

    def _put_visual(self, rect: QRect) -> QWidget:
        visual: Breath | Dial | PictureSeries
        if self._activity == "breathe":
            still = self.theme.less_motion or self.scene.visit.hearing.on
            visual = Breath(self, rect, self.theme, self._timer, still=still)
        elif self._activity == "movement":
            files = [phase.picture for phase in self._course.phases]
            visual = PictureSeries(self, rect, self.theme, self._timer, files)
        else:
            visual = Dial(self, rect, self.theme, self._timer)
        self._frames.setInterval(visual.frame_ms)
        self._frames.timeout.connect(visual.update)
        return visual

    # --- how it goes ------------------------------------------------------------------------------------------------

    def _press(self) -> None:
        """Begin, hold, or go on where it was held."""
        if self._timer.going is Going.ON:
            self._hold()
            self.wish(Announce(self.words.tips.paused))
        elif self._timer.going is Going.HELD:
            self._timer.go_on()
            self._tell(self._timer.number)
        else:
            self._timer.begin()

    def _tell(self, number: int) -> None:
        """Say what is to be done now, to eyes and ears."""
        phase = self._course.phases[number]
        self._position.say(phase.position, position_style(self.theme))
        self._caption.say(phase.words, self._on_the_way)
        self._follow()
        self.wish(Announce(phase.told))

    def _end(self) -> None:
        self._position.say("", position_style(self.theme))
        self._caption.say(self._course.closing, self._around)
        self._follow()
        self.wish(Announce(self._course.closing, rings=True))

    def _hold(self) -> None:
        self._timer.hold()
        self._follow()

    def _follow(self) -> None:
        """The button and the picture go along: frames are drawn only while something moves."""
        self._button.change(self._specs()[self._timer.going])
        if self._timer.going is Going.ON and self._frames.interval():
            self._frames.start()
        else:
            self._frames.stop()
        self._visual.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self._hold()
        super().hideEvent(event)
