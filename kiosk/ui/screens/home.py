"""The five doors."""

from PySide6.QtCore import QRect, QSize

from kiosk.content.model.pages import Door
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.palette import Section
from kiosk.ui.widgets.clinic import place_clinic
from kiosk.ui.widgets.door import DoorButton, DoorLook


class HomeScreen(Screen):
    """What would you like to know?"""

    def __init__(self, scene: Scene, _route: Route, size: QSize) -> None:
        """Lay out the doors: one large, four beside or below it."""
        super().__init__(scene, size)
        home = scene.pages.own.home
        area = self.page_area()
        self._head(area, home.title, home.short)
        doors: list[tuple[Door, Section, Route]] = [
            (home.understand, "understand", routes.Understand()),
            (home.treatments, "treatments", routes.Treatments()),
            (home.compare, "compare", routes.Compare(self._comparison())),
            (home.tips, "tips", routes.Tips()),
            (home.help, "help", routes.Help()),
        ]
        for (door, section, route), rect in zip(doors, self._places(area), strict=True):
            self._door(door, section, route, rect)

    def leads_to(self) -> tuple[Route, ...]:
        """The doors, the most used first."""
        return (
            routes.Treatments(),
            routes.Understand(),
            routes.Tips(),
            routes.Compare(self._comparison()),
            routes.Help(),
        )

    def _head(self, area: Area, title: str, short: str) -> None:
        clinic = place_clinic(self, area)
        if not self.theme.measure.portrait and not self.theme.measure.large_text:
            beside = Area(QRect(area.rect), area.right_to_left)
            beside.end(clinic.width(), self.theme.measure.gap)
            self.title(beside, title, short)
            area.rect.setTop(max(beside.rect.top(), clinic.bottom() + self.theme.measure.gap))
            return
        area.top(clinic.height(), self.theme.mm(4))
        self.title(area, title, short)

    def _places(self, area: Area) -> list[QRect]:
        gap = self.theme.mm(8)
        if self.theme.measure.portrait:
            big = area.top(round(area.rect.height() * 0.36), gap)
            return [big, *area.grid(2, 2, gap)]
        big = area.start(round(area.rect.width() * 0.37), gap)
        return [big, *area.grid(2, 2, gap)]

    def _door(self, door: Door, section: Section, route: Route, rect: QRect) -> None:
        solid = section == "understand"
        look = DoorLook(door.title, door.short, door.icon, section, door.picture.file if door.picture else "", solid)
        self.card(rect, self.theme.tones(section).fill if solid else "")
        DoorButton(self, rect, self.theme, look).clicked.connect(lambda: self.wish(Go(route)))

    def _comparison(self) -> str:
        cards = self.scene.pages.cards("comparison")
        return cards[0].id if cards else ""
