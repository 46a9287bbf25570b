"""The disk that `build-image` makes, and disks that begin as it."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_GRAPHICS: Final = "virtio_gpu"
"""Linux's driver of the graphics card."""


@dataclass(frozen=True, slots=True)
class Image:
    """What `build-image` makes."""

    folder: Path

    @property
    def kernel_line(self) -> str:
        """What the package gives the kernel, and the serial line for the check.

        The last console is /dev/console, to which all write that speak early: it is the screen, as on a real machine.
        There the firmware's screen serves the console from the beginning; here the graphics card is taken in early,
        or else the compositor may have the terminal before the console has a screen, and what is written is not seen.
        """
        told = (self.folder / "kernel-line").read_text(encoding="ascii").strip()
        return f"root=/dev/vda rw console=ttyS0,115200 console=tty0 modules_load={_GRAPHICS} {told}"

    def overlay(self, place: Path) -> Path:
        """A disk of its own that begins as the image."""
        disk = place / "disk.qcow2"
        base = (self.folder / "disk.img").resolve()
        command = ("qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", str(base), str(disk))
        subprocess.run(command, check=True)
        return disk

    def holds(self, disk: Path, moment: str) -> bool:
        """Whether a moment was kept on a disk that began as this image, and as it is now."""
        if not disk.exists() or disk.stat().st_mtime < (self.folder / "disk.img").stat().st_mtime:
            return False
        command = ("qemu-img", "info", "-U", "--output=json", str(disk))
        told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return any(kept["name"] == moment for kept in told.get("snapshots", ()))

    @contextmanager
    def mounted(self, disk: Path) -> Iterator[Path]:
        """What a disk holds that was left as it is when the plug was pulled; the file system mends itself first."""
        with tempfile.TemporaryDirectory(dir=disk.parent) as name:
            raw, root = Path(name, "raw"), Path(name, "root")
            root.mkdir()
            subprocess.run(("qemu-img", "convert", "-U", "-O", "raw", str(disk), str(raw)), check=True)
            subprocess.run(("mount", "-o", "loop", str(raw), str(root)), check=True)
            try:
                yield root
            finally:
                subprocess.run(("umount", str(root)), check=True)
