"""Real assistive technology, over the accessibility bus of a real X screen (A11Y-89)."""

import pytest

from tests.assistive.conftest import Reader

WAYS = {
    "What would you like to know?": (),
    "Touch a part of the spine": ("Understand back pain",),
    "Bulging disc": ("Understand back pain", "Discs", "Bulging disc"),
    "The same questions, answered": ("Treatments explained",),
    "Exosomes from stem cells": ("Treatments explained", "Exosomes"),
    "Where this comes from": ("Treatments explained", "Exosomes", "Sources"),
    "Do not compare": ("Compare side by side",),
    "Next tip": ("Tips for every day",),
    "When to get help": ("Get help now",),
    "My questions for": ("My questions",),
    "Read this page": ("Listen",),
    "Size of the words": ("Easier to use",),
    "Are you done?": ("Finish",),
}
"""What stands on each screen, and the controls that lead there from the first page."""
BAR = ("Home", "Back", "Get help now", "My questions", "Listen", "Easier to use", "Finish")


@pytest.mark.a11y("A11Y-89")
@pytest.mark.parametrize("sees", WAYS)
def test_every_control_has_a_name_a_role_and_a_state(reader: Reader, sees: str) -> None:
    told = reader.presses("Home", *WAYS[sees], sees=sees)
    controls = [node for node in told if node.is_control]
    names = [node.name for node in controls]
    assert [name for name in BAR if not any(told.startswith(name) for told in names)] == []
    assert [node for node in controls if not node.name.strip()] == []
    assert [node.name for node in controls if min(node.width, node.height) <= 0] == []
    assert [node.name for node in controls if "enabled" in node.states and not node.actions] == []
    assert [node.name for node in controls if "enabled" in node.states and "focusable" not in node.states] == []
    assert any(node.role == "heading" for node in told)


@pytest.mark.a11y("A11Y-89")
def test_a_treatment_is_opened_by_its_action_alone(reader: Reader) -> None:
    told = reader.presses("Home", "Treatments explained", "Exosomes", sees="What it is")
    assert any(node.role == "heading" and node.name.startswith("Exosomes") for node in told)


@pytest.mark.a11y("A11Y-53")
def test_a_switch_tells_that_it_is_on(reader: Reader) -> None:
    before = {node.name: node for node in reader.presses("Home", "Easier to use", sees="Less motion: off")}
    assert "checked" not in before["Less motion: off"].states
    after = {node.name: node for node in reader.presses("Less motion: off", sees="Less motion: on")}
    assert "checked" in after["Less motion: on"].states
    reader.presses("Less motion: on", sees="Less motion: off")


@pytest.mark.a11y("A11Y-77")
@pytest.mark.a11y("A11Y-78")
def test_the_other_language_is_told_at_once(reader: Reader) -> None:
    spanish = reader.presses("Home", "Español", sees="Terminar")
    assert not any(node.name.startswith("Finish") for node in spanish)
    english = reader.presses("English", sees="Finish")
    assert not any(node.name.startswith("Terminar") for node in english)


@pytest.mark.a11y("A11Y-48")
@pytest.mark.a11y("A11Y-89")
def test_beneath_a_dialog_nothing_is_told(reader: Reader) -> None:
    dialog = [node.name for node in reader.presses("Home", "Easier to use", sees="Size of the words")]
    assert not any(name.startswith("Treatments explained") for name in dialog)
    screen = [node.name for node in reader.presses("Close", sees="Treatments explained")]
    assert not any(name.startswith("Size of the words") for name in screen)


@pytest.mark.a11y("A11Y-90")
def test_a_change_is_announced_at_once(reader: Reader) -> None:
    reader.presses("Home", "Easier to use", sees="Larger buttons: off")
    assert reader.hears("Larger buttons: on", after="Larger buttons: off") == ["Larger buttons: on"]
    reader.presses("Larger buttons: on", sees="Larger buttons: off")


@pytest.mark.a11y("A11Y-90")
def test_a_question_on_the_list_is_announced_with_their_number(reader: Reader) -> None:
    reader.presses("Home", "Tips for every day", sees="Ask about this")
    (said,) = reader.hears("On your list", after="Ask about this")
    assert "My questions: 1" in said
    reader.presses("Finish", "Yes, finish", sees="Touch the screen to begin")
    reader.presses("Touch the screen to begin", sees="What would you like to know?")
