"""Arrows point down, and go round in no circle (design, section 4, rules 1 and 3)."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kiosk.session import visit
from kiosk.ui.theme import measure
from tests.architecture.modules import Module, ours, read_modules

MODULES: Final = read_modules()
LAYERS: Final = (
    ("kiosk.disk",),
    ("kiosk.content", "kiosk.paths"),
    ("kiosk.speech",),
    ("kiosk.device",),
    ("kiosk.settings",),
    ("kiosk.health",),
    ("kiosk.session",),
    ("kiosk.staff",),
    ("kiosk.ui",),
    ("kiosk.services",),
    ("kiosk.app",),
    ("kiosk.settings.file", "kiosk.settings.kept", "kiosk.publishing"),
    ("kiosk.running",),
    ("kiosk.run", "kiosk.tour", "kiosk.commands"),
    ("kiosk.cli",),
    ("main", "kiosk.__main__"),
)
"""From the lowest to the one on top; modules of one layer may know each other."""
FREE_OF_QT: Final = (
    "kiosk.content",
    "kiosk.speech",
    "kiosk.session",
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


def _is(module: Module) -> str:
    return module.name


EVERY_MODULE = pytest.mark.parametrize("module", MODULES.values(), ids=_is)


def test_every_module_has_a_layer() -> None:
    assert [name for name in MODULES if layer_of(name) < 0] == ["kiosk"]


@EVERY_MODULE
def test_arrows_point_down(module: Module) -> None:
    above = [name for name in ours(module, MODULES) if layer_of(name) > layer_of(module.name)]
    assert above == []


def test_the_device_and_the_content_know_nothing_of_each_other() -> None:
    for module in MODULES.values():
        for one, other in (("kiosk.content", "kiosk.device"), ("kiosk.device", "kiosk.content")):
            if _within(module.name, one):
                assert not [name for name in ours(module, MODULES) if _within(name, other)], module.name


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


@EVERY_MODULE
def test_nobody_imports_a_screen_but_the_table_in_app(module: Module) -> None:
    if module.name == "kiosk.app":
        return
    assert [name for name in ours(module, MODULES) if name.startswith(f"{SCREENS}.")] == []


def test_a_visit_knows_nothing_of_the_health_of_the_machine() -> None:
    for module in MODULES.values():
        if _within(module.name, "kiosk.session"):
            assert not [name for name in ours(module, MODULES) if _within(name, "kiosk.health")], module.name


@pytest.mark.parametrize("name", ["kiosk.running.rest", "kiosk.running.tries"])
def test_the_resting_screen_needs_no_library(name: str) -> None:
    """It must stand when the kiosk, its screens or its content cannot be loaded (docs/decisions/0005)."""
    needed, found = [name], set[str]()
    while needed:
        found.add(module := needed.pop())
        needed += ours(MODULES[module], MODULES) - found
    unwanted = ("kiosk.app", "kiosk.run", "kiosk.session", "kiosk.ui.screens", "kiosk.ui.widgets", "kiosk.content.live")
    assert [part for part in sorted(found) if any(_within(part, one) for one in unwanted)] == []


def test_what_large_words_are_is_the_same_for_visits_and_for_layouts() -> None:
    """Written twice, as the resting screen must know nothing of visits."""
    assert measure.LARGE_TEXT == visit.LARGE_TEXT


VOICES: Final = ("kiosk.services.listening", "kiosk.device.voice", "kiosk.ui.listening")


@EVERY_MODULE
def test_a_voice_is_known_only_where_it_is_joined_to_the_screen(module: Module) -> None:
    """So that it is imported when somebody first wants to hear something, and screens can do without."""
    if any(_within(module.name, part) for part in (*VOICES, "kiosk.tour.recording")):
        return
    known = [name for name in ours(module, MODULES) if any(_within(name, part) for part in VOICES)]
    assert known == ([VOICES[0]] if module.name == "kiosk.app" else [])


# --- Qt -----------------------------------------------------------------------------------------------------------


@EVERY_MODULE
def test_only_the_upper_layers_know_qt(module: Module) -> None:
    if any(_within(module.name, part) for part in FREE_OF_QT):
        assert [name for name in module.imports if any(_within(name, qt) for qt in QT)] == []


COMMANDS: Final = {
    "check": "['check', '--format', 'json']",
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
    code = f"""
import sys
from kiosk.cli import main
try:
    main({COMMANDS[command].replace("OUT", str(tmp_path / "schemas"))})
except SystemExit:
    pass
print(sorted(name for name in sys.modules if name.split(".")[0] in {QT}), file=sys.stderr)
"""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2]), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
