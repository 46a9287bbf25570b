"""The kiosk with a scout inside, who tells which buttons are on the screen. Nothing is measured on this one.

`python -m tests.bench.probe SOCKET ARGUMENTS OF clinic-kiosk`: whoever connects to the socket gets one answer as JSON.
"""

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.cli import main


def answer_on(socket: str) -> None:
    """Have the application answer as soon as its event loop runs."""
    run: Callable[[], int] = QApplication.exec

    def run_with_scout(*_: object) -> int:
        server = QLocalServer()
        server.newConnection.connect(lambda: _answer(server))
        server.listen(socket)
        return run()

    QApplication.exec = run_with_scout  # type: ignore[method-assign]  # to look within


def _answer(server: QLocalServer) -> None:
    connection = server.nextPendingConnection()
    connection.write(json.dumps(what_is_shown()).encode())
    connection.disconnectFromServer()


def what_is_shown() -> dict[str, object]:
    """The words that tell this page from others, and the middle of every button that can be pressed."""
    widgets = [widget for widget in QApplication.allWidgets() if _shown(widget).isValid()]
    buttons = [widget for widget in widgets if isinstance(widget, QAbstractButton) and widget.isEnabled()]
    places = {(point.x(), point.y()) for point in map(_middle, buttons)}
    return {
        "words": sorted(words for widget in widgets if (words := _words(widget))),
        "buttons": sorted(places),
    }


def _middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(_shown(widget).center())


def _shown(widget: QWidget) -> QRect:
    """The part of a widget that a finger can reach."""
    return widget.visibleRegion().boundingRect() if widget.isVisible() else QRect()


def _words(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


if __name__ == "__main__":
    answer_on(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
