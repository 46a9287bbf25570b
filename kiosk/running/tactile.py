"""The tactile pad and the headphone jack of this machine, joined to the window."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from kiosk.device.jack import INPUT_DEVICES, changes, is_plugged_in, jacks
from kiosk.device.keypad import read_pad
from kiosk.ui.window import Window


class Tactile(QObject):
    """Tells a window what happens at the jack, and which keys its pad has."""

    def __init__(self, window: Window, state: Path, devices: Path = INPUT_DEVICES) -> None:
        """Begin to watch; state: the folder with what staff have taught; devices: where Linux keeps input devices."""
        super().__init__(window)
        self._window = window
        window.learn(read_pad(state))
        self._watched: list[tuple[int, QSocketNotifier]] = []
        for descriptor in jacks(devices):
            self.watch(descriptor)
            if is_plugged_in(descriptor):
                window.plug(True)

    def watch(self, descriptor: int) -> None:
        """Tell what an input device says of the jack."""
        self._window.has_jack = True
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: self._ask(descriptor))
        self._watched.append((descriptor, notifier))

    def _ask(self, descriptor: int) -> None:
        try:
            for plugged_in in changes(descriptor):
                self._window.plug(plugged_in)
        except OSError:  # a sound card that was pulled out; silence is the safe answer
            self._forget(descriptor)
            self._window.plug(False)

    def _forget(self, descriptor: int) -> None:
        for watched, notifier in self._watched:
            if watched == descriptor:
                notifier.setEnabled(False)
                os.close(descriptor)
        self._watched = [pair for pair in self._watched if pair[0] != descriptor]

    def close(self) -> None:
        """Watch no longer."""
        for descriptor, _ in list(self._watched):
            self._forget(descriptor)
