"""What staff do with a USB stick: bring packs, take the clinic's pages along, save the counts."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.entries import Strange
from kiosk.content.packs.writing import write_pack
from kiosk.device.sticks import Found
from kiosk.staff.acts import AskStick, LookAtPack, SavePack
from kiosk.staff.page import Choice, Page, Row
from kiosk.staff.this_kiosk import ThisKiosk


def stick_rows(kiosk: ThisKiosk) -> Iterator[Row]:
    """The rows below Content: the packs, or the button that looks for them."""
    words = kiosk.words
    if kiosk.sticks.waits_to_be_asked:
        choice = Choice(words("stick_ask"), AskStick(), "magnifying-glass")
        yield Row(words("stick"), words("stick_more"), choice=choice)
    else:
        yield from _found(kiosk, kiosk.sticks.look())


def stick_page(kiosk: ThisKiosk) -> Page:
    """Look for a stick, and tell what is on it."""
    return Page(kiosk.words("stick"), tuple(_found(kiosk, kiosk.sticks.look(), tells_none=True)))


def save_pack(kiosk: ThisKiosk) -> Page:
    """Write the clinic's own pages on the stick as a pack."""
    words = kiosk.words
    own = kiosk.folders.own
    if own is None:
        return Page(words("failed"), (Row(words("pack_no_folder"), kind="warning"),))
    name = f"clinic-kiosk-pages-{kiosk.now():%Y-%m-%d-%H%M%S}.zip"
    with tempfile.TemporaryDirectory() as folder:
        try:
            write_pack(Path(folder) / name, kiosk.folders.bundled, own)
        except Strange as strange:
            return Page(words("failed"), (Row(str(strange), kind="warning"),))
        except Refused:
            return Page(words("failed"), (Row(words("pack_unsound"), kind="warning"),))
        return saved(kiosk, "stick", name, (Path(folder) / name).read_bytes())


def saved(kiosk: ThisKiosk, title: str, name: str, data: bytes) -> Page:
    """Write a file on the stick, and tell what came of it.

    Raises OSError when the disk does not take it.
    """
    words, state = kiosk.words, kiosk.sticks.save(name, data)
    if state == "shown":
        return Page(words(title), (Row(words("stick_saved", file=name), words("stick_saved_more"), kind="good"),))
    return Page(words("failed"), (Row(words(f"stick_{state}"), words(f"stick_{state}_more"), kind="warning"),))


def _found(kiosk: ThisKiosk, found: Found, *, tells_none: bool = False) -> Iterator[Row]:
    words = kiosk.words
    for pack in found.packs:
        choice = Choice(words("pack_look"), LookAtPack(str(pack)), "magnifying-glass")
        yield Row(words("pack", file=pack.name), words("pack_more"), choice=choice)
    if tells_none and found.state != "shown":
        yield Row(words(f"stick_{found.state}"), words(f"stick_{found.state}_more"), kind="warning")
    elif tells_none and not found.packs:
        yield Row(words("stick_no_pack"), words("stick_no_pack_more"))
    if kiosk.folders.own is not None and found.state == "shown":
        yield Row(words("pack_save"), words("pack_save_more"), choice=Choice(words("use_save"), SavePack(), "download"))
