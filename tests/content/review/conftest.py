from datetime import date
from pathlib import Path

import pytest

from kiosk.content.check import Checked
from kiosk.content.review.sign_off import list_to_sign
from tests.content.review.library import Desk, desk

TODAY = date(2026, 11, 21)


@pytest.fixture
def clerk(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.fixture(scope="session")
def bundled_list(bundled: Checked) -> str:
    """What the clinic's people are given to sign of the library that comes with the program."""
    return list_to_sign(bundled.files, TODAY)
