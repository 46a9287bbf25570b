"""Tips for every day, as a carousel."""

from dataclasses import replace
from typing import Final, get_args

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QShowEvent

from kiosk.colours.palette import Section
from kiosk.content.model.pages import Tip, TipKind
from kiosk.pages.opening import tips_of
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Change, Go
from kiosk.ui.area import Area
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.head import place_row, sources_option
from kiosk.ui.pieces.notes import notes_of, place_below, place_beside
from kiosk.ui.pieces.tipcard import KIND_ICONS, TipCard, kind_name
from kiosk.ui.pieces.wrap import Option, place_wrapped, wrap
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import Button, ButtonSpec, Style
from kiosk.ui.widgets.carousel import Carousel, Deck
from kiosk.ui.widgets.flow import Piece
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.text_block import place_text

PLAY_SECONDS: Final = 10
"""Between two tips while playing; at least 8 (A11Y-39)."""
KINDS: Final[tuple[str, ...]] = get_args(TipKind)


class TipsScreen(Screen):
    """One tip; swipe, or touch the buttons."""

    section: Section = "tips"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the tip of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Tips)
        self._cards = tips_of(scene.pages, route.kind)
        if not self._cards:
            raise LookupError("There are no tips.")
        self._route = replace(route, position=min(route.position, len(self._cards) - 1))
        area = self.page_area()
        if self.theme.measure.tight:
            place_row(self, area, self.words.tips.title, [self._kind_option(), self._sources_option()])
        else:
            has_notes = self._head(area)
            self._kinds(area)
            if not has_notes:
                place_below(self, area, self._notes())
        row = area.bottom(self._row_plan(area.rect.width())[2], self.theme.mm(6))
        self.carousel = self._carousel(area)
        self._row(row)
        self._timer = QTimer(self, interval=PLAY_SECONDS * 1000, singleShot=True)
        self._timer.timeout.connect(self._play_on)
        self._covered = False

    def _notes(self) -> str:
        """What must be said of the tip on show."""
        card = self._cards[self._route.position]
        tip = self.scene.pages.page(card.id)
        assert isinstance(tip, Tip)
        return notes_of(self.scene, tip, card.id)

    def _sources_option(self) -> Option:
        return sources_option(self, self._cards[self._route.position].id)

    def _head(self, area: Area) -> bool:
        """The title, and where the tip comes from; tells whether the notes have found room between them."""
        line = Area(QRect(area.rect), area.right_to_left)
        option = self._sources_option()
        place = line.end(option.spec.natural_width(self.theme), self.theme.measure.gap)
        place.setHeight(self.theme.measure.small_target)
        top = line.rect.top()
        heading = self.title(line, self.words.tips.title)
        self.button(place, option.spec, option.wish)
        area.rect.setTop(max(line.rect.top(), place.bottom() + 1 + self.theme.mm(4)))
        beside = Area(QRect(line.rect.left(), top, line.rect.width(), heading.height()), area.right_to_left)
        beside.start(heading.words_rect.width(), self.theme.mm(9))
        return place_beside(self, beside.rect, self._notes())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to count when seen."""
        self._count_seconds()
        super().showEvent(event)

    def set_covered(self, covered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Tips play on when the dialog over them is closed."""
        self._covered = covered
        self._count_seconds()

    def _count_seconds(self) -> None:
        if not self._route.playing or self._covered:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _kinds(self, area: Area) -> None:
        """All kinds beside each other if they fit on one line, else one button that opens them."""
        theme = self.theme
        options = [
            Option(_kind_spec(self.scene, kind, self._route.kind), Change(routes.Tips(kind)))
            for kind in _kinds_used(self.scene)
        ]
        least = theme.measure.small_target
        wrapped = wrap(theme, [option.spec for option in options], area.rect.width(), least=least)
        if wrapped.height > least:
            options = [self._kind_option()]
            wrapped = wrap(theme, [options[0].spec], area.rect.width(), least=least)
        place_wrapped(self, area.top(wrapped.height, theme.mm(7)), options, wrapped)

    def _kind_option(self) -> Option:
        """The button that says which kind is on show and opens the others."""
        name = kind_name(self.scene, self._route.kind) if self._route.kind else self.words.tips.all
        spec = ButtonSpec(label=f"{self.words.tips.kinds}: {name}", icon="filter", section="tips")
        return Option(spec, Go(routes.TipKinds(self._route.kind)))

    def _carousel(self, area: Area) -> Carousel:
        theme = self.theme
        rect = QRect(0, area.rect.top() - theme.mm(5), self.width(), area.rect.height() + theme.mm(10))
        inset = theme.mm(14 if theme.measure.portrait else 34)
        if theme.measure.tight:
            inset = theme.mm(12)
        card = QRect(inset, theme.mm(5), self.width() - 2 * inset, area.rect.height())
        deck = Deck(len(self._cards), lambda position: self._make(position, card.size()))
        carousel = Carousel(self, rect, theme, card, deck, self._route.position)
        carousel.settled.connect(self._settled)
        return carousel

    def _make(self, position: int, size: QSize) -> TipCard:
        part = self._route.part if position == self._route.position else 0
        card = TipCard(self.scene, self._cards[position].id, part, size)
        card.wished.connect(self.wished)
        return card

    def _settled(self, position: int) -> None:
        self.wish(Change(replace(self._route, position=position, part=0)))

    def _play_on(self) -> None:
        last = self._route.position + 1 >= len(self._cards)
        if self.carousel.is_held:
            self._timer.start()
        elif last:
            self.wish(Change(replace(self._route, playing=False)))
        else:
            self._turn(1)

    def _turn(self, by: int) -> None:
        """To the part or tip before or after."""
        card = self.carousel.card
        part = self._route.part + by
        if isinstance(card, TipCard) and 0 <= part < card.parts:
            self.wish(Change(replace(self._route, part=part)))
        elif self.still:
            self._settled(self._route.position + by)
        else:
            self.carousel.turn(by)

    def _row_specs(self) -> tuple[ButtonSpec, ButtonSpec, ButtonSpec]:
        words = self.words.tips
        back, on = self.theme.arrows
        playing = self._route.playing
        play = ButtonSpec(label=words.pause if playing else words.play, icon="pause" if playing else "play")
        return (
            ButtonSpec(label=words.previous, icon=back, section="tips"),
            play,
            ButtonSpec(label=words.next, icon=on, icon_at_end=True, style=Style.FILLED, section="tips"),
        )

    def _count(self) -> Text:
        words = self.scene.filled(self.words.tips.count, number=self._route.position + 1, count=len(self._cards))
        return Text.of(words, TextStyle(Size.BUTTON, 600, self.theme.palette.ink_soft, line_height=1.2, centred=True))

    def _row_plan(self, width: int) -> tuple[bool, list[int], int]:
        """Whether all stands on one line, the widths of the three buttons, and the height of the row."""
        theme, gap = self.theme, self.theme.measure.gap
        specs = self._row_specs()
        widths = [spec.natural_width(theme) for spec in specs]
        words = self._count().lay(theme, width).natural_width
        one = sum(widths) + words + 3 * gap <= width
        if not one:
            widths = [min(wide, (width - gap) // 2) for wide in widths]
        heights = [spec.height_for(theme, wide) for spec, wide in zip(specs, widths, strict=True)]
        return one, widths, max(heights) if one else heights[1] + gap + max(heights[0], heights[2])

    def _row(self, rect: QRect) -> None:
        """Previous, where one is, play or pause, next; on two lines where one is too short."""
        theme, gap = self.theme, self.theme.measure.gap
        back, play, on = self._row_specs()
        one, (wide_back, wide_play, wide_on), _ = self._row_plan(rect.width())
        lines = Area(rect, theme.right_to_left)
        middle = Area(rect if one else lines.top(play.height_for(theme, wide_play), gap), theme.right_to_left)
        ends = Area(rect if one else lines.rect, theme.right_to_left)
        card = self.carousel.card
        more = isinstance(card, TipCard) and self._route.part + 1 < card.parts
        if more:
            on = replace(on, label=self.words.page.more)
        place_back, place_on = ends.start(wide_back, gap), ends.end(wide_on, gap)
        if one:
            middle = Area(ends.rect, theme.right_to_left)
        count = self._count()
        words = count.lay(theme, middle.rect.width()).natural_width
        lead = max(0, (middle.rect.width() - words - gap - wide_play) // 2)
        middle.start(lead)
        place_count, place_play = middle.start(words, gap), middle.start(wide_play)
        place_text(self, place_count, count, theme, middle=True)
        previous = Button(self, place_back, theme, back).on_touch(lambda: self._turn(-1))
        previous.setEnabled(self._route.position > 0 or self._route.part > 0)
        self.button(place_play, play, Change(replace(self._route, playing=not self._route.playing)))
        following = Button(self, place_on, theme, on).on_touch(lambda: self._turn(1))
        following.setEnabled(more or self._route.position + 1 < len(self._cards))


def _kinds_used(scene: Scene) -> list[str]:
    """All, and each kind that has tips."""
    used = {card.group for card in scene.pages.cards("tip")}
    return ["", *(kind for kind in KINDS if kind in used)]


def _kind_spec(scene: Scene, kind: str, chosen: str) -> ButtonSpec:
    label = kind_name(scene, kind) if kind else scene.words.tips.all
    return ButtonSpec(label=label, icon=KIND_ICONS.get(kind, ""), section="tips", checked=kind == chosen)


class TipKindsDialog(DialogScreen):
    """The kinds of tips."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """List them, the present one marked."""
        super().__init__(scene, size)
        assert isinstance(route, routes.TipKinds)
        self.section = "tips"

        def pieces(width: int) -> list[Piece]:
            specs = [(kind, replace(_kind_spec(scene, kind, route.kind), leading=True)) for kind in _kinds_used(scene)]
            return [entry(self, Option(spec, Go(routes.Tips(kind))), width) for kind, spec in specs]

        self.lay_out(self.words.tips.kinds, pieces, part=route.part, part_route=lambda part: replace(route, part=part))
