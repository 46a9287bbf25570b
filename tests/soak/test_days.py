"""The bounds of the working days are bounds: a disk that fills up is noticed."""

import shutil
from pathlib import Path
from unittest.mock import Mock, patch

from PySide6.QtGui import QPointingDevice

from kiosk.content.editions.store import KEPT
from kiosk.paths import content_folder
from tests.soak.days import PUBLISHES_ON, Wall


def test_three_months_make_more_editions_than_are_kept() -> None:
    assert sum(day % 7 in PUBLISHES_ON for day in range(90)) > KEPT


def test_editions_that_are_left_behind_are_more_than_the_disk_may_hold(tmp_path: Path) -> None:
    wall = Wall(content_folder(), tmp_path, Mock(QPointingDevice), seed=1)
    for _ in range(2):
        wall._publish()
    assert wall.bytes_of_state() <= wall.most_bytes_of_state(1)
    for number in range(3):
        shutil.copytree(wall.store.place(1), wall.store.editions_folder / f"building-{number}")
    assert wall.bytes_of_state() > wall.most_bytes_of_state(1)


def test_more_editions_than_are_kept_take_no_more(tmp_path: Path) -> None:
    wall = Wall(content_folder(), tmp_path, Mock(QPointingDevice), seed=1)
    with patch("kiosk.content.editions.store.KEPT", 2):
        for _ in range(4):
            wall._publish()
    assert len(wall.store.numbers()) == 2
    assert wall.bytes_of_state() <= wall.most_bytes_of_state(1)
