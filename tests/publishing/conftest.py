from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPointingDevice

from kiosk.content.editions.serving import serve_at_once
from kiosk.publishing import live_editions
from kiosk.publishing.live_editions import LiveEditions, Publishing
from tests.conftest import SETTINGS
from tests.content.conftest import base, own_base
from tests.content.editions.desk import Desk
from tests.visitor import LANDSCAPE, Visitor, forget_dropped_widgets

__all__ = ["base", "own_base"]


@pytest.fixture
def desk(tmp_path: Path, base: Path) -> Desk:
    """A desk where nothing was published yet."""
    return Desk(tmp_path, base)


class Room:
    """A waiting room: a kiosk that follows what is published at a desk, and somebody in front of it."""

    def __init__(self, desk: Desk, glass: QPointingDevice) -> None:
        self.desk = desk
        self.glass = glass
        self._visitor: Visitor | None = None
        self._editions: LiveEditions | None = None

    def opens(self, when: str = "when-sound") -> Visitor:
        """Start the kiosk."""
        library, shown = serve_at_once(self.desk.store, self.desk.base, self.desk.cache, self.desk.log.append)
        assert library is not None
        visitor = Visitor(library, SETTINGS, self.glass, LANDSCAPE)
        publishing = Publishing(self.desk.folders, self.desk.state, self.desk.cache, when)  # type: ignore[arg-type]  # one of them
        self._editions = LiveEditions(publishing, shown, visitor.window)
        self._editions.arrived.connect(visitor.app.take_library)
        self._editions.begin()
        self._visitor = visitor
        return visitor

    def closes(self) -> None:
        """End the kiosk."""
        if self._editions is not None:
            self._editions.close()
        if self._visitor is not None:
            self._visitor.leaves()
        self._editions = self._visitor = None
        QCoreApplication.processEvents()
        forget_dropped_widgets()


@pytest.fixture
def room(desk: Desk, glass: QPointingDevice, one_factory: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A waiting room whose kiosk is not started yet."""
    monkeypatch.setattr(live_editions, "SOON_MS", 0)
    room = Room(desk, glass)
    yield room
    room.closes()
