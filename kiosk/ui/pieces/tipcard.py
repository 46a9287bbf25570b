"""One tip as a card: picture, kind, title, text, and one thing to try today."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QSize

from kiosk.colours.palette import Section
from kiosk.content.model.pages import Tip
from kiosk.session import routes
from kiosk.session.visit import Go, Origin
from kiosk.ui.area import Area
from kiosk.ui.pieces.asking import ask_about, ask_piece
from kiosk.ui.pieces.chip import Chip, chip_piece
from kiosk.ui.pieces.notes import notes_of, notes_piece
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.pieces.wrap import Option, place_wrapped, wrap
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.carousel import ground_of_cards
from kiosk.ui.widgets.flow import Fixed, Piece, Screenful, screenfuls
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.text import TextStyle
from kiosk.values import value_class

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
UPRIGHT_SHARES: Final = (0.46, 0.42, 0.38, 0.34, 0.3, 0.26)
"""Of the card's height for the picture: the first that leaves the words room on one part, and not beyond the last."""
LARGE_TEXT_SHARES: Final = (0.3, 0.25, 0.2, 0.15)
SIDE_SHARES: Final = (0.38, 0.34, 0.3)
"""Of the card's width."""
LEAST_IN_TURN: Final = 0.35
"""Of the card's height for a picture that comes after the words; with less left it comes on the next part."""


