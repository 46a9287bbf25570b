"""Safe mode: what may be the cause of the trouble is left out, what patients need stays."""

from pathlib import Path

from kiosk.settings.hours import Hours
from kiosk.settings.settings import Clinic, Screen, Settings, safe


def test_extras_are_left_out_and_the_clinic_stays() -> None:
    clinic = Clinic(name="Riverside", phone="555 0100", emergency_phone="112", offers={"en": "PRP."})
    screen = Screen(px_per_mm=3.1, bottom_mm=900)
    plain = Settings(
        clinic=clinic,
        screen=screen,
        languages=("es", "en"),
        language="es",
        state_dir=Path("/state"),
        reads_aloud=False,
        sounds="none",
    )
    rich = Settings(
        clinic=Clinic(
            name="Riverside",
            phone="555 0100",
            emergency_phone="112",
            offers={"en": "PRP."},
            logo=Path("/logo.svg"),
            logo_holds_name=True,
            accent="#1B5E8C",
        ),
        screen=Screen(px_per_mm=3.1, bottom_mm=900, brightness=40),
        languages=("es", "en"),
        language="es",
        content_dir=Path("/clinic"),
        state_dir=Path("/state"),
        printer="desk",
        hours=Hours(monday="08:00-18:00"),
        publish="page-by-page",
    )
    assert safe(rich) == plain
    assert safe(plain) == plain
