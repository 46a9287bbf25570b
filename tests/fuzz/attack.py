"""Attacks one target with inputs that atheris leads to where the program has not been yet.

Called by `make fuzz`; `python -m tests.fuzz.attack markdown -max_total_time=60` takes the options of libFuzzer.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["kiosk", "yaml", "zipfile"]):
    from tests.fuzz.targets import TARGETS
    from tests.soak.inputs import SNIPPETS

from PySide6.QtWidgets import QApplication

JSON_WORDS: Final = (
    b"Infinity", b"-Infinity", b"NaN", b"1e999", b"null", b"{}", b"[[", b'"count": ', b'"until": ', b'"n": ',
)  # a list to look over, not a column  # fmt: skip

PICTURE_WORDS: Final = (
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"zTXt", b"iTXt", b"eXIf", b"Exif\0\0",
    b"\xff\xc0", b"\xff\xc2", b"\xff\xc4", b"\xff\xda", b"\xff\xdb", b"\xff\xd9", b"\xff\x01", b"\xff\x00",
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"\x9d\x01\x2a",
)  # fmt: skip


def main() -> None:
    """Attack until the time is up or something breaks; what broke it lies in build/fuzz/."""
    name, options = sys.argv[1], sys.argv[2:]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.gui.*=false")  # what it thinks of each spoilt picture
    kiosk = QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "seeds").mkdir()
        (folder / "work").mkdir()
        target = TARGETS[name](folder / "work")
        for number, seed in enumerate(target.seeds()):
            (folder / "seeds" / str(number)).write_bytes(seed)
        words = (*SNIPPETS, *JSON_WORDS, *PICTURE_WORDS)
        (folder / "words").write_text("\n".join(_quoted(word) for word in words), encoding="ascii")
        atheris.Setup([sys.argv[0], f"-dict={folder / 'words'}", *options, str(folder / "seeds")], target.take)
        atheris.Fuzz()  # ends the program itself
    del kiosk


def _quoted(word: bytes) -> str:
    """As the dictionary of libFuzzer has it."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word[:60]) + '"'


if __name__ == "__main__":
    main()
