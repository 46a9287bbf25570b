from pathlib import Path

import pytest

from kiosk.content.clinic.folder import start
from tests.content.review.library import TODAY


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A folder that was just laid out."""
    start(tmp_path / "clinic", TODAY)
    return tmp_path / "clinic"
