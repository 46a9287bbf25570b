from pathlib import Path

import pytest

from kiosk.content.check import Checked, check
from kiosk.content.folders import Folders
from kiosk.content.review.page_text import PageText, texts_of
from kiosk.paths import content_folder
from tests.content.base import make_base


@pytest.fixture(scope="session")
def bundled() -> Checked:
    """The library that comes with the program, checked."""
    return check(Folders((content_folder(),)))


@pytest.fixture(scope="session")
def bundled_texts(bundled: Checked) -> tuple[PageText, ...]:
    """The text of each of its pages."""
    return texts_of(bundled.files)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sound library that no test may write to."""
    return make_base(tmp_path_factory.mktemp("base") / "library")


@pytest.fixture
def own_base(tmp_path: Path) -> Path:
    """A small sound library of the test's own."""
    return make_base(tmp_path / "library")
