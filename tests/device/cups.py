"""A real CUPS of our own with one printer, whose paper and jams a test decides."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from grp import getgrgid
from pathlib import Path
from typing import Final

import pytest

NAME: Final = "desk"
SERVER: Final = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
ADMIN: Final = shutil.which("lpadmin", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
WITH_CUPS = pytest.mark.skipif(SERVER is None or ADMIN is None, reason="needs the Debian packages of the group test")
STARTS_WITHIN: Final = 10.0
_BACKEND: Final = """\
#!/bin/sh
# What CUPS runs to send a job to the device: number, user, title, copies, options, file.
[ $# -eq 0 ] && { echo 'direct desk:/ "Unknown" "Desk printer"'; exit 0; }
folder="${DEVICE_URI#desk:}"
while :; do
  case "$(cat "$folder/state")" in
    ready) echo "STATE: -media-empty-error,media-jam-error" >&2; cat "${6:--}" > "$folder/sheet.pdf"; exit 0 ;;
    "out of paper") echo "STATE: +media-empty-error" >&2 ;;
    jam) echo "STATE: +media-jam-error" >&2 ;;
    unplugged) exit 1 ;;
    kept) exit 3 ;;
    "taken back") exit 5 ;;
  esac
  sleep 0.05
done
"""
_FILES: Final = """\
ServerRoot {root}/etc
ServerBin {root}/bin
StateDir {root}/run
RequestRoot {root}/spool
CacheDir {root}/cache
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
SystemGroup {group}
"""
_SERVER: Final = """\
Listen {root}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""


@dataclass(frozen=True)
class DeskPrinter:
    """The printer at the desk."""

    root: Path

    def is_now(self, state: str) -> None:
        """From now on be ready, out of paper, jam, unplugged, or have CUPS keep each sheet or take it back."""
        (self.root / "desk" / "state").write_text(state)

    def has_policy(self, policy: str) -> None:
        """What CUPS does with a sheet that the printer does not take: stop-printer, abort-job …."""
        self.asks(str(ADMIN), "-p", NAME, "-o", f"printer-error-policy={policy}")

    @property
    def sheet(self) -> bytes:
        """What came out last; nothing if nothing did."""
        sheet = self.root / "desk" / "sheet.pdf"
        return sheet.read_bytes() if sheet.exists() else b""

    def waiting(self) -> list[str]:
        """The jobs that would still come out."""
        return self.asks("lpstat", "-W", "not-completed", "-o", NAME).splitlines()

    def asks(self, *command: str) -> str:
        """What a command of CUPS says."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    @property
    def environment(self) -> dict[str, str]:
        """Leads every command to this server alone."""
        return {**os.environ, "CUPS_SERVER": str(self.root / "cups.sock"), "LC_ALL": "C"}


@contextmanager
def desk_printer(root: Path) -> Iterator[DeskPrinter]:
    """Start CUPS in a folder, with the one printer."""
    for name in ("etc", "run", "spool", "cache", "log", "tmp", "bin/backend", "desk"):
        (root / name).mkdir(parents=True, exist_ok=True)
    for part in Path("/usr/lib/cups").iterdir():
        if part.name != "backend":
            (root / "bin" / part.name).symlink_to(part)
    backend = root / "bin" / "backend" / "desk"
    backend.write_text(_BACKEND)
    backend.chmod(0o755)
    (root / "desk").chmod(0o777)
    (root / "cups-files.conf").write_text(_FILES.format(root=root, group=getgrgid(os.getgid()).gr_name))
    (root / "cupsd.conf").write_text(_SERVER.format(root=root))
    printer = DeskPrinter(root)
    printer.is_now("ready")
    command = [str(SERVER), "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(root / "cups.sock")
        printer.asks(str(ADMIN), "-p", NAME, "-v", f"desk:{root}/desk", "-E")
        assert NAME in printer.asks("lpstat", "-e")
        yield printer
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(socket: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while not socket.exists():
        assert time.monotonic() < end, "CUPS does not start"
        time.sleep(0.02)
