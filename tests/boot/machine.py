"""A kiosk in an emulated PC: switched on, touched, broken, and asked how it is."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.boot.guest import Guest, GuestError, Image, wait_for
from tests.boot.picture import Picture, differ
from tests.boot.screens import Screens

UNIT: Final = "clinic-kiosk.service"
APP: Final = "pgrep -o -f 'python3 -I /usr/bin/clinic-kiosk run'"
COMPOSITOR: Final = f"systemctl show -p MainPID --value {UNIT}"
STATE: Final = "/var/lib/clinic-kiosk"
CONTENT: Final = f"{STATE}/content"
_PATIENCE: Final = 240.0
"""Seconds: an emulated processor is twenty times as slow as a real one."""
_TOUCHSCREEN: Final = Path(__file__).parent / "touchscreen.py"


@dataclass(slots=True)
class Machine:
    """One PC with its disk, through all its switchings-on."""

    image: Image
    disk: Path
    screens: Screens
    shots: Path
    sound: Path
    """What comes out of its sound card since it was last switched on: WAV, 16 bits."""
    _guest: Guest | None = None
    _shot: int = field(default=0)

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

    def journal(self) -> str:
        """The last lines of the kiosk's log, or why there are none."""
        try:
            return self.guest.try_to(f"journalctl -u {UNIT} -b --no-pager -o short-monotonic | tail -n 30")[0]
        except GuestError as error:
            return str(error)

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
        self.guest.shoot(self.shots / f"{self._shot:02}-{name}.png")

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
        seen = [picture for picture in (self.guest.picture(),) if picture]
        end = time.monotonic() + _PATIENCE / 4
        while time.monotonic() < end and not differ(seen):
            time.sleep(0.5)
            seen += [picture for picture in (self.guest.picture(),) if picture]
        return differ(seen)

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

    def comes_back_after(self, command: str) -> float:
        """Do something bad to the kiosk; the seconds until it is ready and on the screen again."""
        before = self.starts()
        begun = time.monotonic()
        self.run(command)
        wait_for(lambda: self.starts() > before, _PATIENCE, "kiosk that comes back")
        self.waits_for("attract")
        return time.monotonic() - begun

    def touch(self, *points: tuple[float, float]) -> None:
        """Plug a touchscreen in, touch it at these shares of its width and height, and pull it out."""
        lines = "\\n".join(f"{x} {y}" for x, y in points)
        self.run("modprobe uinput")
        self.guest.put("/run/touchscreen.py", _TOUCHSCREEN.read_text(encoding="utf-8"))
        self.run(f"(printf '{lines}\\n'; sleep 2) | python3 /run/touchscreen.py")

    def _is_active(self) -> bool:
        return self.guest.try_to(f"systemctl is-active {UNIT}")[0] == "active"
