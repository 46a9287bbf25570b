"""The disk is full, faulty or somebody else's: nothing is published then, and it is told."""

import errno
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from pwd import getpwnam

import pytest

from kiosk.content import compiling
from kiosk.content.library import Library
from kiosk.content.problem import Problem
from kiosk.device.pin import Pins
from kiosk.disk import free_bytes
from tests.content.editions.desk import Desk, FailingDisk, first_failing


@pytest.mark.parametrize(
    ("number", "what", "remedy"),
    [
        (errno.ENOSPC, "The disk is full.", "Delete files that nobody needs, then try again."),
        (
            errno.EROFS,
            "The disk can only be read, not written to.",
            "Ask who looks after this machine to make it writable.",
        ),
        (
            errno.EIO,
            "The disk does not answer as it should.",
            "Try again. If it comes back, the disk must be replaced.",
        ),
    ],
    ids=["full", "read-only", "broken"],
)
def test_a_disk_that_is_full_at_any_write_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, what: str, remedy: str
) -> None:
    """Nor does one that breaks there, or can only be read from there on."""
    monkeypatch.setattr("kiosk.disk._flush", lambda _handle: None)  # it counts and is refused as before, but is quick
    desk.tip("Before")
    desk.published()
    desk.tip("After")

    def takes(count: int) -> bool:
        outcome = desk.publish(disk=FailingDisk(count, number))
        if outcome.edition is not None:
            return True
        assert [(problem.what, problem.remedy) for problem in outcome.problems] == [(what, remedy)]
        assert desk.left_over() == []
        assert desk.title() == "Before"
        return False

    assert first_failing(takes) > 40
    assert desk.title() == "After"
    assert desk.left_over() == []


SMALL = 4 * 1024 * 1024
"""Bytes of a disk that takes a few editions."""
MORE_THAN_ENOUGH = 256 * 1024
"""Bytes that one edition takes, and some."""


@pytest.fixture
def small_disk(desk: Desk) -> Iterator[Callable[[str], None]]:
    """The state folder lies on a real small disk of its own; gives what mounts it again with other options."""
    desk.state.mkdir()
    if _mounted(f"size={SMALL}", "tmpfs", desk.state).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield lambda options: _mounted(f"remount,{options}", "tmpfs", desk.state).check_returncode()
    finally:
        # Lazily: the library that was shown last may keep a file of it open until it is collected.
        subprocess.run(("umount", "--lazy", desk.state), check=True)


def _mounted(options: str, device: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(("mount", "-t", "tmpfs", "-o", options, device, folder), check=False)


def _leave_free(desk: Desk, size: int) -> None:
    """Fill the disk but for so many bytes."""
    filler = desk.state / "filler"
    filler.unlink(missing_ok=True)
    filler.write_bytes(bytes(max(0, free_bytes(desk.state) - size)))


def _shown(desk: Desk) -> str:
    """What patients read; the edition it stands in is whole."""
    pointer = desk.store.pointer()
    assert pointer is not None
    assert desk.store.damage(pointer.edition) == ()
    return desk.title()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk that is nearly full")
def test_a_real_disk_that_is_nearly_full_and_then_read_only(desk: Desk, small_disk: Callable[[str], None]) -> None:
    desk.tip("Before")
    desk.published()
    desk.tip("After")
    told: set[str] = set()
    for free in range(0, MORE_THAN_ENOUGH, MORE_THAN_ENOUGH // 8):
        _leave_free(desk, free)
        outcome = desk.publish()
        assert _shown(desk) == ("After" if outcome.is_new else "Before")
        assert desk.left_over() == []
        if outcome.is_new:
            break
        told |= {problem.what for problem in outcome.problems}
    assert told == {"The disk is full."}
    assert _shown(desk) == "After", "there was room enough at last"

    small_disk("ro")
    desk.tip("On a disk that can only be read")
    assert [problem.what for problem in desk.publish().problems] == ["The disk can only be read, not written to."]
    assert _shown(desk) == "After"

    small_disk("rw")
    (desk.state / "filler").unlink()
    desk.published()
    assert _shown(desk) == "On a disk that can only be read"


def test_a_full_disk_while_the_compiled_form_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.tip("Before")
    desk.published()
    desk.tip("After")

    def full(_library: Library, _problems: tuple[Problem, ...], _folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(compiling, "write", full)
    assert [problem.what for problem in desk.publish().problems] == ["The disk is full."]
    assert desk.left_over() == []
    assert desk.title() == "Before"


@pytest.mark.parametrize(
    ("number", "what"),
    [
        (errno.EACCES, "The kiosk may not write here."),
        (errno.ENAMETOOLONG, "The disk does not take it (File name too long)."),
    ],
)
def test_other_faults_of_the_disk_are_told(desk: Desk, number: int, what: str) -> None:
    (problem,) = desk.publish(disk=FailingDisk(3, number)).problems
    assert problem.what == what
    assert problem.remedy.endswith(".")


def test_a_state_folder_that_cannot_be(desk: Desk) -> None:
    desk.state.write_text("a file in its place")
    assert [problem.severity for problem in desk.publish().problems] == ["error"]
    assert desk.title() == "Take a short walk"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_the_administrator_publishes_belongs_to_the_kiosk(desk: Desk) -> None:
    (desk.state / "editions").mkdir(parents=True)
    for folder in (desk.state, desk.state / "editions"):
        os.chown(folder, 65534, 65534)
    desk.published()
    owners = {path.stat().st_uid for path in desk.state.rglob("*") if path.name != "lock"}
    assert owners == {65534}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_before_the_first_start_the_administrator_sets_a_pin_and_publishes(desk: Desk) -> None:
    """The package's folder is root's, and of the kiosk's group: here of another that every system has."""
    daemon = getpwnam("daemon")
    desk.state.mkdir()
    os.chown(desk.state, 0, daemon.pw_gid)
    Pins(desk.state, desk.store.disk, time.monotonic, time.time).set("Front desk", "471193")
    desk.published()
    owners = {path.stat().st_uid for path in desk.state.rglob("*") if path.name != "lock"}
    assert owners == {daemon.pw_uid}


def test_a_disk_that_keeps_other_than_was_written_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is read back before patients see it."""
    desk.tip("Walk in our garden")
    desk.published()
    desk.tip("Something else")
    monkeypatch.setattr("kiosk.content.editions.publish.faults", lambda _folder, _edition: ("files/en/home.yaml",))
    outcome = desk.publish()
    assert outcome.edition is None
    assert [str(problem) for problem in outcome.problems] == [
        (
            f"{desk.state}:1:1: error: The disk does not take it (what was written is not what can be read). "
            "Try again, or ask who looks after this machine."
        )
    ]
    assert desk.title() == "Walk in our garden"
    assert desk.left_over() == []


def test_everybody_on_the_machine_may_read_what_was_published(desk: Desk) -> None:
    """The kiosk is another user than the person who publishes at the command line."""
    desk.published()
    assert desk.store.place(1).stat().st_mode & 0o777 == 0o755


def test_two_who_publish_at_once(desk: Desk) -> None:
    with desk.store.alone():
        (problem,) = desk.publish().problems
        assert str(problem).endswith(
            "error: Somebody else is publishing at this moment. Wait a moment, then try again."
        )
    assert desk.publish().edition is not None
