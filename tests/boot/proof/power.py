"""The plug is pulled, the kernel panics, systemd dies: it starts anew, with a whole edition on show."""

import random
import re
import time

from tests.boot.machine import CONTENT, Machine
from tests.boot.tally import Tally

_WHOLE = re.compile(r"Patients see edition (\d+)")


def prove(machine: Machine, tally: Tally, pulls: int, seed: int) -> None:
    """Half of the pulls while a page is published, the others at any moment from the first second on."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    bad = 0
    editions: list[int] = []
    for number in range(pulls):
        during = number % 2 == 0
        if during:
            machine.run(f"sed -i 's/^greeting: .*/greeting: Hello {number}/' {CONTENT}/en/home.yaml")
            time.sleep(chance.uniform(0.5, 12))
        machine.pull_the_plug()
        machine.switch_on()
        if not during:
            time.sleep(chance.uniform(0.5, 45))
            machine.pull_the_plug()
            machine.switch_on()
        machine.waits_for("attract")
        machine.guest.log_in()
        said, _ = machine.guest.try_to("clinic-kiosk staff status")
        found = _WHOLE.search(said)
        editions += [int(found[1])] if found else []
        failed = machine.guest.try_to("systemctl --failed --no-legend")[0]
        if found is None or "damaged" in said or failed:
            bad += 1
            print(said, failed, flush=True)
    grown = editions == sorted(editions)
    what = f"the plug pulled {pulls} times (seed {seed}), every second time during a publish"
    tally.note(what, f"{pulls - bad} times the attract screen and a whole edition", passed=not bad and grown)


def panic(machine: Machine, tally: Tally) -> None:
    """The kernel gives up."""
    begun = time.monotonic()
    machine.guest.forget_what_it_said()
    machine.guest.type("echo 1 > /proc/sys/kernel/sysrq; sync; echo c > /proc/sysrq-trigger")
    machine.guest.log_in(240)
    machine.is_up_again()
    tally.note("kernel panic", f"attract screen after {time.monotonic() - begun:.0f} s", passed=True)


def systemd_dies(machine: Machine, tally: Tally) -> None:
    """Only the watchdog of the hardware is left."""
    begun = time.monotonic()
    machine.guest.forget_what_it_said()
    machine.guest.type("sync; kill -SEGV 1")
    machine.guest.log_in(300)
    machine.is_up_again()
    machine.guest.qmp("query-status")
    seen = f"attract screen after {time.monotonic() - begun:.0f} s"
    tally.note("systemd itself dead, the hardware's watchdog left", seen, passed="WATCHDOG" in machine.guest.events)
