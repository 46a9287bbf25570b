"""The self-test: what patients need is looked at every hour, and the result kept for staff."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.disk import Disk, read_json
from kiosk.health.checks.devices import check_headphones, check_keypad, check_printer, check_touch, check_voices
from kiosk.health.checks.keeping import check_disk, check_edition, check_fonts
from kiosk.health.checks.system import check_clock
from kiosk.health.finding import Finding
from kiosk.health.machine import Machine
from kiosk.values import value_class

FILE: Final = "self-test.json"
CHECKS: Final = (
    check_touch,
    check_keypad,
    check_headphones,
    check_voices,
    check_printer,
    check_disk,
    check_clock,
    check_edition,
    check_fonts,
)


@value_class
class SelfTest:
    """What a self-test found."""

    when: datetime
    findings: tuple[Finding, ...]

    def finds_broken(self, topic: str) -> bool:
        """Whether what was looked at does not work; False where that cannot be seen from here."""
        return any(finding.topic == topic and finding.state == "fault" for finding in self.findings)


def run_self_test(machine: Machine, log: Callable[[str], None]) -> SelfTest:
    """Look, keep the result, and log what was not so the last time."""
    before = last_self_test(machine.state)
    test = SelfTest(machine.now, tuple(check(machine) for check in CHECKS))
    for finding in test.findings:
        is_news = before is None or finding not in before.findings
        if finding.state in ("warning", "fault") and is_news:
            log(f"Self-test, {finding.topic}: {finding.what} {finding.remedy}")
    data = {"when": test.when.isoformat(), "findings": [asdict(finding) for finding in test.findings]}
    try:
        Disk().write_whole(machine.state / FILE, json.dumps(data, ensure_ascii=False).encode())
    except OSError as error:
        log(f"The result of the self-test could not be kept: {error}")
    return test


def last_self_test(state: Path) -> SelfTest | None:
    """The result of the last one; None if there was none.

    state: the folder for editions, PINs and counts.
    """
    try:
        told = read_json(state / FILE)
        findings = tuple(Finding(**finding) for finding in told["findings"])
        return SelfTest(datetime.fromisoformat(told["when"]), findings)
    except (OSError, ValueError, KeyError, TypeError):
        return None
