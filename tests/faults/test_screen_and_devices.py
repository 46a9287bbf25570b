"""What hangs on the machine goes and comes back while somebody reads."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPointingDevice
from pytestqt.qtbot import QtBot

from kiosk.content.library import Library
from kiosk.health.checks.keeping import check_fonts
from kiosk.paths import assets_folder
from kiosk.running.tactile import Tactile
from kiosk.session import routes
from kiosk.session.routes import Home, Treatments
from kiosk.ui.theme.theme import load_looks
from tests import visitor as visitors
from tests.conftest import SETTINGS
from tests.health.conftest import Bench, Server, Supervisor, bench, supervisor, wayland_server
from tests.health.test_life import LIMIT, Starts, cache, start
from tests.ui import stops
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor

__all__ = ["bench", "cache", "start", "supervisor", "wayland_server"]

SIZES = (PORTRAIT, QSize(1280, 800), QSize(3840, 2160), QSize(1024, 768), LANDSCAPE)


# --- the screen ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["attract", "home", "dialog-box", "dialog-easier", "tips-playing", "therapies/prp"])
def test_the_resolution_changes_while_somebody_reads(visitor: Visitor, name: str) -> None:
    way = next(iter(stops.ways_of(name, visitor.app.scene().pages)))
    visitor.stands_at(*way)
    place, heading = visitor.place(), visitor.heading
    for size in SIZES:
        visitor.window.resize(size)
        visitor.settles()
        assert (visitor.place(), visitor.heading) == (place, heading)
        glass = visitor.window.rect()
        for button in visitor.buttons():
            assert glass.contains(button.rect().translated(button.mapTo(visitor.window, button.rect().topLeft())))


def test_the_resolution_changes_while_somebody_is_asked(visitor: Visitor) -> None:
    visitor.stands_at(Home(), routes.Treatments())
    visitor.is_asked(27)
    visitor.window.resize(PORTRAIT)
    visitor.settles()
    assert visitor.seconds_left() == 27
    visitor.taps(visitor.window.rect().center())
    assert visitor.seconds_left() is None
    assert visitor.place() == routes.Treatments()


def test_the_resolution_changes_under_a_finger(visitor: Visitor) -> None:
    visitor.touch("Touch the screen to begin")
    place = visitor.centre(visitor.button("Treatments explained"))
    visitor.clock.passes(2)
    visitor.presses(place)
    visitor.window.resize(PORTRAIT)
    visitor.lifts(place)
    assert visitor.place() == Home()
    visitor.touch("Treatments explained")
    assert visitor.place() == routes.Treatments()


def test_the_screen_is_unplugged_and_plugged_in_again(
    start: Starts, supervisor: Supervisor, wayland_server: Server
) -> None:
    kiosk = start(wayland_server)
    assert supervisor.waits_for("STATUS=Running.")
    _sway(wayland_server, "output", "HEADLESS-1", "disable")  # to its clients the same as a plug that is pulled
    assert supervisor.waits_for("WATCHDOG=1")
    assert supervisor.waits_for("WATCHDOG=1", 2 * LIMIT)
    _sway(wayland_server, "output HEADLESS-1 enable mode --custom 1280x1024@60Hz")
    assert _shows_something(wayland_server)
    assert supervisor.waits_for("WATCHDOG=1", 2 * LIMIT)
    assert kiosk.poll() is None
    kiosk.terminate()
    assert kiosk.wait(10) == 0


def _sway(server: Server, *words: str) -> None:
    folder = Path(server.environ["XDG_RUNTIME_DIR"])
    (socket,) = folder.glob("sway-ipc.*.sock")
    subprocess.run(("swaymsg", "-s", str(socket), *words), check=True, stdout=subprocess.DEVNULL)


def _shows_something(server: Server) -> bool:
    """Whether the new screen soon shows more than one colour."""
    if shutil.which("grim") is None:
        pytest.skip("Nothing here takes a picture of the screen: install the Debian package grim.")
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        taken = subprocess.run(
            ("grim", "-t", "ppm", "-"), check=False, capture_output=True, env=os.environ | server.environ
        )
        if len(set(taken.stdout[20::997])) > 10:
            return True
        time.sleep(0.1)
    return False


# --- fonts --------------------------------------------------------------------------------------------------------


def test_the_fonts_are_gone(
    library: Library,
    glass: QPointingDevice,
    one_factory: None,
    tmp_path: Path,
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assets = shutil.copytree(assets_folder(), tmp_path / "assets")
    shutil.rmtree(assets / "fonts")
    monkeypatch.setattr(visitors, "looks", lambda: load_looks(assets))
    visitor = Visitor(library, SETTINGS, glass, LANDSCAPE)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    assert visitor.heading == "Treatments explained"
    visitor.leaves()
    bench.assets = assets
    told = check_fonts(bench.machine())
    assert told.state != "well"
    assert told.remedy


# --- headphones and their jack ------------------------------------------------------------------------------------


def test_the_sound_card_is_pulled_out(visitor: Visitor, tmp_path: Path, qtbot: QtBot) -> None:
    tactile = Tactile(visitor.window, tmp_path, tmp_path)
    gone, card = os.pipe()
    # It can only be written to: to read from it fails, as from a card that is gone.
    tactile.watch(tmp_path / "event0", card)
    visitor.window.plug(True)
    with qtbot.waitSignal(visitor.window.plugged) as told:
        os.close(gone)
    assert told.args == [False], "silence is the safe answer"
    assert not tactile._watched
    assert visitor.place() == Home()
    visitor.touch("Treatments explained")
    assert visitor.place() == Treatments()
    tactile.close()
