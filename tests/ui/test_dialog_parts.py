"""Dialogs of several parts: the ways back and on never change places, and each part says where one is."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton

from tests.languages import MIRRORED
from tests.ui.conftest import Gallery
from tests.ui.stops import SAMPLE, Look, goes_through
from tests.visitor import Visitor, buttons_of

DIALOGS = tuple(name for name in SAMPLE if name.startswith("dialog-"))
OF_SEVERAL_PARTS = {"dialog-provenance", "dialog-box", "dialog-columns", "dialog-easier"}
"""Those in which one would go forth and back for ever, at 200 %."""


def button_of(visitor: Visitor, label: str) -> QAbstractButton | None:
    """The dialog's own button of this label."""
    return next((button for button in buttons_of(visitor.top) if button.text() == label), None)


def place_of(button: QAbstractButton | None) -> QRect:
    """Where a button stands; nowhere, if it is missing."""
    return button.geometry() if button else QRect()


@pytest.mark.parametrize("look", [Look(), Look("landscape", 200), Look("portrait", 200)], ids=str)
def test_a_finger_that_stays_where_more_was_never_goes_back(gallery: Gallery, look: Look) -> None:
    visitor = gallery(look)
    words, of_several = visitor.app.scene().words.page, set()
    for name in DIALOGS:
        ways = [
            (place_of(button_of(visitor, words.previous)), place_of(button_of(visitor, words.more)))
            for _ in goes_through(visitor, name)
        ]
        if len(ways) == 1:
            continue
        of_several.add(name)
        backs, ons = [back for back, _ in ways[1:]], [on for _, on in ways[:-1]]
        assert len(set(map(QRect.getRect, ons))) == 1, f"{name}: More changes places"
        assert len(set(map(QRect.getRect, backs))) == 1, f"{name}: Previous changes places"
        assert ways[0][0].isNull(), f"{name}: the first part leads back"
        assert ways[-1][1].isNull(), f"{name}: the last part leads on"
        assert backs[0].right() < ons[0].left(), f"{name}: back is not before on"
    assert of_several >= (OF_SEVERAL_PARTS if look.text_size == 200 else {"dialog-provenance"})


def test_back_stands_where_lines_begin(gallery: Gallery) -> None:
    visitor = gallery(Look("landscape", 200, language=MIRRORED))
    words = visitor.app.scene().words.page
    backs, ons = [], []
    for _ in goes_through(visitor, "dialog-box"):
        backs.append(place_of(button_of(visitor, words.previous)))
        ons.append(place_of(button_of(visitor, words.more)))
    assert backs[1].left() > ons[0].right()


@pytest.mark.parametrize("look", [Look("landscape", 200), Look("portrait", 200)], ids=str)
def test_each_part_says_which_it_is(gallery: Gallery, look: Look) -> None:
    visitor = gallery(look)
    words = visitor.app.scene().words.page
    for name in DIALOGS:
        told = [(visitor.reads(), bool(button_of(visitor, words.more))) for _ in goes_through(visitor, name)]
        assert [more for _, more in told] == [True] * (len(told) - 1) + [False]
        for number, (reads, _) in enumerate(told, start=1):
            here = visitor.app.scene().filled(words.page_of, number=number, count=len(told))
            assert len(told) == 1 or here in reads, f"{name}: {here} is not told"


def test_the_finger_goes_on_to_the_end_and_back_to_the_start(gallery: Gallery) -> None:
    visitor = gallery(Look("landscape", 200))
    parts = sum(1 for _ in goes_through(visitor, "dialog-box"))
    assert parts > 2
    next(goes_through(visitor, "dialog-box"))
    for _ in range(parts - 1):
        visitor.touch(visitor.app.scene().words.page.more)
    assert visitor.sees(f"Page {parts} of {parts}")
    for _ in range(parts - 1):
        visitor.touch(visitor.app.scene().words.page.previous)
    assert visitor.sees(f"Page 1 of {parts}")
