"""Two clinics' folders, and a stick that carries a pack from one to the other."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

from kiosk.content.check import check
from kiosk.content.clinic.folder import Refused
from kiosk.content.folders import Folders
from kiosk.content.packs.format import INDEX, PackLimits
from kiosk.content.packs.taking import OpenedPack, opened
from kiosk.content.packs.writing import write_pack
from kiosk.disk import Disk
from tests.content.base import write
from tests.content.editions.desk import TIP

Change = Callable[[zipfile.ZipInfo], None]
TIP_BYTES: Final = TIP.format(title="Walk").encode()
STRANGE: Final = "Do not use this pack. Have a new one made."
NOT_WHOLE: Final = "The pack is damaged or not whole. Copy it to the stick again, and try once more."


class Stick:
    """What lies on the stick, and the folders on both sides."""

    def __init__(self, folder: Path, base: Path) -> None:
        self.base = base
        self.here = folder / "here"
        self.there = folder / "there" / "clinic"
        self.here.mkdir()
        self.there.mkdir(parents=True)
        self.pack = folder / "stick.zip"

    def packed(self, title: str = "Walk in our garden") -> Path:
        write(self.here, "en/tips/walk.yaml", TIP.format(title=title))
        write_pack(self.pack, self.base, self.here)
        return self.pack

    def made(self, files: dict[str, bytes], changes: dict[str, Change] | None = None) -> Path:
        """A pack made by hand; a change touches what the ZIP file tells of a file."""
        index = {"format": 1, "files": {name: sha256(data).hexdigest() for name, data in files.items()}}
        with zipfile.ZipFile(self.pack, "w", zipfile.ZIP_DEFLATED) as pack:
            for name, data in {INDEX: json.dumps(index).encode(), **files}.items():
                info = zipfile.ZipInfo(name)
                info.compress_type = zipfile.ZIP_DEFLATED
                (changes or {}).get(name, _as_it_is)(info)
                pack.writestr(info, data)
        return self.pack

    @contextmanager
    def opens(self, disk: Disk | None = None, **limits: Any) -> Iterator[OpenedPack]:  # noqa: ANN401 - numbers
        with opened(self.pack, self.base, self.there, PackLimits(**limits), disk) as pack:
            yield pack

    def takes(self) -> None:
        with self.opens() as pack:
            pack.take()

    def title(self) -> str:
        """What the other clinic's folder says."""
        library = check(Folders((self.base, self.there))).library
        assert library is not None
        page = library.pages("en").page("tips/walk")
        assert page is not None
        return page.title

    def beside(self) -> list[str]:
        return sorted(path.name for path in self.there.parent.iterdir())


def _as_it_is(_info: zipfile.ZipInfo) -> None:
    """Nothing is changed."""


def refused(stick: Stick, **limits: Any) -> str:  # noqa: ANN401 - numbers
    """Why the pack is not taken; nothing was changed by the attempt."""
    before = sorted(stick.there.rglob("*"))
    with pytest.raises(Refused) as error, stick.opens(**limits):
        raise AssertionError("It was opened.")
    assert sorted(stick.there.rglob("*")) == before
    assert stick.beside() == ["clinic"]
    return str(error.value)
