"""The PIN opens the staff screen for those who know it, and guessing takes for ever."""

import errno
import json
from pathlib import Path

import pytest

from kiosk.device.pin import WAITS, Pins, Tried
from kiosk.disk import Disk
from tests.clock import Clock
from tests.content.editions.desk import FailingDisk

YEAR = 365 * 24 * 3600.0
HASH = "aeaacb475247a8dcbe1355797570dbeb6c3748089a218017e8e3ebc496639d3e"
"""Of the PIN 2580 with a salt of sixteen zeros, at a sixteenth of the cost (scrypt, RFC 7914)."""


class Kiosk:
    """A kiosk with a clock on the wall and one that never goes back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.wall = Clock(1_800_000_000)
        self.pins = self.starts()

    def starts(self) -> Pins:
        """As after the power was lost: the clock that never goes back begins anew."""
        self.clock.now = 5.0
        self.pins = Pins(self.folder, Disk(), self.clock, self.wall)
        return self.pins

    def passes(self, seconds: float) -> None:
        self.clock.passes(seconds)
        self.wall.passes(seconds)


@pytest.fixture
def kiosk(tmp_path: Path, quick_pins: None) -> Kiosk:
    made = Kiosk(tmp_path)
    made.pins.set("Ana", "2580")
    return made


def test_the_right_pin_tells_who_it_is(kiosk: Kiosk) -> None:
    kiosk.pins.set("Ben", "7391")
    assert kiosk.pins.try_pin("2580") == Tried("Ana")
    assert kiosk.pins.try_pin("7391") == Tried("Ben")
    assert kiosk.starts().names() == ("Ana", "Ben")


def test_the_right_pin_makes_nobody_wait(kiosk: Kiosk) -> None:
    kiosk.pins.try_pin("0000")
    kiosk.passes(1)
    right = kiosk.pins.try_pin("2580")
    assert (right.name, right.wait, right.is_early) == ("Ana", 0, False)
    assert kiosk.starts().wait() == 0
    assert kiosk.pins.try_pin("0000") == Tried("", 1, is_early=False)


def test_nobody_can_read_it_back(kiosk: Kiosk) -> None:
    file = kiosk.folder / "pins.json"
    assert "2580" not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    first = json.loads(file.read_text())["Ana"]
    kiosk.pins.set("Ana", "2580")
    assert json.loads(file.read_text())["Ana"]["hash"] != first["hash"]


def test_wrong_tries_wait_longer_and_longer(kiosk: Kiosk) -> None:
    for wait in (*WAITS, WAITS[-1]):
        assert kiosk.pins.try_pin("0000") == Tried(wait=wait)
        assert kiosk.pins.try_pin("2580") == Tried(wait=wait, is_early=True)  # not even the right one is looked at
        kiosk.passes(wait)
    assert kiosk.pins.try_pin("2580") == Tried("Ana")
    assert kiosk.pins.try_pin("0000").wait == WAITS[0]


def test_a_restart_ends_no_wait(kiosk: Kiosk) -> None:
    for wait in WAITS[:3]:
        kiosk.passes(wait)
        kiosk.pins.try_pin("0000")
    kiosk.passes(10)
    assert kiosk.starts().wait() == 20
    assert kiosk.pins.try_pin("2580").name == ""
    kiosk.passes(20)
    assert kiosk.pins.try_pin("0000").wait == 300


@pytest.mark.parametrize("change", [-YEAR, -60.0])
def test_a_clock_set_back_makes_nobody_wait_longer(kiosk: Kiosk, change: float) -> None:
    kiosk.pins.try_pin("0000")
    kiosk.wall.passes(change)
    assert kiosk.pins.wait() == 1
    assert kiosk.starts().wait() == 1


def test_a_clock_set_while_the_kiosk_runs_changes_no_wait(kiosk: Kiosk) -> None:
    for wait in WAITS:
        kiosk.passes(wait)
        kiosk.pins.try_pin("0000")
    kiosk.wall.passes(YEAR)
    assert kiosk.pins.wait() == 300


def test_a_clock_set_forward_is_a_night_to_a_start_and_the_next_wrong_try_waits_longest(kiosk: Kiosk) -> None:
    for wait in WAITS:
        kiosk.passes(wait)
        kiosk.pins.try_pin("0000")
    kiosk.wall.passes(10 * YEAR)
    assert kiosk.pins.wait() == 300
    assert kiosk.starts().wait() == 0
    assert kiosk.pins.try_pin("0000").wait == 300


def test_pulling_the_plug_makes_no_try_free(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.device.pin._is_right", _power_lost)
    with pytest.raises(KeyboardInterrupt):
        kiosk.pins.try_pin("0000")
    monkeypatch.undo()
    assert kiosk.starts().wait() == 1


def _power_lost(_pin: str, _kept: object) -> bool:
    raise KeyboardInterrupt


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"count": "x"}'])
def test_damaging_the_file_of_wrong_tries_makes_no_try_free(kiosk: Kiosk, damage: bytes) -> None:
    (kiosk.folder / "wrong-tries.json").write_bytes(damage)
    assert kiosk.starts().wait() == 300


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"Ana": {}}', b'{"Ana": {"n": 3, "r": 8, "p": 1, "salt": "0"}}']
)
def test_a_damaged_file_of_pins_opens_nothing(kiosk: Kiosk, damage: bytes) -> None:
    (kiosk.folder / "pins.json").write_bytes(damage)
    assert kiosk.pins.try_pin("2580").name == ""


def test_a_file_that_cannot_be_read_for_a_moment_loses_nobody_s_pin(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.device.pin.read_json", _does_not_answer)
    with pytest.raises(OSError, match="Input/output error"):
        kiosk.pins.set("Ben", "7391")
    with pytest.raises(OSError, match="Input/output error"):
        kiosk.pins.remove("Ben")
    monkeypatch.undo()
    assert kiosk.pins.try_pin("2580") == Tried("Ana")


def _does_not_answer(_file: Path) -> None:
    raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("damage", [b"{", b"[]"])
def test_a_damaged_file_is_laid_aside_before_a_new_pin_is_kept(kiosk: Kiosk, damage: bytes) -> None:
    (kiosk.folder / "pins.json").write_bytes(damage)
    kiosk.pins.set("Ben", "7391")
    assert kiosk.pins.names() == ("Ben",)
    assert (kiosk.folder / "pins.damaged").read_bytes() == damage


def test_without_a_pin_nothing_opens(tmp_path: Path) -> None:
    pins = Pins(tmp_path / "not" / "there", Disk(), Clock(), Clock())
    assert pins.names() == ()
    assert pins.try_pin("").name == ""


@pytest.mark.parametrize(
    ("pin", "told"),
    [
        ("123", "A PIN has 4 to 12 digits and nothing else."),
        ("12345678901234", "A PIN has 4 to 12 digits and nothing else."),
        ("12a4", "A PIN has 4 to 12 digits and nothing else."),
        ("٢٥٨٠", "A PIN has 4 to 12 digits and nothing else."),
        ("1111", "This PIN is easy to guess. Choose digits that do not repeat or count up."),
        ("3456", "This PIN is easy to guess. Choose digits that do not repeat or count up."),
        ("9876", "This PIN is easy to guess. Choose digits that do not repeat or count up."),
        ("2580", "Somebody has this PIN already. Choose another."),
    ],
)
def test_a_pin_that_cannot_be_taken(kiosk: Kiosk, pin: str, told: str) -> None:
    with pytest.raises(ValueError, match="PIN") as error:
        kiosk.pins.set("Ben", pin)
    assert str(error.value) == told


def test_a_pin_taken_away_opens_no_more(kiosk: Kiosk) -> None:
    kiosk.pins.remove("Ana")
    assert kiosk.pins.try_pin("2580").name == ""


def test_a_full_disk_keeps_the_former_pin(kiosk: Kiosk) -> None:
    for takes in range(4):
        full = Pins(kiosk.folder, FailingDisk(takes), kiosk.clock, kiosk.wall)
        with pytest.raises(OSError, match="No space left"):
            full.set("Ana", "7391")
        assert kiosk.starts().try_pin("2580") == Tried("Ana")


def test_a_disk_that_can_only_be_read_still_makes_wrong_tries_wait(kiosk: Kiosk) -> None:
    pins = Pins(kiosk.folder, FailingDisk(0), kiosk.clock, kiosk.wall)
    assert pins.try_pin("0000").wait == 1
    assert pins.try_pin("2580").wait == 1


# --- the numbers --------------------------------------------------------------------------------------------------


def test_the_waits_and_the_cost_of_a_try_are_those_agreed_on(tmp_path: Path) -> None:
    """A finger that slips here would make guessing quick and be seen nowhere."""
    assert WAITS == (1, 5, 30, 300)
    Kiosk(tmp_path).pins.set("Ana", "2580")
    kept = json.loads((tmp_path / "pins.json").read_text())["Ana"]
    assert (kept["n"], kept["r"], kept["p"]) == (16_384, 8, 1)
    assert (len(bytes.fromhex(kept["salt"])), len(bytes.fromhex(kept["hash"]))) == (16, 32)


@pytest.mark.parametrize("pin", ["2580", "258014736902", "1212", "1357", "9753", "1235"])
def test_short_and_long_pins_are_taken(kiosk: Kiosk, pin: str) -> None:
    kiosk.pins.set("Ana", pin)
    assert kiosk.pins.try_pin(pin) == Tried("Ana")


@pytest.mark.parametrize("pin", ["258", "2580147369025"])
def test_a_pin_one_digit_too_short_or_too_long_is_not(kiosk: Kiosk, pin: str) -> None:
    with pytest.raises(ValueError, match="A PIN has 4 to 12 digits"):
        kiosk.pins.set("Ana", pin)


def test_eight_people_have_a_pin_and_a_ninth_takes_somebody_s_place(kiosk: Kiosk) -> None:
    """Each is tried in turn, and each try takes a moment on purpose."""
    for number in range(1, 8):
        kiosk.pins.set(f"Ben {number}", f"259{number}")
    with pytest.raises(ValueError, match=r"There are 8 PINs already\. Take one away first\."):
        kiosk.pins.set("Cem", "7391")
    kiosk.pins.set("Ana", "7391")  # who has one may change it
    kiosk.pins.remove("Ben 3")
    kiosk.pins.set("Cem", "2580")
    assert kiosk.starts().names() == ("Ana", "Ben 1", "Ben 2", "Ben 4", "Ben 5", "Ben 6", "Ben 7", "Cem")
    assert kiosk.pins.try_pin("7391") == Tried("Ana")
    assert kiosk.pins.try_pin("2580") == Tried("Cem")


def test_a_new_pin_ends_the_wait(kiosk: Kiosk) -> None:
    """Whoever sets it stands at the machine and has the right to."""
    kiosk.pins.try_pin("0000")
    assert kiosk.pins.wait() == 1
    kiosk.pins.set("Ben", "7391")
    assert kiosk.pins.wait() == 0
    assert kiosk.starts().wait() == 0
    assert kiosk.pins.try_pin("0000").wait == 1


def test_a_try_that_comes_too_early_counts_as_none(kiosk: Kiosk) -> None:
    kiosk.pins.try_pin("0000")
    kiosk.passes(0.4)
    early = kiosk.pins.try_pin("0000")
    assert not early.name
    assert early.wait == pytest.approx(0.6)
    kiosk.passes(0.6)
    assert kiosk.pins.try_pin("0000").wait == 5


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ('{"count": -3, "until": 1800000900}', 0),
        ('{"count": 0, "until": 1800000900}', 0),
        ('{"count": 1, "until": 1800000900}', 1),
        ('{"count": 2, "until": 1800000900}', 5),
        ('{"count": 99, "until": 1800000900}', 300),
        ('{"count": 99, "until": 1700000000}', 0),
        ('{"count": 2, "until": 1800000002.5}', 2.5),
    ],
)
def test_what_is_left_of_a_wait_after_a_restart(kiosk: Kiosk, told: str, wait: float) -> None:
    (kiosk.folder / "wrong-tries.json").write_text(told)
    assert kiosk.starts().wait() == pytest.approx(wait)


def test_a_file_of_wrong_tries_that_cannot_be_opened_makes_no_try_free(kiosk: Kiosk) -> None:
    (kiosk.folder / "wrong-tries.json").unlink(missing_ok=True)
    (kiosk.folder / "wrong-tries.json").mkdir()
    assert kiosk.starts().wait() == 300


def test_a_pin_kept_by_a_former_version_still_opens(tmp_path: Path) -> None:
    """Written down once; else an update would lock every clinic out."""
    kept = {"n": 1024, "r": 8, "p": 1, "salt": "00" * 16, "hash": HASH}
    (tmp_path / "pins.json").write_text(json.dumps({"Ana": kept, "Ben": "nothing"}))
    pins = Kiosk(tmp_path).pins
    assert pins.names() == ("Ana",)
    assert pins.try_pin("2580") == Tried("Ana")
