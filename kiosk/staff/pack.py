"""A pack on a USB stick: shown page by page, then taken whole or not at all."""

import hashlib
from pathlib import Path

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.taking import OpenedPack, opened
from kiosk.disk import told
from kiosk.staff.acts import TakePack
from kiosk.staff.content import change_rows
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.this_kiosk import ThisKiosk


def look_at_pack(kiosk: ThisKiosk, pack: Path) -> Page:
    """What would change; nothing is changed."""
    words, own = kiosk.words, kiosk.folders.own
    if own is None:
        return Page(words("failed"), (Row(words("pack_no_folder"), kind="warning"),))
    try:
        with opened(pack, kiosk.folders.bundled, own) as found:
            rows = tuple(change_rows(kiosk, found.changes))
            act = TakePack(str(pack), _fingerprint(found)) if rows else None
    except (Refused, OSError) as why:
        return _refused(kiosk, why)
    side = Side(pack.name, (), Choice(words("pack_take"), act, "check"))
    return Page(words("pack_title"), rows or (Row(words("pack_nothing")),), side=side)


def take_pack(kiosk: ThisKiosk, pack: Path, seen: str) -> Page:
    """Take a pack if it is still the one that was shown."""
    words, own = kiosk.words, kiosk.folders.own
    if own is None:
        return Page(words("failed"), (Row(words("pack_no_folder"), kind="warning"),))
    try:
        with opened(pack, kiosk.folders.bundled, own) as found:
            if _fingerprint(found) != seen:
                return Page(words("pack_other"), (Row(words("pack_other_more"), kind="warning"),))
            found.take()
    except (Refused, OSError) as why:
        return _refused(kiosk, why)
    return Page(words("pack_taken"), (Row(words("pack_taken_more"), kind="good"),))


def _refused(kiosk: ThisKiosk, why: Refused | OSError) -> Page:
    what, more = told(why) if isinstance(why, OSError) else (str(why), "")
    return Page(kiosk.words("failed"), (Row(what, more, kind="warning"),))


def _fingerprint(found: OpenedPack) -> str:
    """What tells one pack from another, by all that was shown of it."""
    shown = hashlib.sha256()
    for change in found.changes:
        shown.update(repr((change.path, change.how, change.gone, change.new)).encode())
        if change.after is not None:
            shown.update(change.after.read_bytes())
    return shown.hexdigest()
