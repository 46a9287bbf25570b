"""What assistive technology is told at once of a change; tests/assistive hears it over the bus itself."""

import pytest

from kiosk.ui.assistive import announcing
from kiosk.ui.assistive.announcing import Named, changed
from tests.visitor import Visitor

WARNING = 30

SIZES: list[Named] = [("100 %", True), ("125 %", False), ("Larger buttons: off", False), ("Close", False)]


@pytest.mark.a11y("A11Y-90")
@pytest.mark.parametrize(
    ("after", "told"),
    [
        (SIZES, ""),
        ([("100 %", False), ("125 %", True), *SIZES[2:]], "125 %"),
        ([*SIZES[:2], ("Larger buttons: on", True), ("As it was", False), SIZES[3]], "Larger buttons: on"),
        ([*SIZES[:3], ("As it was", False), SIZES[3]], ""),
        (SIZES[1:], ""),
        ([(f"Another {number}", number == 2) for number in range(4)], "Another 2"),
        ([(f"Another {number}", False) for number in range(4)], ""),
    ],
    ids=["nothing", "a choice", "a switch", "a way back besides", "less to choose", "another page", "all new"],
)
def test_what_has_changed_is_told_and_nothing_else(after: list[Named], told: str) -> None:
    assert changed(SIZES, after) == told


@pytest.mark.a11y("A11Y-71")
@pytest.mark.a11y("A11Y-90")
def test_the_question_whether_somebody_is_there_is_told_whole_and_once(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("kiosk.app.QAccessible.isActive", lambda: True)
    monkeypatch.setattr(announcing, "_announce", lambda _window, words, _politeness: said.append(words))
    visitor.touch("Touch the screen to begin")
    said.clear()
    while visitor.seconds_left() is None:
        visitor.waits(1)
    visitor.waits(3)
    assert [words for words in said if words] == [
        f"Are you still there? Touch anywhere to go on. If not, this screen is wiped in {WARNING} seconds."
    ]
