"""The five doors."""

from typing import Final

from PySide6.QtCore import QRect, QSize

from kiosk.colours.palette import Section
from kiosk.content.model.home import Door
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.pieces.cards import Choice, place_cards
from kiosk.ui.pieces.clinic import place_clinic
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.door import DoorButton, DoorLook, door_fits
from kiosk.ui.widgets.text import Text, TextStyle, widest_word

AZ_ICON: Final = "arrow-down-a-z"
MOST_OF_LINE: Final = 0.6
"""Of what the clinic's name leaves of the first line, for the way to A to Z."""


class HomeScreen(Screen):
    """What would you like to know?"""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the doors: one large, four beside or below it; where height is scarce, a screenful at a time."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Home)
        home = scene.pages.own.home
        area = self.page_area()
        has_az = self._head(area, home.title, home.short)
        choices = [*self._doors(), *([] if has_az else [self._az_card()])]
        places = self._places(Area(QRect(area.rect), area.right_to_left))
        held = len(choices) == len(places) and all(
            door_fits(self.theme, choice.look, rect.size(), beside=False)
            for choice, rect in zip(choices, places, strict=True)
        )
        if not held:
            place_cards(self, area, choices, route.part, routes.Home)
            return
        for choice, rect in zip(choices, places, strict=True):
            self.card(rect, self.theme.tones(choice.look.section).fill if choice.look.solid else "")
            DoorButton(self, rect, self.theme, choice.look).tells(Go(choice.route), self.wish)

    def _doors(self) -> list[Choice]:
        """The doors behind which there is something: a clinic may have hidden all pages of a kind."""
        home = self.scene.pages.own.home
        of = self.scene.pages.cards
        tight = self.theme.measure.tight
        doors: list[tuple[Door, Section, Route]] = [
            (home.understand, "understand", routes.Understand()),
            *[(home.treatments, "treatments", routes.Treatments()) for _ in of("treatment")[:1]],
            *[(home.compare, "compare", routes.Compare(card.id)) for card in of("comparison")[:1]],
            *[(home.tips, "tips", routes.Tips()) for _ in of("tip")[:1]],
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

    def _az_card(self) -> Choice:
        words = self.words.az
        return Choice(DoorLook(words.title, words.short, AZ_ICON, "understand", large=False), routes.Az())

    def _az(self) -> ButtonSpec:
        return ButtonSpec(label=self.words.az.title, icon=AZ_ICON)

    def _cut_az(self, line: Area) -> QRect | None:
        """Room for the way to A to Z at the end of the line, where it leaves the title its own."""
        width = self._az().natural_width(self.theme)
        if width > line.rect.width() * MOST_OF_LINE:
            return None
        end = line.end(width, self.theme.measure.gap)
        return QRect(end.left(), end.top(), width, self.theme.measure.small_target)

    def _head(self, area: Area, title: str, short: str) -> bool:
        """The title and the clinic's name; tells whether the way to A to Z has found room beside them."""
        clinic = place_clinic(self, area)
        if self.theme.measure.tight:
            line = Area(QRect(area.rect), area.right_to_left)
            line.end(clinic.width(), self.theme.measure.gap)
            style = TextStyle(Size.CARD, 800, line_height=1.15)
            if widest_word([Text.of(title, style)], self.theme) > line.rect.width():
                area.top(clinic.height(), self.theme.mm(2))
                line = area
            heading = self.heading(line.rect, title, style)
            heading.setAccessibleName(f"{title} {short}")
            high = heading.height() if line is area else max(heading.height(), clinic.height())
            area.top(high, self.theme.mm(4))
            return False
        if not self.theme.measure.portrait:
            beside = Area(QRect(area.rect), area.right_to_left)
            beside.end(clinic.width(), self.theme.measure.gap)
            az = self._cut_az(beside)
            self.title(beside, title, short)
            if az is not None:
                self.button(az, self._az(), Go(routes.Az()))
            lowest = max(clinic.bottom(), az.bottom() if az else 0)
            area.rect.setTop(max(beside.rect.top(), lowest + self.theme.measure.gap))
            return az is not None
        line = Area(QRect(area.rect), area.right_to_left)
        line.end(clinic.width(), self.theme.measure.gap)
        line = Area(line.rect, not area.right_to_left)  # at the start of the lines, away from the clinic's name
        az = self._cut_az(line)
        area.top(max(clinic.height(), az.height() if az else 0), self.theme.mm(4))
        self.title(area, title, short)
        if az is not None:
            self.button(az, self._az(), Go(routes.Az()))
        return az is not None

    def _places(self, area: Area) -> list[QRect]:
        gap = self.theme.mm(8)
        if self.theme.measure.portrait:
            big = area.top(round(area.rect.height() * 0.36), gap)
            return [big, *area.grid(2, 2, gap)]
        big = area.start(round(area.rect.width() * 0.37), gap)
        return [big, *area.grid(2, 2, gap)]
