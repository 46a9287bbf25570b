"""Real assistive technology, over the accessibility bus of a real X screen (A11Y-89)."""

from collections.abc import Mapping
from typing import Final

import pytest
from PySide6.QtGui import QPointingDevice

from kiosk.app import SCREENS
from kiosk.content.library import Library
from kiosk.content.model.treatment import Treatment
from kiosk.session import routes
from kiosk.session.routes import Route
from tests.assistive.conftest import Reader
from tests.conftest import SETTINGS
from tests.visitor import LANDSCAPE, Visitor

ANEW: Final = ("Finish", "Yes, finish", "Touch the screen to begin")
ENLARGED: Final = ("Easier to use", "200 %", "Close")
"""What has no room beside a page is then a dialog of its own."""
ASKED: Final = ("Tips for every day", "Ask about this")
UNREACHED: Final = {routes.Languages: "With two languages, the other one is one touch away."}
"""Kinds of screens that this kiosk does not have, and why."""
BAR = ("Home", "Back", "Get help now", "My questions", "Listen", "Easier to use", "Finish")
PRP: Final = "therapies/prp"
Ways = Mapping[type[Route], tuple[tuple[str, ...], str]]


@pytest.fixture(scope="module")
def looking_back(library: Library, glass: QPointingDevice, one_factory: None) -> tuple[str, ...]:
    """The controls that lead through the last chapter of a treatment, step by step, to what looks back."""
    visitor = Visitor(library, SETTINGS, glass, LANDSCAPE)
    visitor.stands_at(routes.Reading(PRP, chapter=7))
    page = visitor.app.scene().pages.page(PRP)
    assert isinstance(page, Treatment)
    question, names = page.look_back[0].question, ["Questions people ask"]
    while not visitor.offers(question):
        names.append(visitor.way_on().accessibleName())
        visitor.touch(names[-1])
    visitor.leaves()
    return (*names, question)


@pytest.fixture(scope="module")
def ways(library: Library, looking_back: tuple[str, ...]) -> Ways:
    """The controls that lead from the first page to a screen of each kind, and what stands there."""
    words = library.pages("en").own.words
    treatments, compare, tips = words.treatment.title, "Compare side by side", words.tips.title
    prp = library.pages("en").cards("treatment")[0].title
    return {
        routes.Attract: (("Finish", "Yes, finish"), "Touch the screen to begin"),
        routes.Home: ((), "What would you like to know?"),
        routes.Understand: ((words.understand.title,), "Touch a part of the spine"),
        routes.Treatments: ((treatments,), words.treatment.short),
        routes.Reading: ((words.understand.title, "Discs", "Bulging disc"), "Bulging disc"),
        routes.Compare: ((compare,), "Do not compare"),
        routes.Tips: ((tips,), words.tips.next),
        routes.Help: (("Get help now",), "When to get help"),
        routes.Az: (("A to Z",), words.az.short),
        routes.Questions: (("My questions",), words.questions.title),
        routes.TakeAlong: ((*ASKED, *ENLARGED, "My questions", words.questions.take), words.page.close),
        routes.Paper: ((*ASKED, "My questions", words.paper.print), "The printer"),
        routes.Easier: (("Easier to use",), words.easier.text_size),
        routes.Listen: (("Listen",), words.listen.read),
        routes.Finish: (("Finish",), "Are you done?"),
        routes.Explain: (("A to Z", "P. ", "Platelets"), words.page.close),
        routes.Contents: ((*ENLARGED, treatments, words.treatment.regenerative), words.treatment.usual_care),
        routes.Box: ((compare, "PRP. Does it help pain?"), prp),
        routes.Columns: ((compare, words.compare.columns), words.page.close),
        routes.Provenance: ((treatments, prp, words.page.sources), words.page.close),
        routes.TipKinds: ((tips, *ENLARGED, words.tips.kinds), words.page.close),
        routes.Activity: ((tips, words.tips.stress, words.tips.do_now), "Breathe slowly for a minute"),
        routes.LookBack: ((treatments, prp, *looking_back), words.treatment.not_sure),
    }


def test_there_is_a_way_to_each_kind_of_screen(ways: Ways) -> None:
    assert {*ways, *UNREACHED} == set(SCREENS)


@pytest.mark.a11y("A11Y-89")
@pytest.mark.parametrize("kind", [kind for kind in SCREENS if kind not in UNREACHED], ids=lambda kind: kind.__name__)
def test_every_control_has_a_name_a_role_and_a_state(reader: Reader, ways: Ways, kind: type[Route]) -> None:
    presses, sees = ways[kind]
    told = reader.presses(*ANEW, *presses, sees=sees)
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
    told = reader.presses(*ANEW, "Treatments explained", "Exosomes", sees="What it is")
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


@pytest.mark.a11y("A11Y-90")
def test_what_an_activity_says_on_its_way_is_announced(reader: Reader, ways: Ways) -> None:
    presses, sees = ways[routes.Activity]
    reader.presses(*ANEW, *presses, sees=sees)
    assert reader.hears("Breathe in", after="Start") == ["Breathe in"]
    assert reader.hears("Paused", after="Pause")[-1] == "Paused"
    reader.presses("Close", sees="Next tip")
