"""What staff do with a USB stick: bring packs, take the clinic's pages along, save the counts."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.writing import write_pack
from kiosk.device.sticks import Found
from kiosk.staff.acts import AskStick, LookAtPack, SavePack
from kiosk.staff.page import Choice, Page, Row
from kiosk.staff.place import Place


def stick_rows(place: Place) -> Iterator[Row]:
    """The rows below Content: the packs, or the button that looks for them."""
    words = place.words
    if place.sticks.waits_to_be_asked:
        choice = Choice(words("stick_ask"), AskStick(), "magnifying-glass")
        yield Row(words("stick"), words("stick_more"), choice=choice)
    else:
        yield from _found(place, place.sticks.look())


def stick_page(place: Place) -> Page:
    """Look for a stick, and tell what is on it."""
    return Page(place.words("stick"), tuple(_found(place, place.sticks.look(), tells_none=True)))


def save_pack(place: Place) -> Page:
    """Write the clinic's own pages on the stick as a pack."""
    words = place.words
    if place.own is None:
        return Page(words("failed"), (Row(words("pack_no_folder"), kind="warning"),))
    name = f"clinic-kiosk-pages-{place.now():%Y-%m-%d-%H%M%S}.zip"
    with tempfile.TemporaryDirectory() as folder:
        try:
            write_pack(Path(folder) / name, place.folders.layers[0], place.own)
        except Refused:
            return Page(words("failed"), (Row(words("pack_unsound"), kind="warning"),))
        return saved(place, "stick", name, (Path(folder) / name).read_bytes())


def saved(place: Place, title: str, name: str, data: bytes) -> Page:
    """Write a file on the stick, and tell what came of it.

    Raises OSError when the disk does not take it.
    """
    words, state = place.words, place.sticks.save(name, data)
    if state == "shown":
        return Page(words(title), (Row(words("stick_saved", file=name), words("stick_saved_more"), kind="good"),))
    return Page(words("failed"), (Row(words(f"stick_{state}"), words(f"stick_{state}_more"), kind="warning"),))


def _found(place: Place, found: Found, *, tells_none: bool = False) -> Iterator[Row]:
    words = place.words
    for pack in found.packs:
        choice = Choice(words("pack_look"), LookAtPack(str(pack)), "magnifying-glass")
        yield Row(words("pack", file=pack.name), words("pack_more"), choice=choice)
    if tells_none and found.state != "shown":
        yield Row(words(f"stick_{found.state}"), words(f"stick_{found.state}_more"), kind="warning")
    elif tells_none and not found.packs:
        yield Row(words("stick_no_pack"), words("stick_no_pack_more"))
    if place.own is not None and found.state == "shown":
        yield Row(words("pack_save"), words("pack_save_more"), choice=Choice(words("use_save"), SavePack(), "download"))
