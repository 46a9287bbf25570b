"""When to get help: the signs come first, what to do stays in view, and only what is rare is called rare."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QWidget

from kiosk.content import markdown
from kiosk.content.library import Library
from kiosk.content.model.pages import WarningLevel
from kiosk.pages.opening import levels_of
from kiosk.session.visit import Reader
from tests.conftest import SETTINGS
from tests.ui.stops import SHAPES, Look, goes_through
from tests.visitor import Visitor

LEVELS = ("help", "help-today", "help-within-days", "help-next-visit")
SIZES = tuple(Look(shape, size) for size in (100, 125, 150, 200) for shape in ("landscape", "portrait"))
EVERYWHERE = pytest.mark.parametrize("look", SIZES, ids=str)
BOTH = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture(scope="module")
def readers(
    library: Library, glass: QPointingDevice, shared_windows: set[QWidget], one_factory: None
) -> Iterator[dict[str, Visitor]]:
    """Somebody at a kiosk of each shape, in all languages of the library."""
    visitors = {shape: Visitor(library, SETTINGS, glass, SHAPES[shape]) for shape in ("landscape", "portrait")}
    shared_windows.update(visitor.window for visitor in visitors.values())
    yield visitors
    for visitor in visitors.values():
        visitor.leaves()


def pages_of(readers: dict[str, Visitor], look: Look, language: str, name: str) -> list[str]:
    """What stands on each page of a level, above the bar."""
    visitor = readers[look.shape]
    visitor.reads_as(Reader(language=language, text_size=look.text_size))
    return [" ".join(node.name for node in visitor.nodes()) for _ in goes_through(visitor, name)]


def signs_read(readers: dict[str, Visitor], look: Look, language: str, name: str) -> str:
    """What is read from page to page, without what stands beside it on each of them."""
    parts = len(pages_of(readers, look, language, name))
    visitor = readers[look.shape]
    scene, level = visitor.app.scene(), level_of(readers, look, name)
    own, words = scene.pages.own.warning_signs, scene.words.page
    beside = {own.title, level.name, words.sources, words.previous, words.more}
    beside |= {scene.filled(markdown.plain(do)) for do in (level.do, level.do_short)}
    beside |= {scene.filled(words.page_of, number=part + 1, count=parts) for part in range(parts)}
    nodes = [node.name for _ in goes_through(visitor, name) for node in visitor.nodes()]
    return " ".join(words.strip() for words in nodes if words not in beside)


def level_of(readers: dict[str, Visitor], look: Look, name: str) -> WarningLevel:
    return levels_of(readers[look.shape].app.scene().pages)[LEVELS.index(name)]


def intro_of(readers: dict[str, Visitor], look: Look) -> str:
    return markdown.plain(readers[look.shape].app.scene().pages.own.warning_signs.intro)


@BOTH
@EVERYWHERE
def test_only_the_urgent_signs_are_called_rare_and_that_after_a_sign(
    readers: dict[str, Visitor], look: Look, language: str
) -> None:
    for name in LEVELS:
        read = " ".join(pages_of(readers, look, language, name))
        intro, first = intro_of(readers, look), markdown.plain(level_of(readers, look, name).signs[0])
        if name in LEVELS[:2]:
            assert 0 <= read.find(first[:20]) < read.find(intro), name
        else:
            assert intro not in read, name


@BOTH
@EVERYWHERE
def test_every_sign_is_there_and_the_first_page_begins_with_one(
    readers: dict[str, Visitor], look: Look, language: str
) -> None:
    for name in LEVELS:
        pages = pages_of(readers, look, language, name)
        signs = [markdown.plain(sign) for sign in level_of(readers, look, name).signs]
        assert signs[0][:20] in pages[0], name
        read = signs_read(readers, look, language, name)
        assert [sign for sign in signs if sign not in read] == [], name


@BOTH
@EVERYWHERE
def test_whom_to_call_stands_on_each_page_of_the_most_urgent_signs(
    readers: dict[str, Visitor], look: Look, language: str
) -> None:
    pages = pages_of(readers, look, language, "help")
    whole = markdown.plain(level_of(readers, look, "help").do).replace("{emergency}", "911")
    assert whole in pages[0]
    assert all("911" in page for page in pages)


@BOTH
@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_each_level_has_a_heading_and_all_its_signs_on_one_page(
    readers: dict[str, Visitor], shape: str, language: str
) -> None:
    for name in LEVELS:
        [page] = pages_of(readers, Look(shape), language, name)
        assert level_of(readers, Look(shape), name).title in page
