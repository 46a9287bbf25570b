"""What systemd hears, over a real socket."""

import socket
from pathlib import Path

from kiosk.health.heartbeat import Nobody, Systemd, find_heartbeat
from tests.health.conftest import Supervisor


def test_systemd_is_told_in_its_own_words(supervisor: Supervisor) -> None:
    heartbeat = find_heartbeat({"NOTIFY_SOCKET": supervisor.address, "WATCHDOG_USEC": "10000000", "WATCHDOG_PID": "1"})
    assert heartbeat.restarts
    assert heartbeat.limit == 10
    heartbeat.ready()
    heartbeat.beat()
    heartbeat.status("Two\nlines and  more")
    heartbeat.stopping()
    heard = [supervisor.hears() for _ in range(4)]
    assert heard == ["READY=1", "WATCHDOG=1", "STATUS=Two lines and more", "STOPPING=1"]


def test_a_socket_without_a_file() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
        there.bind("\0clinic-kiosk-test")
        find_heartbeat({"NOTIFY_SOCKET": "@clinic-kiosk-test"}).ready()
        assert there.recv(100) == b"READY=1"


def test_without_a_watchdog_no_beats_are_awaited(supervisor: Supervisor) -> None:
    assert find_heartbeat({"NOTIFY_SOCKET": supervisor.address}).limit is None
    assert find_heartbeat({"NOTIFY_SOCKET": supervisor.address, "WATCHDOG_USEC": "often"}).limit is None


def test_at_a_desk_nobody_listens() -> None:
    heartbeat = find_heartbeat({})
    assert isinstance(heartbeat, Nobody)
    assert not heartbeat.restarts
    heartbeat.ready()
    heartbeat.beat()
    heartbeat.status("x")
    heartbeat.stopping()


def test_a_supervisor_that_is_gone_ends_nothing(tmp_path: Path) -> None:
    Systemd(str(tmp_path / "gone"), 10).beat()


def test_a_supervisor_that_does_not_listen_holds_nothing_up(supervisor: Supervisor) -> None:
    heartbeat = Systemd(supervisor.address, 10)
    for _ in range(2000):  # more than the socket holds
        heartbeat.beat()
    assert supervisor.hears() == "WATCHDOG=1"
