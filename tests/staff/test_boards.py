"""How the staff's pages look and what assistive technology is told of them.

After a change on purpose look at the result, then write it down: `pytest tests/staff/test_boards.py --approve`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.widgets.text_block import TextBlock
from tests import tree
from tests.pictures.compare import compare
from tests.staff.boards import BOARDS, SHAPES, staff_board

HERE: Final = Path(__file__).parent
Lay = Callable[..., StaffBoard]


@pytest.fixture
def lay(qapp: QApplication, one_factory: None) -> Iterator[Lay]:
    """Lays out a page, and takes it away again."""
    laid: list[StaffBoard] = []

    def one(name: str, shape: str = "landscape", language: str = "en") -> StaffBoard:
        laid.append(staff_board(name, shape, language))
        laid[-1].show()
        laid[-1].grab()
        return laid[-1]

    yield one
    for board in laid:
        board.hide()
        board.deleteLater()
        QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete)


def _place(board: StaffBoard, part: QWidget) -> QRect:
    return QRect(part.mapTo(board, part.rect().topLeft()), part.size())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", BOARDS)
def test_everything_is_in_view_and_nothing_lies_on_another(lay: Lay, name: str, shape: str, language: str) -> None:
    board = lay(name, shape, language)
    parts = [part for part in board.findChildren(QWidget) if isinstance(part, TextBlock | QAbstractButton)]
    places = [(part.accessibleName(), _place(board, part)) for part in parts]
    assert [name for name, place in places if not board.rect().contains(place)] == []
    assert [part.accessibleName() for part in parts if getattr(part, "clipped", False)] == []
    meeting = [
        (one, other)
        for number, (one, place) in enumerate(places)
        for other, beside in places[number + 1 :]
        if place.intersects(beside)
    ]
    assert meeting == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", BOARDS)
def test_every_button_can_be_hit(lay: Lay, name: str, shape: str) -> None:
    board = lay(name, shape)
    least = board.theme.measure.small_target
    small = [
        button.accessibleName()
        for button in board.findChildren(QAbstractButton)
        if min(button.width(), button.height()) < least
    ]
    assert small == []


@pytest.mark.parametrize("name", BOARDS)
def test_outline(lay: Lay, name: str, approve: bool) -> None:
    file, outline = HERE / "outlines" / f"{name}.txt", tree.outline(lay(name))
    if approve:
        file.write_text(outline, encoding="utf-8")
    assert outline == file.read_text(encoding="utf-8")


def test_no_outline_is_left_over() -> None:
    assert {file.stem for file in (HERE / "outlines").glob("*.txt")} == set(BOARDS)


@pytest.mark.parametrize("name", ["wrong", "pin"])
def test_picture(lay: Lay, name: str, approve: bool) -> None:
    picture = lay(name, "small").grab().toImage()
    compare(f"staff-{name}", picture, HERE / "golden" / f"{name}.png", approve=approve)
