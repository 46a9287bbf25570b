"""Fonts and icons, loaded once for all tests of a process, as the kiosk itself does."""

from functools import cache

from kiosk.paths import assets_folder
from kiosk.ui.theme.theme import Looks, load_looks


@cache
def looks() -> Looks:
    """Those of the kiosk. Qt forgets none that it has loaded, and looks through all of them for each text."""
    return load_looks(assets_folder())
