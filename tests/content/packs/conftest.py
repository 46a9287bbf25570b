from pathlib import Path

import pytest

from tests.content.packs.stick import Stick


@pytest.fixture
def stick(tmp_path: Path, base: Path) -> Stick:
    """A stick between two clinics."""
    return Stick(tmp_path, base)
