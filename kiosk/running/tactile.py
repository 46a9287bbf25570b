"""The tactile pad and the headphone jacks of this machine, joined to the window."""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier

from kiosk.device.jack import INPUT_DEVICES, changes, is_plugged_in, jacks
from kiosk.device.keypad import read_pad
from kiosk.ui.window import Window


class Tactile(QObject):
    """Tells a window what happens at the jacks, also of a sound card that is plugged in later; and the pad's keys."""

    def __init__(self, window: Window, state: Path, devices: Path = INPUT_DEVICES) -> None:
        """Begin to watch; state: the folder with what staff have taught; devices: where Linux keeps input devices."""
        super().__init__(window)
        self._window = window
        self._devices = devices
        window.learn(read_pad(state))
        self._watched: dict[Path, tuple[int, QSocketNotifier]] = {}
        for device, descriptor in jacks(devices):
            self.watch(device, descriptor)
            # Left in by nobody who is there now: they tell nothing before a key is pressed.
            window.keys.plugged_in |= is_plugged_in(descriptor)
        self._folder = QFileSystemWatcher(self)
        self._folder.directoryChanged.connect(self._look_again)
        if devices.is_dir():
            self._folder.addPath(str(devices))

    def watch(self, device: Path, descriptor: int) -> None:
        """Tell what an input device says of its jack."""
        self._window.has_jack = True
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: self._ask(device))
        self._watched[device] = (descriptor, notifier)

    def _look_again(self) -> None:
        """A sound card of a USB port was plugged in, with its headphones perhaps."""
        for device, descriptor in jacks(self._devices, self._watched):
            self.watch(device, descriptor)
            if is_plugged_in(descriptor):
                self._window.plug(True)

    def _ask(self, device: Path) -> None:
        try:
            for plugged_in in changes(self._watched[device][0]):
                self._window.plug(plugged_in)
        except OSError:  # a sound card that was pulled out; silence is the safe answer
            self._forget(device)
            self._window.plug(False)
            self._look_again()

    def _forget(self, device: Path) -> None:
        descriptor, notifier = self._watched.pop(device)
        notifier.setEnabled(False)
        os.close(descriptor)

    def close(self) -> None:
        """Watch no longer."""
        self._folder.directoryChanged.disconnect(self._look_again)
        for device in list(self._watched):
            self._forget(device)
