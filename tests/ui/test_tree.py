"""The accessibility tree is honest: names begin with what one sees, roles are right, nothing is unnamed or empty."""

from collections import Counter
from collections.abc import Iterator

import pytest

from kiosk.content.library import Library
from kiosk.session.routes import Route
from tests import tree
from tests.ui.conftest import Gallery, Measured
from tests.ui.facts import Facts
from tests.ui.rules import none
from tests.ui.stops import SAMPLE, SCREENS, Look
from tests.visitor import Visitor

TOLD = frozenset({tree.Role.Heading, tree.Role.StaticText, tree.Role.Graphic, *tree.TARGETS})
IN_BOTH_LANGUAGES = pytest.mark.parametrize("look", [Look(), Look(language="es")], ids=str)
IN_THE_BAR = ("Home", "Back", "Get help now", "My questions", "Listen", "Easier to use", "Finish")


@pytest.mark.a11y("A11Y-88")
@IN_BOTH_LANGUAGES
def test_names_begin_with_the_visible_label(measured: Measured, look: Look) -> None:
    """A box of a comparison is told as a sentence instead: row, column and value."""
    none(
        f"{facts.where}: {target.label} / {target.name}"
        for facts in measured(look)
        for target in facts.targets
        if not (target.label in target.name if target.kind == "BoxButton" else target.name.startswith(target.label))
    )


@pytest.mark.a11y("A11Y-63")
@pytest.mark.a11y("A11Y-89")
@IN_BOTH_LANGUAGES
def test_everything_told_has_a_name_and_a_place(measured: Measured, look: Look) -> None:
    none(
        f"{facts.where}: {node}"
        for facts in measured(look)
        for node in facts.nodes
        if node.role in TOLD and (not node.name.strip() or node.rect.isEmpty())
    )


@pytest.mark.a11y("A11Y-89")
@IN_BOTH_LANGUAGES
def test_everything_has_a_role(measured: Measured, look: Look) -> None:
    none(f"{facts.where}: {node}" for facts in measured(look) for node in facts.nodes[1:] if node.role not in TOLD)


@pytest.mark.a11y("A11Y-89")
@IN_BOTH_LANGUAGES
def test_a_screen_begins_with_its_heading(measured: Measured, look: Look) -> None:
    none(fault for name in SAMPLE for facts in measured(look, name) for fault in _without_heading(facts, name))


def _without_heading(facts: Facts, name: str) -> Iterator[str]:
    """A screen that does not begin with a heading; the first two greet before it."""
    words = [node for node in facts.nodes if node.role in (tree.Role.Heading, tree.Role.StaticText)]
    if not any(node.role is tree.Role.Heading for node in words):
        yield f"{facts.where}: no heading"
    elif words[0].role is not tree.Role.Heading and name not in ("home", "attract"):
        yield f"{facts.where}: {words[0]}"


@pytest.mark.a11y("A11Y-89")
@IN_BOTH_LANGUAGES
def test_nothing_is_told_twice(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in _told_twice(facts))


def _told_twice(facts: Facts) -> list[str]:
    """Headings and words that stand on the same screen as words once more, or within a heading."""
    plain = Counter(node.name for node in facts.nodes if node.role is tree.Role.StaticText)
    headings = [node.name for node in facts.nodes if node.role is tree.Role.Heading]
    within = [words for words in plain if len(words.split()) > 2 and any(words in heading for heading in headings)]
    twice = [words for words, count in plain.items() if count > 1 and not _may_stand_twice(words)]
    return [f"{facts.where}: {words}" for words in (*within, *twice)]


def _may_stand_twice(words: str) -> bool:
    """A badge stands beneath each treatment that bears it, and where it is from beneath each question."""
    return "approved" in words or words.startswith(("From “", "De “"))


@pytest.mark.a11y("A11Y-89")
@IN_BOTH_LANGUAGES
def test_no_two_targets_have_one_name(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in _named_alike(facts))


def _named_alike(facts: Facts) -> list[str]:
    """Names of several targets; but for the way on, which may lead to the same place as an entry of the contents.

    The choice of languages comes with a third: with two, the bar itself names the other.
    """
    if facts.where.startswith("dialog-languages"):
        return []
    names = Counter(target.name for target in facts.targets if target.in_bar or not target.is_main)
    return [f"{facts.where}: {name}" for name, count in names.items() if count > 1]


@pytest.mark.a11y("A11Y-28")
@IN_BOTH_LANGUAGES
def test_no_words_end_in_dots(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in _with(("…", "..."), facts))


@IN_BOTH_LANGUAGES
def test_no_place_in_the_words_is_left_to_be_filled(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in _with(("{", "[^"), facts))


def _with(signs: tuple[str, ...], facts: Facts) -> list[str]:
    return [f"{facts.where}: {node.name}" for node in facts.nodes if any(sign in node.name for sign in signs)]


@pytest.mark.a11y("A11Y-53")
def test_a_switch_tells_its_state_in_words_and_as_a_state(gallery: Gallery) -> None:
    visitor = gallery(Look())
    visitor.stands_at(*SCREENS["dialog-easier"])
    switches = [node for node in visitor.nodes() if node.name.startswith(("Less motion", "Larger buttons"))]
    assert [(node.name, node.state) for node in switches] == [
        ("Less motion: off", "off"),
        ("Larger buttons: off", "off"),
    ]


@pytest.mark.a11y("A11Y-73")
@pytest.mark.a11y("A11Y-84")
def test_the_bar_has_everything_everywhere(measured: Measured) -> None:
    names = {facts.where: " / ".join(name for name, _ in facts.bar) for facts in measured(Look())}
    none(f"{where}: no {word}" for where, told in names.items() for word in IN_THE_BAR if word not in told)


@pytest.mark.a11y("A11Y-77")
@pytest.mark.parametrize("way", SCREENS.values(), ids=SCREENS.keys())
def test_the_other_language_is_one_touch_away(
    visitor: Visitor, library: Library, way: tuple[Route, ...], caplog: pytest.LogCaptureFixture
) -> None:
    visitor.stands_at(*way)
    others = [name for code, name in library.names() if code != "en"]
    if len(others) == 1:
        assert visitor.offers(others[0])
    elif others:
        assert visitor.offers("Language")
