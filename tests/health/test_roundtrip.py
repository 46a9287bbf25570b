"""Real display servers answer while they live, and only then."""

import select
import signal
from pathlib import Path

import pytest

from kiosk.health.roundtrip import RoundTrip, to_display_server
from tests.health.conftest import LONG, Server


def connected(server: Server) -> RoundTrip:
    connection = to_display_server(server.platform, server.environ)
    assert connection is not None
    return connection


def answers(connection: RoundTrip, seconds: float = LONG) -> bool:
    """Whether an answer comes to a question."""
    connection.ask()
    return bool(select.select([connection.fileno()], [], [], seconds)[0]) and connection.answered()


def test_it_answers_each_question(display_server: Server) -> None:
    connection = connected(display_server)
    assert [answers(connection) for _ in range(5)] == [True] * 5
    assert not connection.answered()
    connection.close()


def test_while_it_is_frozen_it_does_not_answer(display_server: Server) -> None:
    connection = connected(display_server)
    assert answers(connection)
    display_server.process.send_signal(signal.SIGSTOP)
    assert not answers(connection, 0.3)
    assert not answers(connection, 0.1)
    display_server.process.send_signal(signal.SIGCONT)
    assert answers(connection)
    connection.close()


def test_when_it_is_gone_it_is_known_to_be(display_server: Server) -> None:
    connection = connected(display_server)
    display_server.process.kill()
    display_server.process.wait()
    assert not answers(connection)
    assert connection.is_gone
    connection.close()


@pytest.mark.parametrize(
    ("platform", "environ"),
    [
        ("offscreen", {}),
        ("windows", {}),
        ("xcb", {"DISPLAY": "far.example:0"}),
        ("xcb", {"DISPLAY": ":9999"}),
        ("wayland", {"XDG_RUNTIME_DIR": "/nonexistent"}),
    ],
)
def test_where_there_is_nobody_to_be_asked(platform: str, environ: dict[str, str]) -> None:
    assert to_display_server(platform, environ) is None


def test_a_server_with_a_key_wants_it(tmp_path: Path, locked_x_server: tuple[Server, Path]) -> None:
    server, key = locked_x_server
    assert to_display_server("xcb", server.environ | {"HOME": str(tmp_path)}) is None
    with_key = to_display_server("xcb", server.environ | {"XAUTHORITY": str(key)})
    assert with_key is not None
    assert answers(with_key)
    with_key.close()
