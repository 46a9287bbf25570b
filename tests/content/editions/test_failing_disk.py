"""The disk is full, faulty or somebody else's: nothing is published then, and it is told."""

import errno
import os
import time
from pathlib import Path
from pwd import getpwnam

import pytest

from kiosk.content import compiling
from kiosk.content.library import Library
from kiosk.content.problem import Problem
from kiosk.device.pin import Pins
from tests.content.editions.desk import Desk, FailingDisk, first_failing


def test_a_disk_that_is_full_at_any_write_changes_nothing(desk: Desk) -> None:
    desk.tip("Before")
    desk.published()
    desk.tip("After")

    def takes(count: int) -> bool:
        outcome = desk.publish(disk=FailingDisk(count))
        if outcome.edition is not None:
            return True
        assert [(problem.what, problem.remedy) for problem in outcome.problems] == [
            ("The disk is full.", "Delete files that nobody needs, then try again.")
        ]
        assert desk.left_over() == []
        assert desk.title() == "Before"
        return False

    assert first_failing(takes) > 40
    assert desk.title() == "After"
    assert desk.left_over() == []


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
        (errno.EROFS, "The disk can only be read, not written to."),
        (errno.EACCES, "The kiosk may not write here."),
        (errno.EIO, "The disk does not answer as it should."),
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
