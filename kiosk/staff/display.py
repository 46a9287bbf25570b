"""The tab Display: how bright the screen is, and whether it is on today."""

from collections.abc import Iterator
from typing import Final

from kiosk.staff.acts import SetBrightness, SetToday
from kiosk.staff.page import Choice, Page, Row
from kiosk.staff.this_kiosk import ThisKiosk

STEP: Final = 10
"""Per cent."""
DARKEST: Final = 10
BRIGHTEST: Final = 100


def display(kiosk: ThisKiosk) -> Page:
    """What can be set here, and what only the settings can."""
    return Page(kiosk.words("display"), (*_brightness(kiosk), *_today(kiosk)))


def set_brightness(kiosk: ThisKiosk, per_cent: int) -> Page:
    """Set it, and show the page again."""
    if kiosk.screen is None or not kiosk.screen.set_brightness(per_cent):
        return Page(kiosk.words("failed"), (_no_brightness(kiosk),))
    return display(kiosk)


def set_today(kiosk: ThisKiosk, on: bool | None) -> Page:  # noqa: FBT001 - what the wish carries
    """Wish the screen on or off for today, and tell when."""
    words = kiosk.words
    if kiosk.screen is None:
        return display(kiosk)
    kiosk.screen.set_today(on=on)
    told = {True: "display_kept_on", False: "display_kept_off", None: "display_kept_hours"}[on]
    return Page(words("display"), (Row(words(told), words(f"{told}_more"), kind="good"),))


def _brightness(kiosk: ThisKiosk) -> Iterator[Row]:
    words = kiosk.words
    now = kiosk.screen.brightness() if kiosk.screen is not None else None
    if now is None:
        yield _no_brightness(kiosk)
        return
    yield Row(words("display_bright", number=now), words("display_bright_more"))
    for name, to, icon in (("brighter", now + STEP, "plus"), ("darker", now - STEP, "minus")):
        wanted = min(BRIGHTEST, max(DARKEST, to))
        if wanted != now:
            choice = Choice(words("display_per_cent", number=wanted), SetBrightness(wanted), icon)
            yield Row(words(f"display_{name}"), choice=choice)


def _no_brightness(kiosk: ThisKiosk) -> Row:
    return Row(kiosk.words("display_bright_none"), kiosk.words("display_bright_none_more"))


def _today(kiosk: ThisKiosk) -> Iterator[Row]:
    words, hours, now = kiosk.words, kiosk.settings.hours, kiosk.now()
    wished = kiosk.screen.today if kiosk.screen is not None else None
    change = hours.next_change(now)
    if wished is not None:
        yield Row(words("display_kept_on" if wished else "display_kept_off"), words("display_until_midnight"))
    elif change is None:
        yield Row(words("display_always"), words("display_hours_more"))
    else:
        told = "display_off_at" if hours.is_open(now) else "display_on_at"
        yield Row(words(told, time=f"{hours.local(change):%Y-%m-%d %H:%M}"), words("display_hours_more"))
    if kiosk.screen is None:
        return
    offered = (None,) if wished is not None else (True, False) if hours.are_set else (False,)
    for on in offered:
        name = {True: "stay_on", False: "go_off", None: "as_set"}[on]
        yield Row(
            words(f"display_{name}"),
            words(f"display_{name}_more"),
            choice=Choice(words(f"display_{name}_yes"), SetToday(on), "display"),
        )
