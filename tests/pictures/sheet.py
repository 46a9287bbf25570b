"""Draw every picture of the content on one sheet, large and small: `make pictures`."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "content" / "pictures"
FONT = ROOT / "assets" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"

LARGE = QSize(480, 400)
SMALL = QSize(120, 100)
NAME_HEIGHT = 32
GAP = 24
COLUMNS = 3
CELL = QSize(LARGE.width() + SMALL.width() + 2 * GAP, NAME_HEIGHT + LARGE.height() + GAP)

PAPER = QColor("#FBF7F0")
INK = QColor("#16302F")


def main() -> int:
    """Draw the sheet into the file that is named on the command line."""
    target = Path(sys.argv[1])
    application = QGuiApplication(sys.argv)
    family = QFontDatabase.addApplicationFont(str(FONT))
    application.setFont(QFontDatabase.applicationFontFamilies(family)[0])
    pictures = sorted(PICTURES.rglob("*.svg"))
    broken = [path for path in pictures if not QSvgRenderer(str(path)).isValid()]
    target.parent.mkdir(parents=True, exist_ok=True)
    draw_sheet(pictures).save(str(target))
    print(f"{target}: {len(pictures)} pictures")
    for path in broken:
        print(f"Qt cannot draw {path.relative_to(ROOT)}", file=sys.stderr)
    return 1 if broken else 0


def draw_sheet(pictures: list[Path]) -> QImage:
    """All pictures in rows, each with its name."""
    rows = -(-len(pictures) // COLUMNS)
    sheet = QImage(COLUMNS * CELL.width() + GAP, rows * CELL.height() + GAP, QImage.Format.Format_RGB32)
    sheet.fill(PAPER)
    painter = QPainter(sheet)
    painter.setPen(INK)
    for index, path in enumerate(pictures):
        row, column = divmod(index, COLUMNS)
        draw_cell(painter, QPoint(GAP + column * CELL.width(), GAP + row * CELL.height()), path)
    painter.end()
    return sheet


def draw_cell(painter: QPainter, corner: QPoint, path: Path) -> None:
    """One picture in both sizes, under its name."""
    painter.drawText(corner + QPoint(0, NAME_HEIGHT - GAP // 2), path.relative_to(PICTURES).as_posix())
    renderer = QSvgRenderer(str(path))
    top = corner + QPoint(0, NAME_HEIGHT)
    for place in (QRect(top, LARGE), QRect(top + QPoint(LARGE.width() + GAP, 0), SMALL)):
        painter.setClipRect(place)  # drawings reach beyond their sheet
        renderer.render(painter, QRectF(place))
    painter.setClipping(False)


if __name__ == "__main__":
    sys.exit(main())
