"""When to get help: the warning signs in four levels."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize

from kiosk.content import markdown
from kiosk.content.model.pages import WarningLevel
from kiosk.pages.opening import levels_of
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.ui.area import Area
from kiosk.ui.pieces.contents import LEVEL_ICONS, help_tabs
from kiosk.ui.pieces.head import contents_option, place_row, sources_option
from kiosk.ui.pieces.notes import WARNING_SIGNS, notes_of, notes_piece, place_below, place_beside
from kiosk.ui.pieces.parts import parts_height, place_parts
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.pieces.tabs import place_tabs
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, screenfuls
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text import Text, TextStyle

URGENT = 2
"""So many levels hold signs that are rare."""


class HelpScreen(Screen):
    """One level: what to do first, then the signs."""

    section = "help"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the level of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Help)
        self._signs = scene.pages.own.warning_signs
        levels = levels_of(scene.pages)
        self._route = replace(route, level=min(route.level, len(levels) - 1))
        level = levels[self._route.level]
        self._intro = markdown.plain(scene.filled(self._signs.intro)) if self._route.level < URGENT else ""
        self._has_notes = False
        self._beside: QRect | None = None
        self._contents = routes.Contents(self._route)
        self._sources = sources_option(self, WARNING_SIGNS)
        area = self.page_area()
        if self.theme.measure.tight:
            self._short_head(area)
        else:
            self._head(area)
        self._card(area.rect, level)
        self._place_intro()

    def _place_intro(self) -> None:
        """How rare the signs are, told after them."""
        if self._beside is not None:
            self.text(self._beside, self._intro, self._soft)

    @property
    def _soft(self) -> TextStyle:
        return TextStyle(Size.BODY, 400, self.theme.palette.ink_soft)

    def _short_head(self, area: Area) -> None:
        """The title, the level that opens the others, and where the words come from."""
        options = [contents_option(self, help_tabs(self.scene)[self._route.level], self._contents), self._sources]
        place_row(self, area, self._signs.title, options)

    def _head(self, area: Area) -> None:
        """The title, where the words come from at its end, and the levels."""
        theme = self.theme
        sources = self._sources
        line = Area(QRect(area.rect), area.right_to_left)
        width = min(sources.spec.natural_width(theme), line.rect.width() // 2)
        end = line.end(width, theme.measure.gap)
        high = max(theme.measure.small_target, sources.spec.height_for(theme, width))
        self.button(QRect(end.left(), end.top(), width, high), sources.spec, sources.wish)
        heading = self.title(line, self._signs.title)
        free = QRect(line.rect.left(), heading.y(), line.rect.width(), heading.height() + theme.mm(2))
        beside = Area(free, area.right_to_left)
        beside.start(heading.words_rect.width(), theme.mm(9))
        self._has_notes = place_beside(self, beside.rect, notes_of(self.scene, self._signs))
        area.rect.setTop(max(line.rect.top(), end.top() + high + theme.measure.gap))
        below = place_tabs(self, area, help_tabs(self.scene), self._route.level, self._contents)
        self._beside = self._room_beside(Area(below, area.right_to_left)) if self._intro else None

    def _room_beside(self, below: Area) -> QRect | None:
        """Where the intro stands below the tabs, if it fits there."""
        high = self.text_height(self._intro, self._soft, below.rect.width()) if below.rect.width() > 0 else 0
        fits = high and high + self.theme.mm(8) <= below.rect.height()
        return below.bottom(high) if fits else None

    def _card(self, rect: QRect, level: WarningLevel) -> None:
        """What to do, then every sign of the level on one screen wherever they fit."""
        theme = self.theme
        self.card(rect)
        tight = theme.measure.tight
        down = 3 if theme.measure.compact else 5
        inner = Area(rect, theme.right_to_left).inside(theme.mm(6 if tight else 9), theme.mm(down if tight else 6))
        if tight:
            self._tight(inner, level)
            return
        if not self._has_notes:
            place_below(self, inner, notes_of(self.scene, self._signs))
        if self._intro and self._beside is None:
            self._beside = inner.bottom(self.text_height(self._intro, self._soft, inner.rect.width()), theme.mm(3))
        do = self._do(level.do, inner.rect.width())
        do.place(self, inner.top(do.high, theme.mm(4)), theme)
        if not self._place_whole(inner.rect, level):
            self._parts(inner, self._pieces(level))

    def _tight(self, inner: Area, level: WarningLevel) -> None:
        """A screenful at a time, a sign on the first: how rare they are and the notes come last.

        What to do stays on each page where it is most urgent, and comes first on the others.
        """
        theme, width = self.theme, inner.rect.width()
        notes = notes_piece(self, notes_of(self.scene, self._signs))
        intro = [Paragraph(Text.of(self._intro, self._soft), theme.mm(5))] if self._intro else []
        do, short = self._do(level.do, width), self._do(level.do_short or level.do, width)
        stays = self._route.level == 0
        strip = inner.top(short.high, theme.mm(4)) if stays else QRect()
        below = Fixed(max(0, do.high - short.high), lambda _parent, _rect: None)  # the long words reach so far down
        pieces = [*self._begun(below if stays else do, level, inner), *intro, notes]
        if stays:
            is_first = self._route.part == 0 or self._fits(pieces, inner.rect)
            shown = do if is_first else short
            shown.place(self, QRect(strip.topLeft(), QSize(width, shown.high)), theme)
        self._parts(inner, pieces)

    def _begun(self, first: Piece, level: WarningLevel, inner: Area) -> list[Piece]:
        """The first piece and the signs, with their heading where a sign still follows it on the first page."""
        width = inner.rect.width()
        row = parts_height(self, width) + self.theme.measure.gap
        pieces = [first, *self._pieces(level)]
        [full, *_] = screenfuls(pieces, self.theme, width, inner.rect.height() - row)
        first_two, signs = pieces[:2], pieces[2:]
        return pieces if len(full.pieces) > len(first_two) else [first, *signs]  # the button above names the level too

    def _place_whole(self, room: QRect, level: WarningLevel) -> bool:
        """Every sign on one screen, if they fit: beside the picture, else without it, else in two columns."""
        theme = self.theme
        heading, *signs = self._pieces(level)
        across = not theme.measure.portrait and not theme.measure.large_text
        if across:
            beside = Area(QRect(room), theme.right_to_left)
            side = beside.end(round(room.width() * 0.34), theme.mm(9))
            if self._place([heading, *signs], beside.rect):
                high = min(side.height(), side.width())
                PictureBox(self, QRect(side.left(), side.top(), side.width(), high), theme, level.picture)
                return True
        if self._place([heading, *signs], room):
            return True
        return across and (
            self._place_halves([heading], signs, room) or self._place_halves([], [heading, *signs], room)
        )

    def _place_halves(self, heading: list[Piece], signs: list[Piece], room: QRect) -> bool:
        """Two columns below the heading; it begins the first of them where height is scarce."""
        theme = self.theme
        area = Area(QRect(room), theme.right_to_left)
        strips = [area.top(piece.height(theme, room.width()), theme.mm(3)) for piece in heading]
        columns = area.grid(2, 1, theme.mm(8))
        cut = self._middle(signs, columns[0].width())
        halves = list(zip((signs[:cut], signs[cut:]), columns, strict=True))
        if not all(self._fits(half, column) for half, column in halves):
            return False
        for piece, strip in zip(heading, strips, strict=True):
            piece.place(self, strip, theme)
        return all(self._place(half, column) for half, column in halves)

    def _place(self, pieces: list[Piece], rect: QRect) -> bool:
        """Put them on the screen if they fit."""
        if not self._fits(pieces, rect):
            return False
        screenfuls(pieces, self.theme, rect.width(), rect.height())[0].place(self, rect, self.theme)
        return True

    def _fits(self, pieces: list[Piece], rect: QRect) -> bool:
        fulls = screenfuls(pieces, self.theme, rect.width(), rect.height())
        return len(fulls) == 1 and fulls[0].height <= rect.height()

    def _middle(self, signs: list[Piece], width: int) -> int:
        """How many signs go into the first of two columns, so that both are about as high."""

        def high(part: list[Piece]) -> int:
            return screenfuls(part, self.theme, width, 100_000)[0].height

        return min(range(1, len(signs)), key=lambda cut: max(high(signs[:cut]), high(signs[cut:])))

    def _parts(self, inner: Area, pieces: list[Piece]) -> None:
        place_parts(self, inner, pieces, self._route.part, lambda part: replace(self._route, part=part))

    def _do(self, do: str, width: int) -> Fixed:
        """What to do now, set off on the section's ground."""
        theme, tones = self.theme, self.theme.tones("help")
        words = markdown.plain(self.scene.filled(do))
        style = TextStyle(Size.BODY, 600, tones.on_tint, line_height=1.3)
        side, padding = theme.mm(11), theme.mm(2.5 if theme.measure.compact else 5.5)
        high = self.text_height(words, style, width - side - 3 * padding) + 2 * padding

        def put(_parent: object, strip: QRect) -> None:
            self.ground(strip, Surface(tones.tint, tones.sign, theme.ground_edge, theme.mm(6)))
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
        items = prose.pieces(
            "\n".join(f"- {sign}" for sign in level.signs), TextStyle(accent=tones.sign, line_height=1.3)
        )
        return [heading, *items]
