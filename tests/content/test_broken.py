"""Every slip that a clerk can make, and the words that help: one folder for each in tests/content/broken/.

An example is laid over the small sound library of tests/content/base/; expected.txt beside it holds what the check
must say, word for word.
"""

from pathlib import Path

import pytest

from kiosk.content.check import check
from tests.content.base import over

EXAMPLES = sorted((Path(__file__).parent / "broken").iterdir())


def _name(example: Path) -> str:
    return example.name


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_broken(example: Path, base: Path) -> None:
    told = [str(problem) for problem in check(over(base, example)).problems]
    assert told == (example / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_the_sound_rest_can_be_shown(example: Path, base: Path) -> None:
    library = check(over(base, example)).library
    assert library is not None
    pages = library.pages("en")
    assert pages.card("therapies/needle") is not None
    assert pages.own.words.bar.home


def test_there_is_an_example_of_every_slip() -> None:
    assert len(EXAMPLES) >= 40
    for example in EXAMPLES:
        assert (example / "expected.txt").read_text(encoding="utf-8").strip(), f"{example.name} expects nothing"
