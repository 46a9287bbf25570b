"""Every slip that we know of and every harmful picture, published: patients go on seeing the last good edition."""

import shutil
import struct
import zlib

import pytest

from tests.content.editions.desk import TIP, Desk
from tests.content.editions.test_hard_ground import in_time
from tests.content.test_broken import EXAMPLES

BILLION_LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + ']><svg xmlns="http://www.w3.org/2000/svg"><title>&j;</title></svg>'
).encode()


def png(width: int, height: int) -> bytes:
    """A picture whose head says that it is so large, and which has nothing more."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """A desk where one good edition is on show."""
    desk.tip("Good")
    desk.published()
    return desk


def test_no_slip_reaches_a_patient(open_desk: Desk) -> None:
    good, shown = (open_desk.clinic / "en/tips/walk.yaml").read_bytes(), open_desk.store.pointer()
    for example in EXAMPLES:
        shutil.copytree(example, open_desk.clinic, dirs_exist_ok=True, symlinks=True)
        lines = (example / "expected.txt").read_text(encoding="utf-8").splitlines()
        expected = {line for line in lines if ": error: " in line}
        if expected:
            outcome = open_desk.publish()
            assert outcome.edition is None, example.name
            assert expected <= {str(problem) for problem in outcome.problems}, example.name
            assert open_desk.store.pointer() == shown, example.name
        shutil.rmtree(open_desk.clinic)
        page = open_desk.clinic / "en/tips/walk.yaml"
        page.parent.mkdir(parents=True)
        page.write_bytes(good)
    assert open_desk.left_over() == []
    assert open_desk.title() == "Good"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("photo.png", png(60_000, 60_000), "The picture is 60000 by 60000 points large."),
        ("photo.png", b"no picture", "This is no PNG picture, whatever its name says."),
        ("photo.jpg", png(10, 10), "This is no JPEG picture, whatever its name says."),
        ("photo.exe", b"MZ", "This is no picture that the kiosk can show."),
        ("drawing.svg", svg("<script>alert(1)</script>"), "The drawing holds a script."),
        ("drawing.svg", svg('<rect onclick="alert(1)"/>'), 'The drawing holds a script ("onclick").'),
        ("drawing.svg", svg('<image href="https://example.org/x.png"/>'), "The drawing refers to something else"),
        ("drawing.svg", svg('<rect fill="url(file:///etc/passwd)"/>'), "The drawing refers to something else"),
        ("drawing.svg", svg("<foreignObject/>"), "The drawing holds a web page."),
        ("drawing.svg", svg("<g>" * 5000 + "</g>" * 5000), "The drawing has too many parts."),
        ("drawing.svg", BILLION_LAUGHS, "The drawing begins with a DOCTYPE."),
        ("drawing.svg", b"\x00" * 1000, "The drawing cannot be read from here on."),
    ],
    ids=[
        "bomb", "no picture", "another kind", "program", "script", "handler", "outside", "file of the machine",
        "web page", "depth", "entities", "zeros",
    ],
)  # one short name a line would bury them  # fmt: skip
def test_no_harmful_picture_reaches_a_patient(open_desk: Desk, name: str, data: bytes, told: str) -> None:
    pictures = open_desk.clinic / "pictures"
    pictures.mkdir()
    (pictures / name).write_bytes(data)
    page = TIP.format(title="With a picture").replace("walk.svg", name)
    (open_desk.clinic / "en/tips/walk.yaml").write_text(page, encoding="utf-8")
    problems: list[str] = []
    in_time(lambda: problems.extend(problem.what for problem in open_desk.publish().problems), 1, 100)
    assert any(problem.startswith(told) for problem in problems), problems
    assert open_desk.title() == "Good"
