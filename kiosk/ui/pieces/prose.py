"""The words of a page as pieces of a screen: explained words dotted, each once a screen."""

from collections.abc import Callable

from kiosk.content import markdown
from kiosk.content.terms import TermFinder
from kiosk.session.routes import Explain
from kiosk.session.visit import Go, Wish
from kiosk.ui.scene import Scene
from kiosk.ui.widgets.flow import Paragraph, Piece, paragraphs
from kiosk.ui.widgets.laid import Dotted
from kiosk.ui.widgets.text import Text, TextStyle


class Prose:
    """Makes pieces of one screen's texts."""

    def __init__(self, scene: Scene, finder: TermFinder, wish: Callable[[Wish], None], accent: str) -> None:
        """Explain the finder's words by a wish; accent is the section's colour for dots and bold words."""
        self._scene = scene
        self._finder = finder
        self._wish = wish
        self._accent = accent
        self._known: set[str] = set()

    def pieces(self, words: str, style: TextStyle) -> list[Piece]:
        """The blocks of a text."""
        document = markdown.parse(self._scene.filled(words))
        return paragraphs(
            document, self._scene.theme, style, dotted=self._dotted, explain=self._explain, hint=self._hint
        )

    def heading(self, words: str, style: TextStyle, gap: int = 0) -> Paragraph:
        """A heading within a page."""
        return Paragraph(Text.of(words, style), gap, heading=True)

    def _dotted(self, text: str) -> tuple[Dotted, ...]:
        return tuple(Dotted(found.start, found.end, found.term) for found in self._finder.find(text, self._known))

    def _explain(self, terms: tuple[str, ...]) -> None:
        self._wish(Go(Explain(terms)))

    def _hint(self, dotted: tuple[Dotted, ...]) -> str:
        terms = ", ".join(part.term for part in dotted)
        return self._scene.filled(self._scene.words.page.explain, term=terms) if dotted else ""
