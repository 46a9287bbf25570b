"""Where words come from, as a list."""

from collections.abc import Iterable

from kiosk.pages.citing import told_source
from kiosk.ui.dialog import DialogScreen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.flow import Paragraph, Piece
from kiosk.ui.widgets.text import Text, TextStyle


def source_pieces(dialog: DialogScreen, ids: Iterable[str]) -> list[Piece]:
    """Sources as a list: who, what, when, and where it can be seen."""
    scene = dialog.scene
    known = [scene.pages.sources[name] for name in dict.fromkeys(ids) if name in scene.pages.sources]
    if not known:
        return []
    heading = TextStyle(Size.BODY, 800, line_height=1.2)
    style = TextStyle(Size.BUTTON, 400, dialog.theme.palette.ink_soft, line_height=1.3)
    pieces: list[Piece] = [
        Paragraph(Text.of(scene.words.page.sources_title, heading), dialog.theme.mm(7), heading=True)
    ]
    for source in known:
        text = Text.of(told_source(source, scene.words.page, right_to_left=dialog.theme.right_to_left), style)
        pieces.append(Paragraph(text, dialog.theme.mm(3), item=True))
    return pieces
