"""Arrows point down, and go round in no circle (design, section 4, rules 1 and 3)."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kiosk.session import visit
from kiosk.ui.theme import measure
from tests.architecture.modules import ours, read_modules
from tests.content.base import make_base

MODULES: Final = read_modules()
LAYERS: Final = (
    ("kiosk.values", "kiosk.disk", "kiosk.colours"),
    ("kiosk.content", "kiosk.paths"),
    ("kiosk.speech",),
    ("kiosk.device",),
    ("kiosk.settings",),
    ("kiosk.health",),
    ("kiosk.session",),
    ("kiosk.pages",),
    ("kiosk.staff",),
    ("kiosk.ui",),
    ("kiosk.services",),
    ("kiosk.app",),
    ("kiosk.publishing",),
    ("kiosk.running",),
    ("kiosk.tour", "kiosk.commands"),
    ("kiosk.cli",),
    ("main", "kiosk.__main__"),
)
"""From the lowest to the one on top; modules of one layer may know each other."""
FREE_OF_QT: Final = (
    "kiosk.colours",
    "kiosk.content",
    "kiosk.speech",
    "kiosk.session",
    "kiosk.pages",
    "kiosk.staff",
    "kiosk.settings",
    "kiosk.health",
    "kiosk.publishing.job",
    "kiosk.paths",
    "kiosk.cli",
)
QT: Final = ("PySide6", "shiboken6", "qtawesome", "qtpy")
SCREENS: Final = "kiosk.ui.screens"


def layer_of(name: str) -> int:
    """The layer of a module, by the longest name that fits; the package itself lies beneath all."""
    fits = [(len(part), number) for number, layer in enumerate(LAYERS) for part in layer if _within(name, part)]
    return max(fits, default=(0, -1))[1]


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def arrows(start: str, *ends: str) -> list[str]:
    """Which modules of one package import what of others."""
    return [
        f"{name} -> {imported}"
        for name, module in MODULES.items()
        if _within(name, start)
        for imported in sorted(module.imports)
        if any(_within(imported, end) for end in ends)
    ]


def test_every_module_has_a_layer() -> None:
    assert [name for name in MODULES if layer_of(name) < 0] == ["kiosk"]


def test_arrows_point_down() -> None:
    up = [
        f"{name} -> {other}"
        for name, module in MODULES.items()
        for other in sorted(ours(module, MODULES))
        if layer_of(other) > layer_of(name)
    ]
    assert up == []


def test_the_device_and_the_content_know_nothing_of_each_other() -> None:
    assert arrows("kiosk.content", "kiosk.device") == []
    assert arrows("kiosk.device", "kiosk.content") == []


def test_there_is_no_circle() -> None:
    circles = [" -> ".join(circle) for circle in _circles()]
    assert circles == []


def _circles() -> list[list[str]]:
    done: set[str] = set()
    circles: list[list[str]] = []
    for start in sorted(MODULES):
        _follow(start, [], done, circles)
    return circles


def _follow(name: str, way: list[str], done: set[str], circles: list[list[str]]) -> None:
    if name in way:
        circles.append([*way[way.index(name) :], name])
    elif name not in done:
        for other in sorted(ours(MODULES[name], MODULES)):
            _follow(other, [*way, name], done, circles)
        done.add(name)


def test_nobody_imports_a_screen_but_the_table_in_app() -> None:
    known = [
        f"{name} -> {other}"
        for name, module in MODULES.items()
        for other in sorted(ours(module, MODULES))
        if other.startswith(f"{SCREENS}.") and name != "kiosk.app"
    ]
    assert known == []


def test_widgets_know_neither_screens_nor_places() -> None:
    """What needs a screen to stand on, or leads somewhere, is a piece."""
    above = ("kiosk.ui.screen", "kiosk.ui.scene", "kiosk.ui.pieces", "kiosk.pages", "kiosk.session.routes")
    assert arrows("kiosk.ui.widgets", *above) == []
    assert arrows("kiosk.ui.theme", *above, "kiosk.ui.widgets") == []


def test_fingers_and_keys_know_nothing_of_what_they_touch() -> None:
    shown = ("screen", "screens", "scene", "pieces", "widgets", "theme")
    assert arrows("kiosk.ui.input", "kiosk.pages", *(f"kiosk.ui.{room}" for room in shown)) == []


def test_a_visit_knows_nothing_of_the_health_of_the_machine() -> None:
    assert arrows("kiosk.session", "kiosk.health") == []


@pytest.mark.parametrize("name", ["kiosk.running.rest", "kiosk.running.tries"])
def test_the_resting_screen_needs_no_library(name: str) -> None:
    """It must stand when the kiosk, its screens or its content cannot be loaded (docs/decisions/0005)."""
    needed, found = [name], set[str]()
    while needed:
        found.add(module := needed.pop())
        needed += ours(MODULES[module], MODULES) - found
    kiosk = ("kiosk.app", "kiosk.running.run", "kiosk.session", "kiosk.pages", "kiosk.content.live")
    looks = ("kiosk.ui.screens", "kiosk.ui.pieces", "kiosk.ui.widgets")
    assert [part for part in sorted(found) if any(_within(part, one) for one in (*kiosk, *looks))] == []


def test_what_large_words_are_is_the_same_for_visits_and_for_layouts() -> None:
    """Written twice, as the resting screen must know nothing of visits."""
    assert measure.LARGE_TEXT == visit.LARGE_TEXT


VOICES: Final = ("kiosk.services.listening", "kiosk.device.voice", "kiosk.ui.listening")


def test_a_voice_is_known_only_where_it_is_joined_to_the_screen() -> None:
    """So that it is imported when somebody first wants to hear something, and screens can do without."""
    known = [
        (name, other)
        for name, module in MODULES.items()
        if not any(_within(name, part) for part in (*VOICES, "kiosk.tour.read_aloud"))
        for other in ours(module, MODULES)
        if any(_within(other, part) for part in VOICES)
    ]
    assert known == [("kiosk.app", VOICES[0])]


# --- Qt -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", FREE_OF_QT)
def test_only_the_upper_layers_know_qt(package: str) -> None:
    assert arrows(package, *QT) == []


COMMANDS: Final = {
    "check": "['check', 'LIBRARY', '--format', 'json']",
    "schema": "['schema', 'OUT']",
    "content": "['content', 'start', 'OUT']",
    "staff": "['staff', 'status']",
    "doctor": "['doctor']",
    "report": "['report', 'OUT.zip']",
    "autostart": "['autostart', 'status']",
    "help": "['--help']",
    "no screen": "['run']",
    "voice": "['voice', 'render', '--language', 'xx', '--settings', 'none']",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_without_a_window_load_no_qt(command: str, tmp_path: Path) -> None:
    words = COMMANDS[command].replace("OUT", str(tmp_path / "schemas"))
    if "LIBRARY" in words:
        words = words.replace("LIBRARY", str(make_base(tmp_path / "library")))
    code = f"""
import sys
from kiosk.cli import main
try:
    main({words})
except SystemExit:
    pass
print(sorted(name for name in sys.modules if name.split(".")[0] in {QT}), file=sys.stderr)
"""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2]), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
