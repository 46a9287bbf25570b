"""What a look at the machine has found."""

from typing import Literal

from kiosk.values import value_class

State = Literal["well", "unknown", "warning", "fault"]


@value_class
class Finding:
    """One thing, in plain words."""

    topic: str
    """What was looked at: screen, touch, voices …"""
    state: State
    """well; unknown: it cannot be seen from here; warning: it works, but …; fault: it does not work."""
    what: str
    remedy: str = ""
    """What to do."""


def is_sound(findings: tuple[Finding, ...]) -> bool:
    """Whether nothing is broken."""
    return not any(finding.state == "fault" for finding in findings)
