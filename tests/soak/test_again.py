"""What a command prints to repeat its run holds all that the run was given."""

import sys
from collections.abc import Callable
from unittest.mock import patch

import pytest

import tests.soak.__main__ as spoil
import tests.soak.monkey.__main__ as monkey
from tests.soak import days


class Begun(Exception):  # noqa: N818 - nothing is wrong, the test has seen enough
    """The run would go on now."""


@pytest.mark.parametrize(
    ("main", "first_step", "word", "given"),
    [
        (
            spoil.main,
            f"{spoil.__name__}.tempfile.TemporaryDirectory",
            "spoil",
            "--inputs 4 --publishes 1 --kills 2 --seed 7",
        ),
        (days.main, f"{days.__name__}.QApplication", "days", "--days 3 --visits 2 --seed 7"),
        (monkey.main, f"{monkey.__name__}.QApplication", "monkey", "--actions 500 --seed 7"),
        (monkey.main, f"{monkey.__name__}.QApplication", "monkey", "--actions 500 --seed 7 --one-start"),
    ],
)
def test_what_is_printed_repeats_the_run(
    main: Callable[[], int],
    first_step: str,
    word: str,
    given: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["soak", *given.split()])
    with patch(first_step, side_effect=Begun), pytest.raises(Begun):
        main()
    assert capsys.readouterr().out == f"Seed 7; again with: make {word} {word.upper()}_ARGS='{given}'\n"


def test_a_seed_by_chance_is_printed_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["soak"])
    with patch(f"{days.__name__}.QApplication", side_effect=Begun), pytest.raises(Begun):
        days.main()
    seed = capsys.readouterr().out.split(";")[0].removeprefix("Seed ")
    monkeypatch.setattr(sys, "argv", ["soak", "--seed", seed, "--days", "90", "--visits", "60"])
    with patch(f"{days.__name__}.QApplication", side_effect=Begun), pytest.raises(Begun):
        days.main()
    assert capsys.readouterr().out.endswith(f"'--days 90 --visits 60 --seed {seed}'\n")
