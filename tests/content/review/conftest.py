from pathlib import Path

import pytest

from tests.content.review.library import Desk, desk


@pytest.fixture
def clerk(tmp_path: Path) -> Desk:
    return desk(tmp_path)
