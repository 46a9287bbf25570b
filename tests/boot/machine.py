"""A kiosk in an emulated PC: switched on, touched, broken, and asked how it is."""

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.boot.guest import Guest, GuestError, wait_for
from tests.boot.image import Image
from tests.boot.picture import Picture
from tests.boot.screens import Screens

UNIT: Final = "clinic-kiosk.service"
APP: Final = "pgrep -o -f 'python3 -I /usr/bin/clinic-kiosk run'"
COMPOSITOR: Final = f"systemctl show -p MainPID --value {UNIT}"
STATE: Final = "/var/lib/clinic-kiosk"
CONTENT: Final = f"{STATE}/content"
_LAST_LINES: Final = "journalctl -b --no-pager -o short-monotonic | tail -n 300"
_PATIENCE: Final = 240.0
"""Seconds: an emulated processor is twenty times as slow as a real one."""
_READY: Final = "ready"
"""The moment at which a part begins that does not switch the PC on by itself."""
_TOUCHSCREEN: Final = Path(__file__).parent / "touchscreen.py"


@dataclass(slots=True)
class Machine:
    """One PC with its disk, through all its switchings-on."""

    image: Image
    disk: Path
    screens: Screens
    pictures: Path
    """A folder for each part's pictures."""
    sound: Path
    """What comes out of its sound card since it was last switched on: WAV, 16 bits."""
    _guest: Guest | None = None
    _part: str = ""
    _shot: int = 0

    @property
    def guest(self) -> Guest:
        """The PC as it is switched on now.

        Raises GuestError when it is off.
        """
        if self._guest is None:
            raise GuestError("The PC is switched off.")
        return self._guest

    @property
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self._guest is not None

    # --- parts ----------------------------------------------------------------------------------------------------

    def begin(self, part: str) -> None:
        """Pictures are this part's from now on; those of an earlier run of it go."""
        self._part, self._shot = part, 0
        shutil.rmtree(self.pictures / part, ignore_errors=True)

    def is_as_started(self) -> None:
        """Be as it is a minute after its first start: that moment is kept, so parts do not depend on each other."""
        self.switch_off()
        if self.image.holds(self.disk, _READY):
            self.switch_on(_READY)
            return
        self.has_a_new_disk()
        self.switch_on()
        self.waits_for("attract")
        self.is_ready()
        self.keep_as_started()

    def keep_as_started(self) -> None:
        """Keep this moment, once the release has told that it is healthy and an edition is on show."""
        whole = f"test -s {STATE}/healthy -a -s {STATE}/current"
        wait_for(lambda: self.guest.try_to(whole)[1] == 0, _PATIENCE, "healthy kiosk with an edition on show")
        self.guest.keep(_READY)

    def has_a_new_disk(self) -> None:
        """Begin with the image again."""
        self.switch_off()
        self.disk.unlink(missing_ok=True)
        self.image.overlay(self.disk.parent)

    def keep_evidence(self) -> None:
        """What it shows and what its log says, beside the pictures of this part: something was not as it must be."""
        if self._guest is None:
            return
        with suppress(GuestError, OSError):
            self.shoot("not-so")
        log = self.pictures / self._part / f"{self._shot:02}-not-so.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(self._log(), encoding="utf-8")

    def _log(self) -> str:
        """The last lines of the system's log, or why there are none."""
        try:
            said = self.guest.last_words
            self.guest.interrupt()
            return f"{said}\n{self.guest.try_to(_LAST_LINES, 60)[0]}\n"
        except (GuestError, OSError) as error:
            return f"{error}\n"

    # --- its button, its plug, its shell --------------------------------------------------------------------------

    def switch_on(self, moment: str = "", told: str = "") -> None:
        """Press its button, or let it go on from a moment that was kept; told: what the kernel is told besides."""
        again = ("-loadvm", moment) if moment else ()
        card = ("-device", "intel-hda", "-device", "hda-output,audiodev=sound")
        more = ("-audiodev", f"wav,id=sound,path={self.sound}", *card, *again)
        self._guest = Guest(self.image, self.disk, more, told)

    def switch_off(self) -> None:
        """End it."""
        if self._guest is not None:
            self._guest.switch_off()
            self._guest = None

    def pull_the_plug(self) -> None:
        """No shutdown."""
        self.guest.pull_the_plug()
        self._guest = None

    def run(self, command: str) -> str:
        """What a command in it prints; it must succeed."""
        return self.guest.run(command)

    def shoot(self, name: str) -> None:
        """Keep what its screen shows."""
        self._shot += 1
        self.guest.shoot(self.pictures / self._part / f"{self._shot:02}-{name}.png")

    # --- what it shows --------------------------------------------------------------------------------------------

    def waits_for(self, screen: str, seconds: float = _PATIENCE) -> Picture:
        """The first picture of a screen."""

        def look() -> Picture | None:
            picture = self.guest.picture()
            return picture if self.screens.shows(picture, screen) else None

        return wait_for(look, seconds, f"screen {screen}")

    def shows(self, screens: Screens, name: str, seconds: float = _PATIENCE) -> None:
        """Wait for one of other screens than its own: turned ones."""
        wait_for(lambda: screens.shows(self.guest.picture(), name), seconds, f"screen {name}")

    def moves(self) -> bool:
        """Whether the attract screen goes on to its next picture, which it does every few seconds."""
        first = self.guest.picture()

        def look() -> bool:
            picture = self.guest.picture()
            return None not in (first, picture) and picture != first

        try:
            return wait_for(look, _PATIENCE / 4, "other picture")
        except GuestError:
            return False

    # --- what it does ---------------------------------------------------------------------------------------------

    def is_ready(self) -> None:
        """Log in and wait until all services run."""
        self.guest.log_in(_PATIENCE)
        wait_for(self._is_active, _PATIENCE, "kiosk that is ready")

    def is_up_again(self) -> None:
        """Wait for the attract screen after the machine has started anew and somebody is logged in."""
        self.waits_for("attract")
        wait_for(self._is_active, _PATIENCE, "kiosk that is ready")

    def starts(self) -> int:
        """How many times the kiosk got ready since the machine was switched on."""
        said, _ = self.guest.try_to(f"journalctl -u {UNIT} -b --no-pager -o cat | grep -c '^Started '")
        return int(said)

    def starts_anew(self) -> None:
        """Start the kiosk again, and wait until it has painted."""
        before = self.starts()
        self.run(f"systemctl restart --no-block {UNIT}")
        wait_for(lambda: self.starts() > before, _PATIENCE, "kiosk that starts anew")

    def comes_back_after(self, command: str) -> tuple[float, float]:
        """Do something bad to the kiosk; the seconds until it is ready and on the screen again, ours and its own."""
        before = self.starts()
        begun, own = time.monotonic(), self._uptime()
        self.run(command)
        wait_for(lambda: self.starts() > before, _PATIENCE, "kiosk that comes back")
        self.waits_for("attract")
        return time.monotonic() - begun, self._uptime() - own

    def touch(self, *points: tuple[float, float]) -> None:
        """Plug a touchscreen in, touch it at these shares of its width and height, and pull it out."""
        lines = "\\n".join(f"{x} {y}" for x, y in points)
        self.run("modprobe uinput")
        self.guest.put("/run/touchscreen.py", _TOUCHSCREEN.read_text(encoding="utf-8"))
        self.run(f"(printf '{lines}\\n'; sleep 2) | python3 /run/touchscreen.py")

    def _uptime(self) -> float:
        """Seconds of its own clock, which stands still while this machine has no time for it."""
        return float(self.run("cut -d ' ' -f 1 /proc/uptime"))

    def _is_active(self) -> bool:
        return self.guest.try_to(f"systemctl is-active {UNIT}")[0] == "active"
