"""What is attacked: each takes bytes, and raises what it must not."""

import hashlib
import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QSize

from kiosk.content import markdown
from kiosk.content.check import check
from kiosk.content.clinic.folder import Refused
from kiosk.content.folders import Folders
from kiosk.content.packs.format import FORMAT, INDEX, PackLimits
from kiosk.content.packs.unpacking import unpack
from kiosk.content.packs.writing import write_pack
from kiosk.content.pictures.check import look
from kiosk.paths import content_folder
from kiosk.settings.file import read_settings
from kiosk.ui.theme.pictures import Pictures
from tests.content.base import make_base
from tests.fuzz.pad import PinPad
from tests.fuzz.photographs import Photographs
from tests.fuzz.told import must_be_told
from tests.soak.inputs import SETTINGS

_BETWEEN_FILES: Final = b"\x00\x00"
_MARK: Final = re.compile(r"\[\^[A-Za-z0-9_-]+\]")
_ESCAPED: Final = re.compile(r"\\[*_\[\]<\\-]")


class Target(Protocol):
    """Something that takes what strangers may bring."""

    def seeds(self) -> Iterator[bytes]:
        """Good inputs to begin with."""

    def take(self, data: bytes) -> None:
        """Do with an input what the kiosk does with it.

        Raises whatever the kiosk would stumble over.
        """


class Packs:
    """A pack from a stick: a ZIP file as it is, or files that are put into a sound one.

    In the second way nothing is lost on check sums: a file is its name, a line's end and its content, and two zero
    bytes stand between files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = make_base(folder / "library")

    def seeds(self) -> Iterator[bytes]:
        pages = [file for file in sorted(self._base.rglob("*")) if file.is_file()]
        parts = [str(file.relative_to(self._base)).encode() + b"\n" + file.read_bytes() for file in pages]
        yield from parts
        yield _BETWEEN_FILES.join(parts[:3])
        clinic = self._folder / "clinic"
        tips = sorted((content_folder() / "en/tips").glob("*.yaml"))[:2]
        for tip in tips:
            (clinic / "en/tips").mkdir(parents=True, exist_ok=True)
            shutil.copy(tip, clinic / "en/tips")
        write_pack(self._folder / "good.zip", content_folder(), clinic)
        yield (self._folder / "good.zip").read_bytes()

    def take(self, data: bytes) -> None:
        pack = self._folder / "pack.zip"
        pack.write_bytes(data if data.startswith(b"PK") else _packed(data))
        before = set(self._folder.iterdir())
        with tempfile.TemporaryDirectory(dir=self._folder) as opened:
            target = Path(opened)
            try:
                unpack(pack, target, PackLimits())
            except Refused as refusal:
                refused = str(refusal).strip()
                assert refused, "A pack is refused without a word."
            else:
                for problem in check(Folders((self._base, target))).problems:
                    must_be_told(problem)
            assert set(self._folder.iterdir()) - {target} == before, "A pack wrote outside its folder."


def _packed(parts: bytes) -> bytes:
    """The files in a ZIP file with the index that belongs to them."""
    files: list[tuple[str, bytes]] = []
    for part in parts.split(_BETWEEN_FILES):
        name, _, content = part.partition(b"\n")
        files.append((name.decode("utf-8", "replace"), content))
    index = {name: hashlib.sha256(content).hexdigest() for name, content in files}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as pack:
        pack.writestr(INDEX, json.dumps({"format": FORMAT, "files": index}))
        for path, data in dict(files).items():
            pack.writestr(zipfile.ZipInfo(path), data)
    return written.getvalue()


class SettingsFiles:
    """The settings of a machine, written by hand."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "settings.yaml"

    def seeds(self) -> Iterator[bytes]:
        data = SETTINGS.read_bytes()
        yield data
        yield data.replace(b"\n  # ", b"\n  ").replace(b"\n# ", b"\n")
        yield from (block for block in data.replace(b"# ", b"").split(b"\n\n") if block)

    def take(self, data: bytes) -> None:
        self._file.write_bytes(data)
        value, problems = read_settings(self._file)
        assert (value is None) == any(problem.severity == "error" for problem in problems), problems
        for problem in problems:
            must_be_told(problem)


class Drawings:
    """A drawing from the clinic: looked at, and drawn where it was let through."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "drawing.svg"

    def seeds(self) -> Iterator[bytes]:
        drawings = sorted(content_folder().rglob("*.svg"), key=lambda file: file.stat().st_size)
        yield from (file.read_bytes() for file in drawings[:40])

    def take(self, data: bytes) -> None:
        self._file.write_bytes(data)
        problems = look("drawing.svg", self._file)
        for problem in problems:
            must_be_told(problem)
        if not any(problem.severity == "error" for problem in problems):
            assert not Pictures({"drawing.svg": self._file}).pixmap("drawing.svg", QSize(120, 100), 4).isNull()


class Words:
    """The Markdown of a page."""

    def __init__(self, _folder: Path) -> None:
        """Nothing is written."""

    def seeds(self) -> Iterator[bytes]:
        yield b"Stay **as *active* as** you can.[^P3]\n\n- One\n- Two \\* three\n- [^G2]"
        yield b"<b>no</b> ![a](b) [c](d) https://e.f `g`\n# h\n1. i"
        for file in sorted((content_folder() / "en/tips").glob("*.yaml"))[:20]:
            yield file.read_bytes()[:2000]

    def take(self, data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        document = markdown.parse(text)
        offsets = [fault.offset for fault in document.faults]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(text) for offset in offsets)
        for block in document.blocks:
            assert all(run.text for run in block.runs)
            assert "\n" not in block.text
        shown = " ".join(block.text for block in document.blocks)
        unescaped = _ESCAPED.sub("", text)
        assert shown.count("*") == sum(found[0] == "\\*" for found in _ESCAPED.finditer(text)), "A star is shown."
        assert set(_MARK.findall(unescaped)) >= {f"[^{source}]" for source in document.sources}, "A mark and words."


TARGETS: Final[dict[str, Callable[[Path], Target]]] = {
    "packs": Packs,
    "settings": SettingsFiles,
    "drawings": Drawings,
    "photographs": Photographs,
    "markdown": Words,
    "pin": PinPad,
}
