"""Some working days in a row; `make days` lives through three months."""

from pathlib import Path

from PySide6.QtGui import QPointingDevice

from kiosk.paths import content_folder
from tests.soak.days import Wall, is_well


def test_after_some_days_the_counts_are_exact_and_nothing_has_grown(
    tmp_path: Path, glass: QPointingDevice, one_factory: None
) -> None:
    wall = Wall(content_folder(), tmp_path, glass, seed=1)
    wall.lives(days=2, visits=3)
    is_well(wall, 2)
    assert wall.diary.visits == 6
