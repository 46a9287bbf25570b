"""One tip as a card: picture, kind, title, text, and one thing to try today."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize

from kiosk.content.model.pages import Tip
from kiosk.session import routes
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.asking import ask_about, ask_piece
from kiosk.ui.prose import Prose
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.palette import Section
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.chip import Chip, place_chip
from kiosk.ui.widgets.flow import Fixed, Piece, Screenful, screenfuls
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text import TextStyle

KIND_ICONS: Final = {
    "move": "person-walking",
    "sleep": "bed",
    "weight": "scale-unbalanced",
    "smoking": "ban-smoking",
    "posture": "chair",
    "food": "apple-whole",
    "stress": "spa",
    "work": "briefcase",
}


class TipCard(Screen):
    """The card of one tip, or one part of it where its words need several."""

    section: Section = "tips"

    def __init__(self, scene: Scene, page_id: str, part: int, size: QSize) -> None:
        """Lay out the tip at the size of the card."""
        super().__init__(scene, size)
        tip = scene.pages.page(page_id)
        if not isinstance(tip, Tip):
            raise LookupError(f"There is no tip {page_id}.")
        self._id = page_id
        self._tip = tip
        palette = self.theme.palette
        edge = 0 if palette.shadow else max(1.5, self.theme.mm(0.45))
        self.ground(self.rect(), Surface(palette.card, palette.edge, edge, self.theme.radius))
        inner = self._picture()
        pieces = [*self._pieces(inner.rect.width()), *self._picture_piece(inner)]
        fulls = screenfuls(pieces, self.theme, inner.rect.width(), inner.rect.height())
        self.parts = len(fulls)
        self._place(inner, fulls[min(part, self.parts - 1)])

    def _place(self, inner: Area, full: Screenful) -> None:
        full.place(self, inner.rect, self.theme, middle=not self.theme.measure.portrait)

    def _picture(self) -> Area:
        """The picture over the top of the card or at its end; gives the room for the words."""
        theme = self.theme
        area = Area(self.rect(), theme.right_to_left)
        if theme.measure.tight and theme.measure.large_text:
            return area.inside(theme.mm(6), theme.mm(5))
        if theme.measure.portrait:
            rect = area.top(round(area.rect.height() * (0.3 if theme.measure.large_text else 0.46)))
        else:
            rect = area.start(round(area.rect.width() * 0.5))
        PictureBox(self, rect, theme, self._tip.picture)
        return area.inside(theme.mm(10), theme.mm(6 if theme.measure.tight else 9))

    def _picture_piece(self, inner: Area) -> list[Piece]:
        """The picture in its turn, after the words, where there is no room beside them."""
        theme = self.theme
        if not (theme.measure.tight and theme.measure.large_text):
            return []

        def put(_parent: object, rect: QRect) -> None:
            wide = min(rect.width(), round(rect.height() * 1.5))
            place = QRect(rect.center().x() - wide // 2, rect.top(), wide, rect.height())
            PictureBox(self, place, theme, self._tip.picture)

        return [Fixed(inner.rect.height(), put, theme.mm(4))]

    def _pieces(self, width: int) -> Sequence[Piece]:
        theme, tip = self.theme, self._tip
        tones = theme.tones("tips")
        prose = Prose(self.scene, self.scene.terms, self.wish, tones.sign)
        chip = Chip(kind_name(self.scene, tip.kind), KIND_ICONS[tip.kind], "tips")
        wide = min(chip.width(theme), width)
        pieces: list[Piece] = [
            Fixed(
                chip.height(theme, wide),
                lambda _parent, rect: place_chip(self, _start(rect, wide, theme.right_to_left), chip),
            ),
            prose.heading(tip.title, TextStyle(Size.HEADING, 800, line_height=1.18), theme.mm(4)),
            *prose.pieces(tip.text, TextStyle(accent=tones.on_tint)),
            *self._try_today(prose, width),
        ]
        if tip.activity is not None:
            spec = ButtonSpec(label=self.words.tips.do_now, icon="play", style=Style.FILLED, section="tips")
            pieces.append(self._button(spec, width, Go(routes.Activity(self._id))))
        if tip.ask:
            pieces.append(ask_piece(self, ask_about(self.scene, tip.ask, tip.title), width))
        return pieces

    def _button(self, spec: ButtonSpec, width: int, wish: Go) -> Fixed:
        theme = self.theme
        wide = min(spec.natural_width(theme), width)

        def put(_parent: object, rect: QRect) -> None:
            self.button(_start(rect, wide, theme.right_to_left), spec, wish)

        return Fixed(spec.height_for(theme, wide), put, theme.mm(5.5))

    def _try_today(self, prose: Prose, width: int) -> list[Piece]:
        """One thing to do, on a ground of its own."""
        theme = self.theme
        padding = theme.mm(6)
        style = TextStyle(accent=theme.tones("tips").on_tint, line_height=1.35)
        words = f"**{self.words.tips.try_today}** {self._tip.try_today}"
        if theme.measure.tight:
            return prose.pieces(words, style)
        full = screenfuls(prose.pieces(words, style), theme, width - 2 * padding, 100_000)[0]

        def put(_parent: object, rect: QRect) -> None:
            edge = 0 if theme.palette.shadow else max(1.5, theme.mm(0.45))
            self.ground(rect, Surface(theme.palette.quiet, theme.palette.edge, edge, theme.mm(5)))
            full.place(self, rect.adjusted(padding, padding, -padding, -padding), theme)

        return [Fixed(full.height + 2 * padding, put, theme.mm(6))]


def kind_name(scene: Scene, kind: str) -> str:
    """The name of a kind of tip."""
    return str(getattr(scene.words.tips, kind))


def _start(rect: QRect, width: int, right_to_left: bool) -> QRect:  # noqa: FBT001 - the reading direction
    left = rect.right() + 1 - width if right_to_left else rect.left()
    return QRect(left, rect.top(), width, rect.height())
