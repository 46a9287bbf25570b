"""Spoilt inputs of every kind that comes from outside: pages, settings, drawings, packs."""

import random
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kiosk.content.clinic.folder import Refused
from kiosk.content.kinds import KINDS, Kind, kind_of
from kiosk.content.packs.format import PackLimits
from kiosk.content.packs.unpacking import unpack
from kiosk.content.packs.writing import write_pack
from kiosk.content.pictures.check import PICTURE_ENDINGS, look
from kiosk.content.problem import Problem
from kiosk.content.reader import read
from kiosk.paths import content_folder
from kiosk.settings.file import read_settings

SETTINGS: Final = Path(__file__).parents[2] / "packaging/settings.yaml"
SNIPPETS: Final = (
    b"\t", b"\n", b": ", b"- ", b'"', b"'", b"[", b"]", b"{", b"}", b"|", b">", b"#", b"&a", b"*a", b"!!python/x",
    b"---\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r\n", b"[^", b"](", b"**", b"<script>", b"&#0;", b"<!DOCTYPE x [",
    b"null", b"true", b"1e999", b"-1", b"9" * 400, "\u2028".encode(), "\u202e".encode(), b"\xc2\xa0",
    b"../", b"PK\x05\x06",
)  # fmt: skip
"""What readers stumble over."""


_LINE_ENDS: Final = re.compile(b"\n|\r|\xe2\x80\xa8|\xe2\x80\xa9|\xc2\x85")


class Wrong(Exception):  # noqa: N818 - tells the seed's keeper
    """An input was not taken as it must be."""

    def __init__(self, told: str, data: bytes) -> None:
        super().__init__(told)
        self.data = data


@dataclass(frozen=True)
class Good:
    """A good input, and what it is read by; that tells what is wrong, or nothing."""

    kind: str
    data: bytes
    take: Callable[[bytes], None]


def try_spoilt_files(count: int, chance: random.Random) -> Counter[str]:
    """Spoil our own good files; gives how many of each kind were tried."""
    tried: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        goods = _goods(Path(temporary))
        kinds = sorted(goods)
        for _ in range(count):
            good = chance.choice(goods[chance.choice(kinds)])
            _take(good, spoilt(good.data, chance))
            tried[good.kind] += 1
    return tried


def try_bytes_of_all_kinds(count: int, number: int) -> int:
    """Give every kind of page bytes and words made from nothing; gives how many were tried."""
    if count == 0:
        return 0  # hypothesis takes no such number
    tried = 0
    words = st.text().map(str.encode) | st.binary() | st.recursive(
        st.sampled_from(SNIPPETS), lambda inner: st.lists(inner, max_size=8).map(b"".join)
    )  # fmt: skip

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(words, st.sampled_from(KINDS))
    def attempt(data: bytes, kind: Kind) -> None:
        nonlocal tried
        tried += 1
        _take(Good(kind.name, data, lambda spoilt: _read_page(kind, spoilt)), data)

    attempt()
    return tried


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The data with one to four things changed, taken out, put in or moved."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        length = chance.choice((0, 1, 3, 20, 200))
        source = chance.randrange(len(data) + 1)
        other = chance.choice((
            chance.choice(SNIPPETS),
            chance.randbytes(chance.randint(1, 8)),
            data[source : source + chance.choice((1, 10, 400))],
            b"",
            chance.choice(SNIPPETS) * chance.choice((2, 50)),
        ))  # fmt: skip
        data = data[:start] + other + data[start + length :]
    return data


def _take(good: Good, data: bytes) -> None:
    try:
        good.take(data)
    except Wrong:
        raise
    except Exception as error:
        raise Wrong(f"A spoilt {good.kind} raised {type(error).__name__}: {error}.", data) from error


def _goods(folder: Path) -> dict[str, list[Good]]:
    found: dict[str, list[Good]] = {}
    for file in sorted(content_folder().rglob("*")):
        path = PurePosixPath(file.relative_to(content_folder()).as_posix())
        kind = kind_of(path) if path.suffix == ".yaml" else None
        if kind is not None:
            page = Good(kind.name, file.read_bytes(), lambda data, kind=kind: _read_page(kind, data))  # type: ignore[misc]  # a default value binds it in the loop
            found.setdefault(kind.name, []).append(page)
        elif path.suffix in PICTURE_ENDINGS:
            drawing = Good("drawing", file.read_bytes(), lambda data: _look(folder / "drawing.svg", data))
            found.setdefault("drawing", []).append(drawing)
    used = SETTINGS.read_bytes().replace(b"\n  # ", b"\n  ").replace(b"\n# ", b"\n")
    for data in (SETTINGS.read_bytes(), used):
        setting = Good("settings", data, lambda data: _read_settings(folder / "settings.yaml", data))
        found.setdefault("settings", []).append(setting)
    found["pack"] = [Good("pack", _pack(folder), lambda data: _unpack(folder, data))]
    return found


def _read_page(kind: Kind, data: bytes) -> None:
    reading = read("page.yaml", data, kind)
    _must_be_told(reading.value is None, reading.problems, data)


def _look(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    for problem in look("drawing.svg", file):
        _must_be_readable(problem, data)


def _read_settings(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    value, problems = read_settings(file)
    _must_be_told(value is None, problems, data)


def _unpack(folder: Path, data: bytes) -> None:
    pack = folder / "pack.zip"
    pack.write_bytes(data)
    with tempfile.TemporaryDirectory(dir=folder) as target:
        try:
            unpack(pack, Path(target), PackLimits())
        except Refused as refused:
            if len(str(refused)) < len("No."):
                raise Wrong("A pack was refused without a word.", data) from refused
        outside = {path.name for path in folder.iterdir()} - {
            "pack.zip",
            "drawing.svg",
            "settings.yaml",
            Path(target).name,
        }
        if outside:
            raise Wrong(f"A pack wrote outside its folder: {outside}.", data)


def _pack(folder: Path) -> bytes:
    """Two of our pages as a pack, as small as can be spoilt well."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        clinic = Path(temporary) / "clinic"
        (clinic / "en/tips").mkdir(parents=True)
        for file in sorted((content_folder() / "en/tips").glob("*.yaml"))[:2]:
            shutil.copy(file, clinic / "en/tips")
        write_pack(Path(temporary) / "pack.zip", content_folder(), clinic)
        return (Path(temporary) / "pack.zip").read_bytes()


def _must_be_told(is_nothing: bool, problems: tuple[Problem, ...], data: bytes) -> None:  # noqa: FBT001 - what came of it
    """Nothing without an error, and no error without nothing."""
    if is_nothing != any(problem.severity == "error" for problem in problems):
        raise Wrong("There is no value and no word why, or both.", data)
    for problem in problems:
        _must_be_readable(problem, data)


def _must_be_readable(problem: Problem, data: bytes) -> None:
    lines = len(_LINE_ENDS.findall(data)) + 2
    if not (1 <= problem.line <= lines and problem.column >= 1 and problem.what and problem.remedy):
        raise Wrong(f"A problem stands nowhere: {problem}", data)
