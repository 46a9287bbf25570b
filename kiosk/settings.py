"""This machine's settings: what the clinic is called, its telephone numbers, the size of the screen."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kiosk.content.model.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic(Value):
    """The clinic whose waiting room this is."""

    name: str = "Your clinic"
    """Shown on the first page."""
    phone: str = ""
    """The clinic's telephone number, as it is to be read; left out, patients are sent to the number on their papers."""
    emergency_phone: str = "911"
    """The number for emergencies in this country."""
    offers: dict[str, str] = field(default_factory=dict)
    """What the clinic offers and earns from, in a sentence for each language code: en, es. Patients read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen(Value):
    """The screen on the wall."""

    px_per_mm: float | None = None
    """Pixels per millimetre of the picture; left out, the screen is taken for a 24-inch one."""
    bottom_mm: int = 800
    """From the floor to the lower edge of the picture, in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Value):
    """All settings; every one has a default."""

    clinic: Clinic = field(default_factory=Clinic)
    screen: Screen = field(default_factory=Screen)
    language: str = ""
    """The code of the language a visit begins in; empty for the library's first."""
    content_dir: Path | None = None
    """The clinic's own content folder, which lies over the bundled library."""
    state_dir: Path | None = None
    """Where editions, PINs and counts are kept; left out, in the home of who runs the kiosk."""
    publish: Literal["when-sound", "page-by-page", "by-hand"] = "when-sound"
    """When a change shows: once every file is right, each file that is right, or when a person says so."""
