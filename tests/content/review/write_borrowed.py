"""Writes the hashes of texts that no page may copy: python -m tests.content.review.write_borrowed TEXT… > FILE.

The file is kiosk/content/review/borrowed.bin; the texts are the articles and the clinical brief the pages were
written after, which are not part of this project.
"""

import sys
from pathlib import Path

from kiosk.content.review.borrowed import packed


def main(names: list[str]) -> None:
    sys.stdout.buffer.write(packed(Path(name).read_text(encoding="utf-8") for name in names))


if __name__ == "__main__":
    main(sys.argv[1:])
