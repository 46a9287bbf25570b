"""The staff's pages as they look with examples on them, without a kiosk beneath."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from kiosk.paths import assets_folder
from kiosk.session.routes import Home
from kiosk.staff.acts import AskStick, Look, Publish, RollBack, ShowShelf
from kiosk.staff.page import Choice, Page, Preview, Row, Side
from kiosk.staff.words import StaffWords, staff_words
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.staff.look import staff_palette
from kiosk.ui.staff.menu import CleaningBoard, MenuBoard
from kiosk.ui.staff.pin import PinBoard
from kiosk.ui.staff.preview import PreviewBoard
from kiosk.ui.staff.tab import TabBoard
from kiosk.ui.theme.measure import Measure, px_per_mm
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.theme import Theme
from tests.looks import looks
from tests.visitor import TABLET_PX_PER_MM

SHAPES: Final[dict[str, tuple[int, int, float | None]]] = {
    "landscape": (1920, 1080, None),
    "portrait": (1080, 1920, None),
    "small": (1280, 800, None),
    "tablet": (1280, 800, TABLET_PX_PER_MM),
}
"""Width, height, and pixels per millimetre where they are not those of a 24-inch screen."""
WRONG: Final = Page(
    "2 problems in the new files",
    (
        Row(
            '"sesions" is not a key of a treatment file.',
            'Did you mean "sessions"?',
            "en/therapies/prp.yaml line 42",
            "fault",
        ),
        Row('There is no picture "walk2.svg".', 'Did you mean "walk.svg"?', "en/tips/walk.yaml line 7", "fault"),
        Row(
            "en/tips/heat.yaml has changed since this was translated.",
            'First type "clinic-kiosk content copy es/tips/heat.yaml". Compare the two, then write "of: 2575f5d15e8c".',
            "es/tips/heat.yaml line 16",
            "warning",
        ),
    ),
    "Patients still see the last good edition, 2026-11-18 14:02",
    side=Side("What waits", ("Pages changed: 1. Sentences changed: 3.",), Choice("Publish (mend 2 problems first)")),
)
_LOOK_AT_STICK: Final = Choice("Look at the stick", AskStick(), "magnifying-glass")
_LOOK_AT_EDITION: Final = Choice("What changed", Look(3), "magnifying-glass")
_GOING_BACK: Final = Choice("What going back changes", Look(2), "magnifying-glass")
WELL: Final = Page(
    "Changes wait to be published",
    (
        Row("USB stick", "Bring pages, or take ours along.", choice=_LOOK_AT_STICK),
        Row("Edition 3", "Ana: 1 changed", "3 · 2026-11-18 14:02", "good", _LOOK_AT_EDITION),
        *(Row(f"Page {number}", "New: One more sentence that patients have not read before.") for number in range(9)),
    ),
    side=Side("What waits", ("Pages changed: 9.",), Choice("Publish", Publish(), "check")),
)
EDITIONS: Final = Page(
    "Editions",
    (
        Row("Patients see this one", "Ana: 1 changed, 3 sentences", "3 · 2026-11-18 14:02", "good", _LOOK_AT_EDITION),
        Row("Edition 2", "Ana: 1 added, 5 sentences", "2 · 2026-11-12 09:15", choice=_GOING_BACK),
        Row("Edition 1", "By itself: 2 changed, 8 sentences", "1 · 2026-11-03 08:40", choice=_GOING_BACK),
    ),
)
MANY: Final = Page(
    "12 problems in the new files",
    tuple(
        Row(
            f'There is no picture "{number}-a-walk-in-the-garden-of-our-clinic-by-the-river-in-the-year-2026.svg".',
            "Put the file into the pictures folder, or name one that is there. Drawings are SVG, photographs JPEG, "
            "PNG or WebP, and none of them may be larger than the check says.",
            f"en/tips/what_we_have_seen_in_the_garden_of_our_clinic_in_the_year_{number}.yaml line 1204",
            "fault",
        )
        for number in range(12)
    ),
    "Patients still see the last good edition, 2026-11-18 14:02",
    side=Side("What waits", ("Nothing waits but what must be mended.",), Choice("Publish (mend 12 problems first)")),
)
"""A bad day: every sentence long, and names that nothing can break."""
WAITS: Final = Page(
    "Changes wait to be published",
    (
        Row("Changed: Platelet-rich plasma (PRP)", "New: Our machine spins the tube.", "en/therapies/prp.yaml"),
        Row("Pack on USB: pages_of_the_clinic_by_the_river_for_all_kiosks_2026_11.zip", choice=_LOOK_AT_STICK),
    ),
    "Patients see edition 3.",
    side=Side(
        "How the page will look",
        (
            "Pages changed: 12. Sentences changed: 140.",
            "Files with mistakes stay as they were.",
            "Somebody went back from these changes. Publish to show them again.",
        ),
        Choice("Publish", Publish(), "check"),
        Preview(None, Home(), "en"),
    ),
)
PACK: Final = Page(
    "What the pack changes",
    (Row("Changed: Walk", "New: One more sentence.", "en/tips/walk.yaml"),),
    side=Side(
        "pages_of_the_clinic_by_the_river_for_all_kiosks_2026_11.zip", (), Choice("Take these pages", RollBack(1))
    ),
)
SHELVES: Final = Page(
    "Show to a patient",
    tuple(
        Row(heading, place=above, choice=Choice("Choose", ShowShelf(number), "arrow-right"))
        for number, (above, heading) in enumerate(
            (
                ("Treatments explained", "Regenerative treatments"),
                ("Treatments explained", "Usual care"),
                ("", "Compare side by side"),
                ("Understand back pain", "What it is"),
                ("Understand back pain", "What can cause it"),
                ("Understand back pain", "Scans, stress and care"),
                ("", "Tips for every day"),
            )
        )
    ),
)
_Make = Callable[[Theme, StaffWords, QSize], StaffBoard]


def _picture(size: QSize) -> QPixmap:
    """Stands for the picture of a page."""
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.gray)
    return picture


def _waiting(theme: Theme, words: StaffWords, size: QSize) -> StaffBoard:
    board = TabBoard(theme, words, size, WAITS, "content")
    board.show_preview(_picture(size))
    return board


BOARDS: Final[dict[str, _Make]] = {
    "wrong": lambda theme, words, size: TabBoard(theme, words, size, WRONG, "content"),
    "well": lambda theme, words, size: TabBoard(theme, words, size, WELL, "content"),
    "editions": lambda theme, words, size: TabBoard(theme, words, size, EDITIONS, "editions"),
    "many": lambda theme, words, size: TabBoard(theme, words, size, MANY, "content"),
    "waits": _waiting,
    "preview": lambda theme, words, size: PreviewBoard(theme, words, size, _picture(size)),
    "pack": lambda theme, words, size: TabBoard(theme, words, size, PACK, "content"),
    "shelves": lambda theme, words, size: TabBoard(theme, words, size, SHELVES, "show"),
    "pin": lambda theme, words, size: PinBoard(theme, words, size, 3),
    "pin-empty": lambda theme, words, size: PinBoard(theme, words, size, 0, words("pin_wrong")),
    "pin-waits": lambda theme, words, size: PinBoard(
        theme, words, size, 0, words("pin_wait_minutes", number=5), waits=True
    ),
    "no-pin": lambda theme, words, size: PinBoard(theme, words, size, 0, has_pins=False),
    "menu": MenuBoard,
    "cleaning": lambda theme, words, size: CleaningBoard(theme, words, size, 24),
}


def staff_board(name: str, shape: str = "landscape", language: str = "en") -> StaffBoard:
    """One of them on a screen of a shape."""
    width, height, density = SHAPES[shape]
    measure = Measure(width, height, density or px_per_mm(width, height))
    theme = Theme(staff_palette(), measure, looks().fonts, looks().icons, Pictures({}))
    return BOARDS[name](theme, staff_words(assets_folder(), language), QSize(width, height))
