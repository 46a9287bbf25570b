"""What `make fuzz` attacks takes its good inputs and a few spoilt ones; and what it has found stays mended."""

import random
import time
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from kiosk.content import markdown
from tests.fuzz.targets import TARGETS
from tests.soak.inputs import spoilt

SPOILT: Final = 20
MAY_BE_SAID: Final = {
    "drawings": pytest.mark.qt_log_ignore("path truncated"),
    "photographs": pytest.mark.qt_log_ignore("."),
}
"""By Qt, of a picture that is spoilt."""


@pytest.mark.parametrize("name", [pytest.param(name, marks=MAY_BE_SAID.get(name, ())) for name in TARGETS])
def test_good_inputs_and_a_few_spoilt_ones_are_taken(name: str, tmp_path: Path, qtbot: QtBot) -> None:
    target = TARGETS[name](tmp_path)
    chance = random.Random(7)  # noqa: S311 - nothing secret
    seeds = list(target.seeds())
    for seed in seeds:
        target.take(seed)
    for _ in range(SPOILT):
        target.take(spoilt(chance.choice(seeds), chance))


FOUND: Final = {
    "a name that no file system takes": ("packs", b"en/tips/" + "é".encode() * 150 + b".yaml\ntitle: A"),
    "a source mark that is meant as words": ("markdown", rb"Write \[^P3] yourself."),
    "a check sum that is no text": ("pin", b'{"Ana": {"n": 2, "r": 1, "p": 1, "salt": "", "hash": "\xc3\xa9"}}'),
    "a PIN without a cost": ("pin", b'{"Ana": {"n": null, "r": 1, "p": 1, "salt": "", "hash": ""}}'),
    "PINs nested without end": ("pin", b"[" * 5000),
    "wrong tries without end": ("pin", b'{}\0\0{"count": Infinity, "until": 1e999}\0\0'),
}
"""What an attack has found, or what was seen while it was prepared; all of it is mended."""


@pytest.mark.parametrize(("name", "data"), FOUND.values(), ids=FOUND)
def test_what_was_found_stays_mended(name: str, data: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    files = [*data.split(b"\0\0"), b"", b""][:2] if name == "pin" else []
    TARGETS[name](tmp_path).take(b"\0\0".join([*files, b"2580eW1e"]) if files else data)


@pytest.mark.parametrize("words", ["[", "![", "[](", "![](", "[^a", "<a", "*", "* ", "`", "www."])
def test_a_page_of_nothing_but_marks_is_read_at_once(words: str) -> None:
    """20,000 brackets that no bracket closes took 1.1 s, and twice as many four times as long."""
    begun = time.process_time()
    markdown.parse(words * 100_000)
    assert time.process_time() - begun < 10, "On a busy machine; where brackets are searched twice it is far more."
