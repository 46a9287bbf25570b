"""How much memory this process holds."""

import resource
from pathlib import Path

import pytest

from kiosk.health.memory import MOST_MB, has_grown, resident_mb


def test_it_is_what_the_kernel_says() -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    assert 10 < resident_mb() <= peak * 1.05


def test_where_the_system_does_not_tell(tmp_path: Path) -> None:
    assert resident_mb(tmp_path) == 0


def test_it_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.health.memory.resident_mb", lambda: MOST_MB + 1)
    assert has_grown()
    monkeypatch.setattr("kiosk.health.memory.resident_mb", lambda: MOST_MB)
    assert not has_grown()
