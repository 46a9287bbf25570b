"""Somebody with assistive technology: finds the kiosk on the accessibility bus and works it by that alone.

Runs by itself, in a process of its own and with the system's Python, where Debian's python3-pyatspi lies. Reads lines
of JSON from standard input: names of buttons, which it presses one after the other, and a name that it then waits for.
It answers with one line of JSON: everything that is told of the screen which then stands there. Where it is asked for
what it hears, it answers with what was announced meanwhile instead, as soon as that holds the words.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pyatspi  # type: ignore[import-not-found, unused-ignore]  # Debian's, not ours
from gi.repository import GLib  # type: ignore[import-not-found, unused-ignore]  # as above

Accessible: TypeAlias = Any
"""Something on the bus; pyatspi has no types."""
Found: TypeAlias = Any
"""Whatever is looked for."""

PATIENCE = 15.0
"""Seconds until what is looked for must be there, also while all tests run beside each other."""
STARTS_WITHIN = 60.0
"""Seconds until the kiosk itself must be there, then."""
CHANGING = (LookupError, RuntimeError, NotImplementedError, AttributeError)
"""What is raised for a thing that was there a moment ago."""


def kiosk() -> Accessible:
    """The kiosk's window, as soon as it is on the bus."""
    found = patiently(
        lambda: [app for app in pyatspi.Registry.getDesktop(0) if app is not None and app.childCount], STARTS_WITHIN
    )
    return found[0][0]


def patiently(look: Callable[[], Found], seconds: float = PATIENCE) -> Found:
    """What is looked for, once it is there; the bus tells nobody that it is ready."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)
    return found


# --- what it sees -----------------------------------------------------------------------------------------------------


def on_show(window: Accessible) -> Iterator[Accessible]:
    """Everything on the screen now, in the order in which it is told."""
    window.clearCache()
    yield from within(window)


def within(node: Accessible) -> Iterator[Accessible]:
    """Everything that is shown within a thing."""
    for child in node:
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from within(child)


def told(node: Accessible) -> dict[str, Any]:
    """What a reader hears of one thing."""
    states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    actions = node.queryAction().nActions if "Action" in pyatspi.listInterfaces(node) else 0
    return {
        "name": node.name,
        "role": node.getRoleName(),
        "states": states,
        "actions": actions,
        "size": [box.width, box.height],
    }


def read(window: Accessible) -> list[dict[str, Any]]:
    """All that is told of the screen; nothing while it is being changed."""
    try:
        return [told(node) for node in on_show(window)]
    except CHANGING:
        return []


def settled(window: Accessible, awaited: str) -> list[dict[str, Any]]:
    """What is told of the screen on which the awaited name stands, once it stays the same."""
    last: list[dict[str, Any]] = patiently(lambda: with_name(read(window), awaited))
    while (now := read(window)) != last:
        last = now
    return last


def with_name(nodes: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The same, if one of them has the name."""
    return nodes if any(node["name"].startswith(name) for node in nodes) else []


# --- what it does -----------------------------------------------------------------------------------------------------


def press(window: Accessible, name: str) -> None:
    """Do what the button's own action does, as soon as the button is there.

    Qt holds the button down for a tenth of a second and clicks it then: only when it is up has anything happened.
    """
    button = patiently(lambda: pressed(window, name))
    patiently(lambda: is_up(button))


def pressed(window: Accessible, name: str) -> Accessible | None:
    """The button that was pressed, if it was there."""
    try:
        button = named(window, name)[0]
        action = button.queryAction()
        names = [action.getName(number) for number in range(action.nActions)]
        return button if action.doAction(names.index("Press") if "Press" in names else 0) else None
    except CHANGING:
        return None


def is_up(button: Accessible) -> bool:
    """Whether a button is not held down any more, or gone with its screen."""
    try:
        button.clearCache()
        return not button.getState().contains(pyatspi.STATE_PRESSED)
    except CHANGING:
        return True


def named(window: Accessible, name: str) -> list[Accessible]:
    """The controls of this name, or else those whose name begins so."""
    nodes = [node for node in on_show(window) if "Action" in pyatspi.listInterfaces(node)]
    return [node for node in nodes if node.name == name] or [node for node in nodes if node.name.startswith(name)]


def goes(window: Accessible, names: list[str], awaited: str) -> list[dict[str, Any]]:
    """Press one after the other; what is told once the awaited name is."""
    for name in names:
        press(window, name)
    return settled(window, awaited)


# --- what it hears ----------------------------------------------------------------------------------------------------


def hears(heard: list[str], words: str) -> list[str]:
    """The announcements that hold the words, once there is one."""
    found: list[str] = patiently(lambda: [said for said in listened(heard) if words in said])
    return found


def listened(heard: list[str]) -> list[str]:
    """What was announced, with what has come since."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)
    return heard


def main() -> None:
    window, heard = kiosk(), list[str]()
    pyatspi.Registry.registerEventListener(lambda event: heard.append(str(event.any_data)), "object:announcement")
    for line in sys.stdin:
        heard.clear()
        try:
            answer = answer_to(json.loads(line), window, heard)
        except TimeoutError:
            answer = []
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def answer_to(wanted: dict[str, Any], window: Accessible, heard: list[str]) -> list[Any]:
    """What is told, or heard, after what was wanted."""
    if not wanted["hears"]:
        return goes(window, wanted["presses"], wanted["sees"])
    press(window, *wanted["presses"])
    return hears(heard, wanted["hears"])


if __name__ == "__main__":
    main()
