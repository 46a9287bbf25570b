"""When to get help: the warning signs in four levels."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize

from kiosk.content import markdown
from kiosk.content.model.pages import WarningLevel
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.ui.area import Area
from kiosk.ui.contents import LEVEL_ICONS, help_tabs, levels_of
from kiosk.ui.prose import Prose
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.head import place_head
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.parts import place_parts
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text import Text, TextStyle


class HelpScreen(Screen):
    """One level: what to do first, then the signs."""

    section = "help"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the level of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Help)  # noqa: S101 - the table of screens pairs them
        signs = scene.pages.own.warning_signs
        levels = levels_of(scene)
        self._route = replace(route, level=min(route.level, len(levels) - 1))
        area = self.page_area()
        intro = markdown.plain(scene.filled(signs.intro))
        contents = routes.Contents(self._route)
        place_head(self, area, signs.title, intro, help_tabs(scene), self._route.level, contents)
        self._card(area.rect, levels[self._route.level])

    def _card(self, rect: QRect, level: WarningLevel) -> None:
        theme = self.theme
        self.card(rect)
        tight = theme.measure.tight
        inner = Area(rect, theme.right_to_left).inside(theme.mm(6 if tight else 9), theme.mm(5 if tight else 8))
        do = self._do(level, inner.rect.width())
        pieces = self._pieces(level)
        if tight:
            intro = markdown.plain(self.scene.filled(self.scene.pages.own.warning_signs.intro))
            soft = TextStyle(Size.BODY, 400, theme.palette.ink_soft)
            pieces = [do, Paragraph(Text.of(intro, soft), theme.mm(5)), *pieces]
        else:
            do.place(self, inner.top(do.high, theme.mm(6)), theme)
        if not theme.measure.portrait and not theme.measure.large_text:
            side = inner.end(round(inner.rect.width() * 0.34), theme.mm(9))
            high = min(side.height(), side.width())
            PictureBox(self, QRect(side.left(), side.top(), side.width(), high), theme, level.picture)
        place_parts(self, inner, pieces, self._route.part, lambda part: replace(self._route, part=part))

    def _do(self, level: WarningLevel, width: int) -> Fixed:
        """What to do now, set off on the section's ground."""
        theme, tones = self.theme, self.theme.tones("help")
        words = markdown.plain(self.scene.filled(level.do))
        style = TextStyle(Size.BODY, 600, tones.on_tint, line_height=1.3)
        side, padding = theme.mm(11), theme.mm(5.5)
        high = self.text_height(words, style, width - side - 3 * padding) + 2 * padding

        def put(_parent: object, strip: QRect) -> None:
            edge = 0 if theme.palette.shadow else max(1.5, theme.mm(0.45))
            self.ground(strip, Surface(tones.tint, tones.sign, edge, theme.mm(6)))
            line = Area(strip, theme.right_to_left).inside(padding, padding)
            icon = line.start(side, padding)
            square = QRect(icon.left(), strip.center().y() - side // 2, side, side)
            IconBox(self, square, theme, LEVEL_ICONS[self._route.level], tones.sign)
            self.text(line.rect, words, style)

        return Fixed(high, put)

    def _pieces(self, level: WarningLevel) -> list[Piece]:
        tones = self.theme.tones("help")
        prose = Prose(self.scene, self.scene.terms, self.wish, tones.sign)
        heading = prose.heading(level.title, TextStyle(Size.CARD, 800, line_height=1.2), self.theme.mm(5))
        items = prose.pieces("\n".join(f"- {sign}" for sign in level.signs), TextStyle(accent=tones.sign))
        return [heading, *items]
