"""What is wrong with this machine, and what to do, in plain words."""

from typing import Final

from kiosk.health.checks.devices import check_screen
from kiosk.health.checks.system import check_packages, check_starts, check_unit
from kiosk.health.finding import Finding, State
from kiosk.health.machine import Machine
from kiosk.health.selftest import CHECKS as SELF_TEST

CHECKS: Final = (check_screen, *SELF_TEST, check_packages, check_unit, check_starts)
_MARKS: Final[dict[State, str]] = {"well": "ok", "unknown": "?", "warning": "!", "fault": "WRONG"}


def examine(machine: Machine) -> tuple[Finding, ...]:
    """Ask every question."""
    return tuple(check(machine) for check in CHECKS)


def lines(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """One line for each, with what to do below it."""
    told: list[str] = []
    for finding in findings:
        told.append(f"{_MARKS[finding.state]:>5}  {finding.topic}: {finding.what}")
        if finding.remedy:
            told.append(f"       {finding.remedy}")
    return tuple(told)
