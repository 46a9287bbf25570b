"""This machine's settings: what the clinic is called, its telephone numbers, the size of the screen."""

from dataclasses import field, replace
from pathlib import Path
from typing import Literal

from kiosk.content.model.value import Value
from kiosk.settings.hours import Hours
from kiosk.values import value_class


@value_class(kw_only=True)
class Clinic(Value):
    """The clinic whose waiting room this is."""

    name: str = "Your clinic"
    """Shown on the first pages."""
    logo: Path | None = None
    """A picture beside the name: SVG, PNG, JPEG or WebP. It stands on white."""
    logo_holds_name: bool = False
    """true where the logo holds the clinic's name already: it is not written beside it then."""
    accent: str = ""
    """The clinic's own colour, as #RRGGBB: for the line above the bar, its sign and the button that begins."""
    phone: str = ""
    """The clinic's telephone number, as it is to be read; left out, patients are sent to the number on their papers."""
    emergency_phone: str = "911"
    """The number for emergencies in this country."""
    phone_hours: dict[str, str] = field(default_factory=dict)
    """When the telephone is answered, for each language code: en, es. Patients read it behind the number."""
    offers: dict[str, str] = field(default_factory=dict)
    """What the clinic offers and earns from, in a sentence for each language code: en, es. Patients read it."""


@value_class(kw_only=True)
class Screen(Value):
    """The screen on the wall."""

    px_per_mm: float | None = None
    """Pixels per millimetre of the picture; left out, the screen is taken for a 24-inch one."""
    bottom_mm: int = 800
    """From the floor to the lower edge of the picture, in millimetres."""
    brightness: int | None = None
    """Per cent, from 10 to 100; left out, the screen's own. Only where the screen lets a program set it."""
    rotation: int = 0
    """Degrees by which the picture and its touch panel are turned: 0, 90, 180 or 270."""
    output: str = ""
    """The socket that shows the kiosk where there are several, such as HDMI-A-1; left out, the first one."""


@value_class(kw_only=True)
class Settings(Value):
    """All settings; every one has a default."""

    clinic: Clinic = field(default_factory=Clinic)
    screen: Screen = field(default_factory=Screen)
    languages: tuple[str, ...] = ()
    """The codes of the languages to offer, in this order; left out, all that there are."""
    language: str = ""
    """The code of the language a visit begins in; left out, the first that is offered."""
    content_dir: Path | None = None
    """The clinic's own content folder, which lies over the bundled library."""
    state_dir: Path | None = None
    """Where editions, PINs and counts are kept; left out, in the home of who runs the kiosk."""
    printer: str = ""
    """The printer's name in CUPS, for the patients' lists of questions; left out, nothing is printed."""
    paper: Literal["letter", "a4"] = "letter"
    """The paper in that printer."""
    reads_aloud: bool = True
    """Whether Listen reads pages aloud; false where there is no loudspeaker."""
    sounds: Literal["none", "question", "all"] = "question"
    """What is heard of itself: nothing; a soft tone when the kiosk asks whether somebody is there, and when an activity
    is over; a click as well."""
    key_guard_ms: int = 100
    """Milliseconds within which a second press of one key counts for nothing, from 0 to 2000: for hands that shake."""
    hours: Hours = field(default_factory=Hours)
    """When the screen is on; left out, always."""
    publish: Literal["when-sound", "page-by-page", "by-hand"] = "when-sound"
    """When a change shows: once every file is right, each file that is right, or when a person says so."""


def safe(settings: Settings) -> Settings:
    """The same without anything that can be done without: safe mode."""
    return Settings(
        clinic=replace(settings.clinic, logo=None, logo_holds_name=False, accent=""),
        screen=replace(settings.screen, brightness=None),
        languages=settings.languages,
        language=settings.language,
        state_dir=settings.state_dir,
        key_guard_ms=settings.key_guard_ms,
        reads_aloud=False,
        sounds="none",
    )