@value_class
class Division:
    """How the card is shared out."""

    picture: QRect
    foot: QRect
    """The room for buttons below a picture beside the words; else empty."""
    words: QRect


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
        self.ground(self.rect(), ground_of_cards(self.theme))
        self._foot = QRect()
        inner = self._picture()
        fulls = self._fulls([*self._pieces(inner.rect.width()), *self._picture_piece(inner.rect)], inner.rect)
        self.parts = len(fulls)
        self._place(inner, fulls[min(part, self.parts - 1)])
        self._place_options(self._foot)

    def _place(self, inner: Area, full: Screenful) -> None:
        full.place(self, inner.rect, self.theme, middle=not self.theme.measure.portrait)

    def _picture(self) -> Area:
        """The picture over the top of the card or at its end; gives the room for the words."""
        theme = self.theme
        area = Area(self.rect(), theme.right_to_left)
        if self._in_turn:
            return area.inside(theme.mm(6), theme.mm(5))
        place_of, shares = self._sharing()
        divisions = [place_of(share) for share in shares]
        fitting = (each for each in divisions if len(self._fulls(self._pieces(each.words.width()), each.words)) == 1)
        division = next(fitting, divisions[0])
        self._foot = division.foot
        PictureBox(self, division.picture, theme, self._tip.picture)
        return Area(division.words, theme.right_to_left)

    def _fulls(self, pieces: Sequence[Piece], inner: QRect) -> list[Screenful]:
        """What stands on each part of the card."""
        return screenfuls(pieces, self.theme, inner.width(), inner.height())

    def _sharing(self) -> tuple[Callable[[float], Division], Sequence[float]]:
        """How a share of the card for the picture divides it, and the shares that may be tried, the largest first."""
        measure = self.theme.measure
        if measure.portrait:
            return self._above, LARGE_TEXT_SHARES if measure.large_text else UPRIGHT_SHARES
        return self._beside, SIDE_SHARES if self._has_side else (0.5,)

    def _above(self, share: float) -> Division:
        """The picture over the words."""
        area = Area(self.rect(), self.theme.right_to_left)
        picture = area.top(round(area.rect.height() * share))
        return Division(picture, QRect(), area.inside(self.theme.mm(10), self.theme.mm(9)).rect)

    def _beside(self, share: float) -> Division:
        """The picture at the start of the words, and below it the buttons where it is high enough."""
        area = Area(self.rect(), self.theme.right_to_left)
        side = area.start(round(area.rect.width() * share))
        picture, foot = self._cut_foot(side) if self._has_side else (side, QRect())
        return Division(picture, foot, area.inside(self.theme.mm(10), self.theme.mm(6)).rect)

    @property
    def _in_turn(self) -> bool:
        """Whether the picture comes after the words: where height is scarce for them alone."""
        measure = self.theme.measure
        return measure.tight and (measure.large_text or (measure.compact and measure.portrait))

    @property
    def _has_side(self) -> bool:
        """Whether the picture stands beside the words and is high enough for buttons below it."""
        measure = self.theme.measure
        return not measure.portrait and not measure.tight

    def _options(self) -> list[Option]:
        """What can be done with the tip: on the spot, or asking about it."""
        options = []
        if self._tip.activity is not None:
            spec = ButtonSpec(label=self.words.tips.do_now, icon="play", style=Style.FILLED, section="tips")
            options.append(Option(spec, Go(routes.Activity(self._id))))
        if self._tip.ask:
            options.append(ask_about(self.scene, self._tip.ask, Origin(self._id, self._tip.title)))
        return options

    def _cut_foot(self, side: QRect) -> tuple[QRect, QRect]:
        """What the buttons leave of the picture's side, and their own room below it."""
        padding = self.theme.mm(6)
        foot = Area(side)
        high = wrap(self.theme, [option.spec for option in self._options()], side.width() - 2 * padding).height
        strip = foot.bottom(high + 2 * padding) if high else QRect()
        return foot.rect, strip.adjusted(padding, padding, -padding, -padding)

    def _place_options(self, foot: QRect) -> None:
        """Put the buttons below the picture: after the words for who goes from one to the next."""
        options = self._options()
        if options and not foot.isEmpty():
            wrapped = wrap(self.theme, [option.spec for option in options], foot.width())
            place_wrapped(self, foot, options, wrapped)

    def _picture_piece(self, inner: QRect) -> list[Piece]:
        """The picture in its turn, after the words, where there is no room beside them."""
        theme = self.theme
        if not self._in_turn:
            return []

        def put(_parent: object, rect: QRect) -> None:
            wide = min(rect.width(), round(rect.height() * 1.5))
            place = QRect(rect.center().x() - wide // 2, rect.top(), wide, rect.height())
            PictureBox(self, place, theme, self._tip.picture)

        gap = theme.mm(4)
        left = inner.height() - gap - self._fulls(self._pieces(inner.width()), inner)[-1].height
        high = left if left >= inner.height() * LEAST_IN_TURN else inner.height()
        return [Fixed(high, put, gap)]

    def _pieces(self, width: int) -> Sequence[Piece]:
        theme, tip = self.theme, self._tip
        tones = theme.tones("tips")
        prose = Prose(self.scene, self.scene.terms, self.wish, tones.sign)
        chip = Chip(kind_name(self.scene, tip.kind), KIND_ICONS[tip.kind], "tips")
        kind = replace(chip_piece(self, chip, width), gap=theme.mm(4))
        told = [
            prose.heading(tip.title, TextStyle(Size.HEADING, 800, line_height=1.18), theme.mm(4)),
            *prose.pieces(tip.text, TextStyle(accent=tones.on_tint)),
        ]
        end = self._try_today(prose, width)
        if not self._has_side:
            end += [ask_piece(self, option, width) for option in self._options()]
        if theme.measure.tight:  # the kind stands last: there is hardly room for the title
            return [*told, *end, kind, notes_piece(self, notes_of(self.scene, tip, self._id))]
        return [kind, *told, Group(end[0], tuple(end[1:]))]

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
            palette = theme.palette
            self.ground(rect, Surface(palette.quiet, palette.edge, theme.ground_edge, theme.mm(5)))
            full.place(self, rect.adjusted(padding, padding, -padding, -padding), theme)

        return [Fixed(full.height + 2 * padding, put, theme.mm(6))]


def kind_name(scene: Scene, kind: str) -> str:
    """The name of a kind of tip."""
    return str(getattr(scene.words.tips, kind))
