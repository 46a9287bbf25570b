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
from functools import partial
from itertools import pairwise
from typing import Any

import pyatspi  # type: ignore[import-not-found, unused-ignore]  # Debian's, not ours
from gi.repository import GLib  # type: ignore[import-not-found, unused-ignore]  # as above

PATIENCE = 15.0
"""Seconds until what is looked for must be there, also while all tests run beside each other."""
SOON = 4.0
"""Seconds after which a press that has led nowhere is taken for lost."""
FIRST = "Home"
CHANGING = (LookupError, RuntimeError, NotImplementedError, AttributeError)
"""What is raised for a thing that was there a moment ago."""


def listened(heard: list[str]) -> list[str]:
    """What was announced, with what has come since."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)
    return heard


def hears(heard: list[str], words: str) -> Any:  # noqa: ANN401
    """The announcements that hold the words, once there is one."""
    return patiently(lambda: [said for said in listened(heard) if words in said])


def kiosk() -> Any:  # noqa: ANN401 - pyatspi has no types
    """The kiosk's window, as soon as it is on the bus."""
    found = patiently(lambda: [app for app in pyatspi.Registry.getDesktop(0) if app is not None and app.childCount])
    return found[0][0]


def patiently(look: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is looked for
    """What is looked for, once it is there; the bus tells nobody that it is ready."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)
    return found


def within(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Everything on the screen, in the order in which it is told."""
    for child in node:
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from within(child)


def told(node: Any) -> dict[str, Any]:  # noqa: ANN401
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


def read(window: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """All that is told of the screen; nothing while it is being changed."""
    try:
        window.clearCache()
        return [told(node) for node in within(window)]
    except CHANGING:
        return []


def settled(window: Any, awaited: str) -> list[dict[str, Any]]:  # noqa: ANN401
    """What is told of the screen on which the awaited name stands, once it stays the same."""
    last: list[dict[str, Any]] = patiently(lambda: with_name(read(window), awaited))
    while (now := read(window)) != last:
        last = now
    return last


def with_name(nodes: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The same, if one of them has the name."""
    return nodes if any(node["name"].startswith(name) for node in nodes) else []


def press(window: Any, name: str) -> None:  # noqa: ANN401
    """Do what the button's own action does, as soon as the button is there."""
    patiently(lambda: pressed(window, name))


def pressed(window: Any, name: str) -> bool:  # noqa: ANN401
    """Whether the button was there to be pressed."""
    try:
        action = named(window, name)[0].queryAction()
        names = [action.getName(number) for number in range(action.nActions)]
        return bool(action.doAction(names.index("Press") if "Press" in names else 0))
    except CHANGING:
        return False


def named(window: Any, name: str) -> list[Any]:  # noqa: ANN401
    """The controls of this name, or else those whose name begins so."""
    nodes = [node for node in within(window) if "Action" in pyatspi.listInterfaces(node)]
    return [node for node in nodes if node.name == name] or [node for node in nodes if node.name.startswith(name)]


def goes(window: Any, names: list[str], awaited: str) -> list[dict[str, Any]]:  # noqa: ANN401
    """Go a way; one from the first page is gone once more, if new pages have come to the screen meanwhile."""
    try:
        return goes_once(window, names, awaited)
    except TimeoutError:
        if names[0] != FIRST:
            raise
        return goes_once(window, names, awaited)


def goes_once(window: Any, names: list[str], awaited: str) -> list[dict[str, Any]]:  # noqa: ANN401
    """Press one after the other, each once what it leads to is there to be pressed in its turn."""
    for name, following in pairwise(names):
        leads(window, name, partial(named, window, following))
    leads(window, names[-1], lambda: with_name(read(window), awaited))
    return settled(window, awaited)


def leads(window: Any, name: str, is_there: Callable[[], Any]) -> None:  # noqa: ANN401
    """Press; once more if that led nowhere, because the button stood on a bar that was just then made anew."""
    press(window, name)
    settled(window, "")
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if currently(is_there):
            return
        time.sleep(0.05)
    pressed(window, name)  # it may just have gone, because the press was late and not lost


def currently(look: Callable[[], Any]) -> Any:  # noqa: ANN401
    """What is looked for; nothing while the screen is being changed."""
    try:
        return look()
    except CHANGING:
        return []


def main() -> None:
    window, heard = kiosk(), []
    pyatspi.Registry.registerEventListener(lambda event: heard.append(str(event.any_data)), "object:announcement")
    for line in sys.stdin:
        wanted = json.loads(line)
        heard.clear()
        try:
            if wanted.get("hears"):
                press(window, *wanted["presses"])
                answer = hears(heard, wanted["hears"])
            else:
                answer = goes(window, wanted["presses"], wanted["sees"])
        except TimeoutError:
            answer = []
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
