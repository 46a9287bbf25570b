"""Memory is compared where there is something to compare."""

import pytest

from tests.soak.monkey.__main__ import _memory_is_flat, _thirds


@pytest.mark.parametrize("sizes", [[], [80.0], [80.0, 120.0]])
def test_a_short_run_is_not_compared(sizes: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    assert _thirds(sizes) is None
    assert _memory_is_flat(None) == 0
    assert capsys.readouterr().out.startswith("The run was too short to compare its memory: ")


def test_thirds_are_of_different_times() -> None:
    assert _thirds([60.0, 80.0, 90.0]) == (80.0, 90.0)
    assert _thirds([10.0, 60.0, 80.0, 82.0, 90.0, 92.0]) == (81.0, 91.0)


def test_what_grows_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert _memory_is_flat((80.0, 90.0)) == 1
    assert _memory_is_flat((80.0, 85.0)) == 0
    assert capsys.readouterr().err == "The program has grown.\n"
