"""The PINs that open the staff screen: kept so that nobody can read them back, and slow to guess."""

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.disk import Disk, read_json
from kiosk.values import value_class

WAITS: Final = (1, 5, 30, 300)
"""Seconds to wait after the first wrong try, the second, and so on; the last holds for all that follow."""
FEWEST_DIGITS: Final = 4
MOST_DIGITS: Final = 12
MOST_PINS: Final = 8
"""Each is tried in turn, and each try takes a moment on purpose."""
_COST: Final[Mapping[str, int]] = {"n": 2**14, "r": 8, "p": 1}
"""About 50 milliseconds and 16 MB for a try."""
_MEMORY: Final = 64 * 1024 * 1024


_Kept: TypeAlias = dict[str, dict[str, str | int]]


@value_class
class Tried:
    """What came of a try."""

    name: str = ""
    """Whose PIN it was; empty if it was wrong or too early."""
    wait: float = 0
    """Seconds until the next try."""
    is_early: bool = False
    """True when it was not even compared, as the wait was not over."""


@value_class
class _Wrong:
    """Wrong tries since the last right one."""

    count: int = 0
    until: float = 0
    """The time of day, in seconds since 1970, at which the wait ends."""


def weakness(pin: str) -> str:
    """Why a PIN cannot be taken, with what to do; empty if it can."""
    if not (pin.isascii() and pin.isdecimal() and FEWEST_DIGITS <= len(pin) <= MOST_DIGITS):
        return f"A PIN has {FEWEST_DIGITS} to {MOST_DIGITS} digits and nothing else."
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        return "This PIN is easy to guess. Choose digits that do not repeat or count up."
    return ""


class Pins:
    """The PINs of one kiosk and the wrong tries, in two files of its state folder."""

    def __init__(self, folder: Path, disk: Disk, clock: Callable[[], float], now: Callable[[], float]) -> None:
        """clock: seconds that never go back; now: the time of day in seconds since 1970, which may."""
        self._file = folder / "pins.json"
        self._wrong_file = folder / "wrong-tries.json"
        self._disk = disk
        self._clock = clock
        self._now = now
        self._wrong = self._read_wrong()
        # A clock that was set back must not make anybody wait longer than the wait itself.
        left = min(max(self._wrong.until - now(), 0), _wait(self._wrong.count))
        self._until = clock() + left

    def names(self) -> tuple[str, ...]:
        """Whose PINs there are; none before the first is set, or when the file is damaged."""
        return tuple(self._read())

    def set(self, name: str, pin: str) -> None:
        """Give somebody a PIN, or a new one.

        Raises ValueError when it cannot be taken, OSError when it cannot be kept; the message says why.
        """
        why = weakness(pin)
        if why:
            raise ValueError(why)
        pins = self._read_to_change()
        if name not in pins and len(pins) >= MOST_PINS:
            raise ValueError(f"There are {MOST_PINS} PINs already. Take one away first.")
        if any(_is_right(pin, kept) for other, kept in pins.items() if other != name):
            raise ValueError("Somebody has this PIN already. Choose another.")
        salt = os.urandom(16)
        pins[name] = {"salt": salt.hex(), "hash": _hashed(pin, salt, _COST), **_COST}
        self._keep(pins)
        self._note(_Wrong())

    def remove(self, name: str) -> None:
        """Take somebody's PIN away.

        Raises OSError when that cannot be kept.
        """
        self._keep({other: kept for other, kept in self._read_to_change().items() if other != name})

    def wait(self) -> float:
        """Seconds until a try is taken; 0 when it is."""
        return max(0.0, self._until - self._clock())

    def try_pin(self, pin: str) -> Tried:
        """Whose PIN this is; a wrong one makes the next try wait, also after a restart."""
        if self.wait():
            return Tried(wait=self.wait(), is_early=True)
        before = self._wrong
        count = before.count + 1
        # Written before it is known: pulling the plug makes no try free.
        self._note(_Wrong(count, self._now() + _wait(count)))
        for name, kept in self._read().items():
            if _is_right(pin, kept):
                self._note(_Wrong())
                return Tried(name)
        return Tried(wait=self.wait())

    def _keep(self, pins: Mapping[str, object]) -> None:
        self._disk.write_whole(self._file, json.dumps(pins, indent=1).encode(), private=True)

    def _note(self, wrong: _Wrong) -> None:
        self._wrong = wrong
        self._until = self._clock() + (_wait(wrong.count) if wrong.count else 0)
        with suppress(OSError):  # a disk that takes nothing: it is remembered until the kiosk ends
            self._disk.write_whole(self._wrong_file, json.dumps(asdict(wrong)).encode())

    def _read_wrong(self) -> _Wrong:
        try:
            told = read_json(self._wrong_file)
            return _Wrong(max(0, int(told["count"])), float(told["until"]))
        except FileNotFoundError:
            return _Wrong()
        except (OSError, ValueError, KeyError, TypeError):
            # Damaged, perhaps on purpose: no try is free for that.
            return _Wrong(len(WAITS), self._now() + WAITS[-1])

    def _read(self) -> _Kept:
        """Those that can be read, to look one up."""
        try:
            return _pins_in(read_json(self._file))
        except (OSError, ValueError):
            return {}

    def _read_to_change(self) -> _Kept:
        """All of them, as what is written next takes their place: nobody's is lost because it could not be read."""
        try:
            return _pins_in(read_json(self._file))
        except FileNotFoundError:
            return {}
        except ValueError:
            self._disk.rename(self._file, self._file.with_suffix(".damaged"))
            return {}


def _pins_in(told: object) -> _Kept:
    """By name.

    Raises ValueError when it is something else.
    """
    if not isinstance(told, dict):
        raise ValueError("These are no PINs.")
    return {str(name): kept for name, kept in told.items() if isinstance(kept, dict)}


def _wait(count: int) -> int:
    return WAITS[min(count, len(WAITS)) - 1] if count else 0


def _hashed(pin: str, salt: bytes, cost: Mapping[str, int]) -> str:
    return hashlib.scrypt(pin.encode(), salt=salt, **cost, maxmem=_MEMORY, dklen=32).hex()


def _is_right(pin: str, kept: Mapping[str, str | int]) -> bool:
    try:
        cost = {name: int(kept[name]) for name in _COST}
        expected = _hashed(pin, bytes.fromhex(str(kept["salt"])), cost)
        return hmac.compare_digest(expected.encode(), str(kept["hash"]).encode())
    except (KeyError, TypeError, ValueError, OverflowError):  # damaged
        return False
