"""Pictures of the staff's pages, over a kiosk that has just been installed."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from kiosk.app import App
from kiosk.content.folders import Folders
from kiosk.paths import assets_folder
from kiosk.running.staff_access import StaffAccess
from kiosk.running.staff_room import StaffRoom
from kiosk.session.visit import Wish
from kiosk.settings.settings import Settings
from kiosk.staff.acts import TABS, Open, ShowShelf, Tab
from kiosk.staff.desk import Desk
from kiosk.ui.staff.menu import CleaningBoard, MenuBoard
from kiosk.ui.staff.pin import PinBoard
from kiosk.ui.staff.preview import PreviewBoard
from kiosk.ui.staff.tab import TabBoard

WHO: Final = "Ana"
CLEANING: Final = 24
"""Seconds that are left."""


def staff_boards(app: App, settings: Settings, folders: Folders) -> Iterator[tuple[str, QWidget]]:
    """The keypad, every tab, the list of tabs, and the screen while it is wiped; each with its name."""
    with tempfile.TemporaryDirectory() as state:
        access = StaffAccess(folders, assets_folder(), Path(state))
        room = StaffRoom(app.window, app, settings, access, datetime.now().astimezone(), lambda: 0.0)
        kiosk, theme, size = room.this_kiosk(), room.theme(), app.window.size()
        desk = Desk(kiosk, WHO)
        yield "staff-pin", PinBoard(theme, kiosk.words, size, 3)
        tabs: list[tuple[str, Tab, Wish]] = [(f"staff-{tab}", tab, Open(tab)) for tab in TABS]
        shelves: list[tuple[str, Tab, Wish]] = [("staff-show-shelf", "show", ShowShelf(0))] if kiosk.shelves else []
        for name, tab, wish in (*tabs, *shelves):
            page = desk.page(wish)
            board = TabBoard(theme, kiosk.words, size, page, tab)
            if page.side is not None and page.side.preview is not None:
                picture = room.preview(page.side.preview)
                board.show_preview(picture)
                yield "staff-preview", PreviewBoard(theme, kiosk.words, size, picture)
            yield name, board
        yield "staff-menu", MenuBoard(theme, kiosk.words, size)
        yield "staff-cleaning", CleaningBoard(theme, kiosk.words, size, CLEANING)
        room.close()
        room.deleteLater()
