"""A photograph as whoever took it held it: a telephone writes beside the picture how it must be turned."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader


def upright_size(file: Path) -> QSize:
    """Width and height of a photograph held upright, or an empty size if it cannot be read."""
    return _upright(_reader(file), _reader(file).size())


def upright(file: Path, size: QSize) -> QImage:
    """A photograph at a size, held upright."""
    reader = _reader(file)
    reader.setScaledSize(_upright(reader, size))  # which Qt asks for as it is before it is turned
    return reader.read()


def _reader(file: Path) -> QImageReader:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    return reader


def _upright(reader: QImageReader, size: QSize) -> QSize:
    is_on_its_side = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if is_on_its_side else size
