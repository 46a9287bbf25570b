from pathlib import Path

import pytest

from tests.content.editions.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, base: Path) -> Desk:
    """A desk where nothing was published yet."""
    return Desk(tmp_path, base)
