"""What is said of a thing that the focus has reached."""

from itertools import groupby
from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.input.marks import Reached
from kiosk.ui.scene import Scene


class Said(NamedTuple):
    """Words, and whose voice they need."""

    words: str
    language: str = ""
    """Empty where it is the reader's."""


def told_of(scene: Scene, reached: Reached) -> list[Said]:
    """Its name in the name's own language, whether it is chosen, and which of how many it is."""
    stop, name = reached.stop, reached.stop.accessibleName()
    language: str = getattr(getattr(stop, "spec", None), "language", "")
    round_to = {"": "", "top": scene.words.listen.top, "end": scene.words.listen.bottom}[reached.came_round]
    state = scene.words.easier.on if isinstance(stop, QAbstractButton) and stop.isChecked() else ""
    position = scene.filled(scene.words.page.of, number=reached.number, count=reached.count)
    parts = [
        Said(round_to),
        Said(name, language),
        Said("" if name.endswith(state) else state),
        Said(stop.accessibleDescription()),
        Said(position),
    ]
    said = [(as_sentence(words), language) for words, language in parts if words]
    return [
        Said(" ".join(words for words, _ in together), language)
        for language, together in groupby(said, lambda part: part[1])
    ]
