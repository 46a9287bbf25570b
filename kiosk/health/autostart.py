"""On a desk machine: the kiosk opens when somebody logs in."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

_ENTRY: Final = """[Desktop Entry]
Type=Application
Name=Clinic kiosk
Comment=Plain, honest explainers about back pain for the waiting room
Exec={command}
Terminal=false
X-GNOME-Autostart-enabled=true
"""
_CMD: Final = """@echo off
start "" {command}
"""
_QUOTED: Final = set(" \t\"'\\><~|&;$*?#()`")
"""Characters for which the Desktop Entry Specification wants quotes around a word."""


class Autostart:
    """The file that the desktop looks at when somebody logs in."""

    def __init__(self, platform: str, environ: Mapping[str, str], home: Path) -> None:
        """platform: as Python names it, for example linux or win32."""
        self._is_windows = platform == "win32"
        if self._is_windows:
            roaming = Path(environ.get("APPDATA") or home / "AppData" / "Roaming")
            folder = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup"
        else:
            folder = Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "autostart"
        self.file = folder / ("clinic-kiosk.cmd" if self._is_windows else "clinic-kiosk.desktop")

    @property
    def is_enabled(self) -> bool:
        """Whether the kiosk opens by itself."""
        return self.file.is_file()

    def enable(self, command: Sequence[str]) -> None:
        """Open the kiosk by this command from now on.

        Raises OSError when the file cannot be written.
        """
        self.file.parent.mkdir(parents=True, exist_ok=True)
        if self._is_windows:
            text = _CMD.format(command=" ".join(f'"{word}"' for word in command)).replace("\n", "\r\n")
        else:
            text = _ENTRY.format(command=" ".join(map(_quoted, command)))
        self.file.write_text(text, encoding="utf-8", newline="")

    def disable(self) -> None:
        """Open it no more.

        Raises OSError when the file cannot be taken away.
        """
        self.file.unlink(missing_ok=True)


def autostart_here() -> Autostart:
    """That of whoever runs this program."""
    return Autostart(sys.platform, os.environ, Path.home())


def _quoted(word: str) -> str:
    """A word of Exec= as the Desktop Entry Specification wants it: quoted, and % doubled."""
    word = word.replace("%", "%%")
    if not _QUOTED & set(word):
        return word
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return '"' + escaped.replace("\\", "\\\\") + '"'
