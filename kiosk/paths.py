"""Where the program's own files lie, inside an installed package or beside it in a checkout; and this machine's."""

import os
from pathlib import Path

from kiosk.disk import is_closed

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "bundled"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def content_folder() -> Path:
    """The bundled library."""
    return _ROOT / "content"


def assets_folder() -> Path:
    """Fonts and the words that need no library."""
    return _ROOT / "assets"


def settings_file() -> Path | None:
    """This machine's settings, if it has any; if nobody may look, whoever reads them tells it."""
    file = Path(os.environ.get("CLINIC_KIOSK_SETTINGS", "/etc/clinic-kiosk/settings.yaml"))
    return file if is_closed(file) or file.exists() else None


def cache_folder() -> Path:
    """Where what can be made anew is kept for a quick start."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base, "clinic-kiosk")


def state_folder() -> Path:
    """Where editions, PINs and counts are kept."""
    base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base, "clinic-kiosk")
