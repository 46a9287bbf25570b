"""The small dialogs: a word explained, contents, languages, finishing."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton

from kiosk.content import markdown
from kiosk.content.alphabet import capitalised
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Back, Go, Leave, Read, Stay
from kiosk.ui.bar import AROUND_FINISH_MM
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.contents import contents_of
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.notes import notes_piece, still_to_check
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.pieces.sources import source_pieces
from kiosk.ui.pieces.tabs import Tab
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Paragraph, Piece
from kiosk.ui.widgets.text import Text, TextStyle


class ExplainDialog(DialogScreen):
    """The meaning of dotted words, in place."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Explain the words of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Explain)
        terms = [term for name in route.terms if (term := scene.terms.named(name)) is not None]
        title = terms[0].term if terms else ""
        pieces: list[Piece] = []
        for number, term in enumerate(terms):
            if number:
                style = TextStyle(Size.CARD, 800, line_height=1.2)
                pieces.append(Paragraph(Text.of(capitalised(term.term), style), self.theme.mm(7), heading=True))
            pieces.append(Paragraph(Text.of(capitalised(markdown.plain(term.meaning)), TextStyle()), self.theme.mm(3)))
        pieces += source_pieces(self, [source for term in terms for source in markdown.sources(term.meaning)])
        glossaries = scene.pages.own.glossaries
        notes = still_to_check(scene, [one for one in glossaries if not set(terms).isdisjoint(one.terms)])
        if notes:
            pieces.append(notes_piece(self, notes))
        more = Option(ButtonSpec(label=self.words.az.title, icon="arrow-down-a-z"), Go(routes.Az()))
        self.lay_out(
            capitalised(title),
            lambda _width: pieces,
            [more],
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )


class ContentsDialog(DialogScreen):
    """The parts of a screen, where they do not fit beside it."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """List the parts of the route's screen."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Contents)
        title, tabs = contents_of(scene, route.screen)

        def pieces(width: int) -> list[Piece]:
            return [entry(self, Option(_tab_spec(tab), Go(tab.route)), width) for tab in tabs]

        self.lay_out(title, pieces, part=route.part, part_route=lambda part: replace(route, part=part))


def _tab_spec(tab: Tab) -> ButtonSpec:
    return ButtonSpec(label=tab.label, icon=tab.icon, leading=True, style=Style.PILL)


class LanguagesDialog(DialogScreen):
    """The languages by their own names."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """List them, the present one marked."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Languages)
        reader = scene.visit.reader

        def pieces(width: int) -> list[Piece]:
            specs = [
                (code, ButtonSpec(label=name, leading=True, checked=code == reader.language, language=code))
                for code, name in scene.languages
            ]
            return [entry(self, Option(spec, Read(replace(reader, language=code))), width) for code, spec in specs]

        self.lay_out(
            self.words.bar.language, pieces, part=route.part, part_route=lambda part: replace(route, part=part)
        )


class FinishDialog(DialogScreen):
    """Asks before everything is wiped, and names it."""

    WIDTH_MM = 260
    GAP_MM = AROUND_FINISH_MM

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the question."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Finish)
        words = self.words.visit
        yes = ButtonSpec(label=words.finish_yes, icon="arrow-right-from-bracket", style=Style.FILLED, section="help")
        no = ButtonSpec(label=words.finish_no, icon=self.theme.arrows[0])
        self.lay_out(
            words.finish_title,
            lambda _width: _plain(self, words.finish_line),
            [Option(no, Back()), Option(yes, Leave())],
            part=route.part,
            part_route=routes.Finish,
            close=False,
        )


class StillThereDialog(DialogScreen):
    """Counts down before the visit is wiped; a touch anywhere stays."""

    WIDTH_MM = 260

    def __init__(self, scene: Scene, _route: Route, size: QSize) -> None:
        """Lay out the question and the seconds left."""
        super().__init__(scene, size)
        words = self.words.visit
        line = scene.filled(words.still_there_line, seconds=scene.visit.seconds_left or 0)
        stay = ButtonSpec(label=words.stay, icon="hand-pointer", style=Style.FILLED)
        self.lay_out(words.still_there, lambda _width: _plain(self, line), [Option(stay, Stay())], close=False)
        for button in self.findChildren(QAbstractButton):
            # An action of assistive technology clicks a tenth of a second later: the next second may have come by then.
            button.pressed.connect(lambda: self.wish(Stay()))


def _plain(dialog: DialogScreen, words: str) -> list[Piece]:
    prose = Prose(dialog.scene, dialog.scene.terms, dialog.wish, "")
    return prose.pieces(words, TextStyle())
