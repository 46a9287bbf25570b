"""Write the present fingerprint of each original into its translation.

`python -m tests.content.review.write_fingerprints`:
to be run when a translation has been brought up to date with its original, and not before.
"""

import re
from pathlib import Path

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.review.page_text import PageText, in_language, languages, texts_of
from kiosk.content.review.translations import fingerprint
from kiosk.paths import content_folder

_OF = re.compile(r"^(translation:\n  of: ).*$", re.MULTILINE)


def write(folder: Path) -> list[str]:
    """Bring every translation's fingerprint up to date; gives the files that were changed."""
    pages = texts_of(check(Folders((folder,))).files)
    first, *others = languages(pages)
    originals = {page.id: page for page in in_language(pages, first)}
    return [
        page.shown
        for code in others
        for page in in_language(pages, code)
        if page.id in originals and hasattr(page.value, "translation")
        if _written(folder / page.shown, originals[page.id])
    ]


def _written(file: Path, original: PageText) -> bool:
    text = file.read_text(encoding="utf-8")
    changed, found = _OF.subn(rf'\g<1>"{fingerprint(original.value)}"', text)
    if not found:
        changed = f'{text}translation:\n  of: "{fingerprint(original.value)}"\n'
    if changed != text:
        file.write_text(changed, encoding="utf-8")
    return changed != text


if __name__ == "__main__":
    print("\n".join(write(content_folder())) or "Every fingerprint is up to date.")
