"""While nobody is there: pictures of what the kiosk holds, each opening its own page."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, QTimer

from kiosk.content.model.home import Slide
from kiosk.pages.opening import route_to
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Change, Go
from kiosk.ui.pieces.clinic import place_clinic
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.door import DoorButton, DoorLook
from kiosk.ui.widgets.text import TextStyle

SLIDE_SECONDS = 10
"""At least 8 (A11Y-39)."""


class AttractScreen(Screen):
    """Greets, shows one slide, and moves on by itself; a touch anywhere begins."""

    beside = Go(routes.Home())

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the slide of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Attract)
        self._route = route
        home = scene.pages.own.home
        slide = home.slides[route.slide % len(home.slides)] if home.slides else None
        picture, words = self._parts()
        if slide is not None:
            self._slide(slide, picture)
        self._greet(words)
        self._timer = QTimer(self, interval=SLIDE_SECONDS * 1000, singleShot=True)
        self._timer.timeout.connect(lambda: self.wish(Change(replace(route, slide=route.slide + 1))))

    def showEvent(self, event: object) -> None:
        """Begin to count when seen."""
        self._timer.start()
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's event

    def _parts(self) -> tuple[QRect, QRect]:
        area = self.page_area()
        if self.theme.measure.portrait:
            top = area.top(round(area.rect.height() * 0.55), self.theme.mm(10))
            return top, area.rect
        side = area.end(round(area.rect.width() * 0.56), self.theme.mm(14))
        return side, area.rect

    def _slide(self, slide: Slide, rect: QRect) -> None:
        """The picture and its line, one target that opens its page."""
        opens = route_to(self.scene.pages, slide.opens) or routes.Home()
        look = DoorLook(slide.line, "", "", "understand", slide.picture.file, whole=True)
        self.card(rect)
        DoorButton(self, rect, self.theme, look).tells(Go(opens), self.wish)

    def _greet(self, rect: QRect) -> None:
        theme, home = self.theme, self.scene.pages.own.home
        area = self.page_area()
        area.rect = QRect(rect)
        clinic = place_clinic(self, area)
        area.top(clinic.height(), theme.mm(6))
        begin = ButtonSpec(label=home.begin, icon="hand-pointer", style=Style.FILLED, section="clinic", size=Size.LEAD)
        height = max(theme.mm(32), begin.height_for(theme, rect.width()))
        self.button(area.bottom(height, theme.measure.gap), begin, Go(routes.Home()))
        self._greetings(area.rect)

    def _greetings(self, rect: QRect) -> None:
        """The greeting in the present language, and smaller in the others, in the middle of the room."""
        theme, home = self.theme, self.scene.pages.own.home
        large = TextStyle(Size.TITLE, 800, line_height=1.14)
        short = TextStyle(Size.LEAD, 400, theme.palette.ink_soft, line_height=1.35)
        small = TextStyle(Size.HEADING, 600, theme.tones("understand").on_tint, line_height=1.2)
        lines = [(home.greeting, large), (home.begin_line, short), *((line, small) for line in self.scene.greetings)]
        heights = [self.text_height(words, style, rect.width()) for words, style in lines]
        gap = theme.mm(5)
        spoken = [words for words, _ in lines]
        while len(lines) > 1 and sum(heights) + gap * (len(lines) - 1) > rect.height():
            lines.pop()
            heights.pop()
        area = self.page_area()
        area.rect = QRect(rect)
        area.top(max(0, rect.height() - sum(heights) - gap * (len(lines) - 1)) // 2)
        for number, ((words, style), height) in enumerate(zip(lines, heights, strict=True)):
            place = area.top(height, gap)
            if number:
                self.text(place, words, style)
            else:
                heading = self.heading(place, words, style)
                heading.setAccessibleName(" ".join([words, *spoken[len(lines) :]]))
