"""The five doors."""

from PySide6.QtCore import QRect, QSize

from kiosk.content.model.home import Door
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.palette import Section
from kiosk.ui.widgets.cards import Choice, place_cards
from kiosk.ui.widgets.clinic import place_clinic
from kiosk.ui.widgets.door import DoorButton, DoorLook, door_fits
from kiosk.ui.widgets.text import TextStyle


class HomeScreen(Screen):
    """What would you like to know?"""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the doors: one large, four beside or below it; where height is scarce, a screenful at a time."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Home)  # noqa: S101 - the table of screens pairs them
        home = scene.pages.own.home
        area = self.page_area()
        self._head(area, home.title, home.short)
        choices = self._doors()
        places = self._places(Area(QRect(area.rect), area.right_to_left))
        held = all(
            door_fits(self.theme, choice.look, rect.size(), beside=False)
            for choice, rect in zip(choices, places, strict=True)
        )
        if self.theme.measure.tight or not held:
            place_cards(self, area, choices, route.part, routes.Home)
            return
        for choice, rect in zip(choices, places, strict=True):
            self.card(rect, self.theme.tones(choice.look.section).fill if choice.look.solid else "")
            DoorButton(self, rect, self.theme, choice.look).tells(Go(choice.route), self.wish)

    def _doors(self) -> list[Choice]:
        home = self.scene.pages.own.home
        tight = self.theme.measure.tight
        doors: list[tuple[Door, Section, Route]] = [
            (home.understand, "understand", routes.Understand()),
            (home.treatments, "treatments", routes.Treatments()),
            (home.compare, "compare", routes.Compare(self._comparison())),
            (home.tips, "tips", routes.Tips()),
            (home.help, "help", routes.Help()),
        ]
        return [
            Choice(
                DoorLook(
                    door.title,
                    door.short,
                    door.icon,
                    section,
                    door.picture.file if door.picture and not tight else "",
                    solid=section == "understand",
                    large=not tight,
                ),
                route,
            )
            for door, section, route in doors
        ]

    def _head(self, area: Area, title: str, short: str) -> None:
        clinic = place_clinic(self, area)
        if self.theme.measure.tight:
            line = Area(QRect(area.rect), area.right_to_left)
            line.end(clinic.width(), self.theme.measure.gap)
            heading = self.heading(line.rect, title, TextStyle(Size.CARD, 800, line_height=1.15))
            heading.setAccessibleName(f"{title} {short}")
            area.top(max(heading.height(), clinic.height()), self.theme.mm(4))
            return
        if not self.theme.measure.portrait:
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

    def _comparison(self) -> str:
        cards = self.scene.pages.cards("comparison")
        return cards[0].id if cards else ""
