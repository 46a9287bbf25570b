"""When a screen could not be made: kind words and the way home. Patients never see an error."""

from PySide6.QtCore import QSize

from kiosk.content import markdown
from kiosk.session.routes import Route
from kiosk.session.visit import GoHome
from kiosk.ui.area import Area
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.text import TextStyle


class ApologyScreen(Screen):
    """This page cannot be shown."""

    def __init__(self, scene: Scene, _route: Route, size: QSize) -> None:
        """Lay out the words and the button."""
        super().__init__(scene, size)
        words = self.words.visit
        side = round(size.width() * 0.12)
        area = Area(self.rect(), self.theme.right_to_left).inside(side, round(size.height() * 0.2))
        self.title(area, words.sorry)
        line = self.text(area.rect, markdown.plain(words.sorry_line), TextStyle(Size.LEAD))
        area.top(line.height(), self.theme.mm(10))
        home = ButtonSpec(label=words.sorry_home, icon="house", style=Style.FILLED)
        width = min(home.natural_width(self.theme), area.rect.width())
        rect = area.top(home.height_for(self.theme, width))
        self.button(Area(rect, self.theme.right_to_left).start(width), home, GoHome())
