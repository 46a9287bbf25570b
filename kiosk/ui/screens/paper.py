"""How it goes with the sheet of paper, in kind words; the list stays whatever happens."""

from dataclasses import replace

from PySide6.QtCore import QSize

from kiosk.content import markdown
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import PrintList
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Paragraph
from kiosk.ui.widgets.text import Text, TextStyle


class PaperDialog(DialogScreen):
    """On its way, printed, or what the printer needs."""

    WIDTH_MM = 260

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out what is to be said."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Paper)
        self.section = "questions"
        words = self.words.paper
        titles = {"sending": words.sending, "printed": words.printed}
        lines = {
            "sending": words.sending_line,
            "printed": words.printed_line,
            "out_of_paper": words.out_of_paper,
            "jam": words.jam,
            "open": words.open,
        }
        line = markdown.plain(lines.get(route.state, words.gone))
        again = ButtonSpec(label=words.again, icon="print", style=Style.FILLED, section="questions")
        self.lay_out(
            titles.get(route.state, words.trouble),
            lambda _width: [Paragraph(Text.of(line, TextStyle(Size.BODY)), self.theme.mm(3))],
            [] if route.state in titles else [Option(again, PrintList())],
            part=route.part,
            part_route=lambda part: replace(route, part=part),
        )
