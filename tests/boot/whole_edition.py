"""The edition on show, asked of the disk and not of the kiosk: from outside, or in a guest as root.

Prints as JSON its number, the greeting in it, and the files that are missing, changed or too many.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

STATE = Path("/var/lib/clinic-kiosk")


def look(state: Path) -> dict[str, Any]:
    """Compare every file with what the edition says of it."""
    number = json.loads((state / "current").read_bytes())["edition"]
    folder = state / f"editions/{number:06}"
    told = json.loads((folder / "manifest.json").read_bytes())["files"]
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != "manifest.json")
    found = {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    wrong = sorted(path for path in {*told, *found} if told.get(path) != found.get(path))
    greeting = re.search(r"^greeting: (.*)$", (folder / "files/en/home.yaml").read_text(), re.MULTILINE)
    return {"number": number, "greeting": greeting and greeting[1], "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(look(STATE)))
