"""The settings file: every key explained, every mistake told, and a kiosk that runs all the same."""

import errno
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from kiosk.content import tree
from kiosk.paths import settings_file
from kiosk.settings.file import read_settings
from kiosk.settings.kept import KEPT, settings_to_run
from kiosk.settings.settings import Settings
from kiosk.speech.recordings import Recordings
from tests.closed import closed_home
from tests.content.base import write

EXAMPLE = Path(__file__).parents[1] / "packaging/settings.yaml"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#1B5E8C"/></svg>'


def keys_of(model: Any, above: str = "") -> Iterator[str]:  # noqa: ANN401 - a class of the model
    """Every key of the settings, with those above it."""
    hints = get_type_hints(model)
    for field in fields(model):
        yield above + field.name
        inner = next((part for part in (hints[field.name], *get_args(hints[field.name])) if is_dataclass(part)), None)
        if inner is not None:
            yield from keys_of(inner, f"{above}{field.name}.")


def keys_in(node: tree.Node, above: str = "") -> Iterator[str]:
    """Every key that stands in a file."""
    for key, inner in node.value.items() if isinstance(node.value, dict) else ():
        yield above + key
        yield from keys_in(inner, f"{above}{key}.")


def used(text: str) -> str:
    """The example with every setting in it used."""
    return re.sub(r"^( *)# ( *[a-z_]+:(?: [^ ].*)?)$", r"\1\2", text, flags=re.MULTILINE)


# --- the example --------------------------------------------------------------------------------------------------


def test_the_example_is_sound_and_says_what_holds_anyhow(tmp_path: Path) -> None:
    file = write(tmp_path, "settings.yaml", EXAMPLE.read_text(encoding="utf-8"))
    settings, problems = read_settings(file)
    assert problems == ()
    assert settings == Settings()


def test_the_example_names_every_key() -> None:
    text = used(EXAMPLE.read_text(encoding="utf-8"))
    assert set(keys_of(Settings)) - set(keys_in(tree.parse(text))) == set()


def test_every_setting_of_the_example_can_be_used(tmp_path: Path) -> None:
    write(tmp_path, "logo.svg", LOGO)
    (tmp_path / "content").mkdir()
    text = used(EXAMPLE.read_text(encoding="utf-8")).replace("/var/lib/clinic-kiosk/", "")
    settings, problems = read_settings(write(tmp_path, "settings.yaml", text))
    assert problems == ()
    assert settings is not None
    assert settings.clinic.logo == tmp_path / "logo.svg"
    assert settings.content_dir == tmp_path / "content"
    assert settings.languages == ("en", "es")


# --- mistakes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("clinic:\n  accent: green\n", '2:3: error: "green" is not a colour.'),
        (
            'clinic:\n  accent: "#F28C28"\n',
            (
                "2:3: error: Words in #F28C28 are too pale: 2.2 to 1 on the light ground, 7 is needed. "
                'Write "#774514", the same colour darker.'
            ),
        ),
        ("clinic:\n  logo: none.svg\n", "2:3: error: There is no picture "),
        ("clinic:\n  logo_holds_name: true\n", "2:3: error: There is no logo. Name its picture at logo, or"),
        ("clinic:\n  logo_holds_name: perhaps\n", '2:3: error: "logo_holds_name" is neither true nor false'),
        ("clinic:\n  phone: ask\n", '2:3: error: "ask" is not a telephone number. Write it as it is dialled.'),
        ("clinic:\n  emergency_phone:\n", '2:3: error: "emergency_phone" is empty.'),
        ("clinic:\n  phone_hours: always\n", '2:3: error: "phone_hours" must have keys of its own ("always").'),
        ("clinic:\n  phone_hours:\n    English: 8 to 5\n", '3:5: error: "English" is not a language.'),
        ("clinic:\n  offers:\n    es: ' '\n", '3:5: error: "es" is empty.'),
        ("languages: [en, english!]\n", '1:17: error: "english!" is not a language. Write its code, for example en'),
        ("languages: [en, en]\n", '1:17: error: "en" stands here a second time. Keep one of the two.'),
        ("languages: [en]\nlanguage: es\n", '2:1: error: "es" is not among the languages that are offered. Write one'),
        ("publish: sometimes\n", '1:1: error: "publish" is not one of the words that may stand here'),
        ("screen:\n  px_per_mm: wide\n", '2:3: error: "px_per_mm" is not a number ("wide"). Write digits, for example'),
        ("screen:\n  px_per_mm: 400\n", "2:3: error: 400 pixels for each millimetre are not those of a screen."),
        ("screen:\n  bottom_mm: 9000\n", "2:3: error: 9000 mm above the floor is nothing that people reach."),
        ("key_guard_ms: 9000\n", "1:1: error: 9000 ms between two presses of a key are not what hands need. Write"),
        ("content_dir: settings.yaml\n", "1:1: error: "),
        ("content_dir: nowhere\n", "1:1: warning: There is no folder "),
        ("clinic: {\n", "2:1: error: "),
    ],
)
def test_every_mistake_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    file = write(tmp_path, "settings.yaml", text)
    settings, problems = read_settings(file)
    assert [str(problem).removeprefix(f"{file}:")[: len(told)] for problem in problems] == [told]
    assert (settings is None) is ("error" in told)


def test_a_logo_that_is_no_picture(tmp_path: Path) -> None:
    write(tmp_path, "logo.png", "no picture")
    _, (problem,) = read_settings(write(tmp_path, "settings.yaml", "clinic: {logo: logo.png}\n"))
    assert (problem.line, problem.column, problem.what) == (
        1,
        10,
        "This is no PNG picture, whatever its name says.",
    )


def test_a_logo_with_a_script_in_it(tmp_path: Path) -> None:
    write(tmp_path, "logo.svg", LOGO.replace("<rect", "<script>alert(1)</script><rect"))
    settings, problems = read_settings(write(tmp_path, "settings.yaml", "clinic: {logo: logo.svg}\n"))
    assert settings is None
    assert "The drawing holds a script." in [problem.what for problem in problems]


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    assert [problem.what for problem in read_settings(tmp_path)[1]] == ["The file cannot be opened."]


def test_what_lies_in_a_home_is_told_to_who_may_open_it(tmp_path: Path) -> None:
    """The administrator who checks can open it; the service, to which all homes are closed, could not."""
    file = write(tmp_path, "settings.yaml", "content_dir: /home/desk/pages\n")
    what = "/home/desk/pages lies in somebody's home: the kiosk on the wall cannot open it."
    copy = "Copy it below /var/lib/clinic-kiosk, and write here where it lies then."
    assert f"{file}:1:1: warning: {what} {copy}" in [str(problem) for problem in read_settings(file)[1]]


def test_who_tries_a_kiosk_in_their_own_home_is_told_nothing_of_the_wall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.settings.file._HOMES", (tmp_path,))
    (tmp_path / "pages").mkdir()
    assert read_settings(write(tmp_path, "settings.yaml", "content_dir: pages\n"))[1] == ()


# --- a kiosk runs all the same ------------------------------------------------------------------------------------


@pytest.fixture
def log() -> list[str]:
    return []


def test_the_good_settings_of_another_file_are_not_taken(tmp_path: Path, log: list[str]) -> None:
    """On a desk, somebody tries the settings of another clinic, with a mistake in them."""
    ours = write(tmp_path, "ours.yaml", "clinic: {name: Riverside}\n")
    theirs = write(tmp_path, "theirs.yaml", "clinic: {nmae: Brookside}\n")
    assert settings_to_run(ours, tmp_path / "state", log.append).clinic.name == "Riverside"
    assert settings_to_run(theirs, tmp_path / "state", log.append) == Settings()
    assert log[-1] == f"The kiosk runs with the usual settings until {theirs} is mended."


def test_the_last_good_settings_stay_while_there_is_a_mistake(tmp_path: Path, log: list[str]) -> None:
    file = write(tmp_path, "settings.yaml", "clinic: {name: Riverside}\n")
    state = tmp_path / "state"
    assert settings_to_run(file, state, log.append).clinic.name == "Riverside"
    write(tmp_path, "settings.yaml", "clinic: {nmae: Brookside}\n")
    assert settings_to_run(file, state, log.append).clinic.name == "Riverside"
    assert log == [
        f'{file}:1:10: error: "nmae" is not a key of a settings file. Did you mean "name"?',
        f"The kiosk runs with the last good settings until {file} is mended.",
    ]
    write(tmp_path, "settings.yaml", "clinic: {name: Brookside}\n")
    assert settings_to_run(file, state, log.append).clinic.name == "Brookside"


def test_without_good_settings_ever_it_runs_with_the_usual_ones(tmp_path: Path, log: list[str]) -> None:
    assert settings_to_run(tmp_path / "none.yaml", tmp_path / "state", log.append) == Settings()
    assert log[-1].startswith("The kiosk runs with the usual settings until ")


def test_settings_read_before_are_not_checked_again(
    tmp_path: Path, log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "logo.svg", LOGO)
    (tmp_path / "content").mkdir()
    text = used(EXAMPLE.read_text(encoding="utf-8")).replace("/var/lib/clinic-kiosk/", "")
    file = write(tmp_path, "settings.yaml", text)
    first = settings_to_run(file, tmp_path / "state", log.append)
    monkeypatch.setattr("kiosk.settings.file.read_settings", None)
    assert settings_to_run(file, tmp_path / "state", log.append) == first
    assert log == []


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"source": 1, "settings": []}', '{"source": "", "settings": 3}'])
def test_what_was_kept_may_be_spoilt(tmp_path: Path, log: list[str], kept: str) -> None:
    file = write(tmp_path, "settings.yaml", "clinic: {name: Riverside}\n")
    write(tmp_path / "state", KEPT, kept)
    assert settings_to_run(file, tmp_path / "state", log.append).clinic.name == "Riverside"


def test_a_disk_that_takes_nothing_keeps_no_kiosk_from_running(tmp_path: Path, log: list[str]) -> None:
    file = write(tmp_path, "settings.yaml", "clinic: {name: Riverside}\n")
    write(tmp_path, "state", "a file in its place")
    assert settings_to_run(file, tmp_path / "state", log.append).clinic.name == "Riverside"
    assert [line.partition(":")[0] for line in log] == ["The settings could not be kept"]


def test_a_warning_is_told_at_every_start(tmp_path: Path, log: list[str]) -> None:
    file = write(tmp_path, "settings.yaml", "content_dir: away\n")
    for _ in range(2):
        assert settings_to_run(file, tmp_path / "state", log.append).content_dir == tmp_path / "away"
    assert len(log) == 2


def test_a_logo_and_pages_in_a_closed_home_keep_no_kiosk_from_starting(tmp_path: Path, log: list[str]) -> None:
    """As the service finds them that may open no home: patients still read the clinic's name and telephone number."""
    text = "clinic: {name: Riverside, phone: 555 0100, logo: home/logo.svg}\ncontent_dir: home/content\n"
    # What is imported at the first reading may be closed to others as well.
    settings_to_run(write(tmp_path, "settings.yaml", text), tmp_path / "state", lambda _: None)
    with closed_home() as folder:
        file = write(folder, "settings.yaml", text)
        settings = settings_to_run(file, folder / "state", log.append)
        assert Recordings((settings.content_dir or folder,)).find("Welcome.", "en") is None
    assert (settings.clinic.name, settings.clinic.phone) == ("Riverside", "555 0100")
    told = "cannot be opened by the kiosk. Copy it below /var/lib/clinic-kiosk, and write here where it lies then."
    assert log == [
        f"{file}:1:44: warning: {folder}/home/logo.svg {told}",
        f"{file}:2:1: warning: {folder}/home/content {told}",
    ]


def test_settings_in_a_closed_home_are_told_and_not_waited_for(log: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with closed_home() as folder:
        monkeypatch.setenv("CLINIC_KIOSK_SETTINGS", str(folder / "home/settings.yaml"))
        file = settings_file()
        assert file is not None
        assert settings_to_run(file, folder / "state", log.append) == Settings()
    assert log[0] == f"{file}:1:1: error: The file cannot be opened. Close it in other programs, or copy it anew."


@pytest.mark.parametrize("key", ["clinic: {logo: %s}", "content_dir: %s", "state_dir: %s"])
@pytest.mark.parametrize("path", ["a" * 300, '"a\\0b"', "loop/a", "settings.yaml/a"])
def test_no_path_keeps_the_settings_from_being_read(tmp_path: Path, key: str, path: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    settings, problems = read_settings(write(tmp_path, "settings.yaml", f"{key % path}\n"))
    assert problems or settings is not None


def test_whatever_the_check_stumbles_over_the_last_good_settings_serve(
    tmp_path: Path, log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, "settings.yaml", "clinic: {name: Riverside}\n")
    assert settings_to_run(file, tmp_path / "state", log.append).clinic.name == "Riverside"

    def stumbles(_file: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    write(tmp_path, "settings.yaml", "clinic: {name: Brookside}\n")
    monkeypatch.setattr("kiosk.settings.file.read_settings", stumbles)
    assert settings_to_run(file, tmp_path / "state", log.append).clinic.name == "Riverside"
    assert log == [
        f"{file} cannot be checked: [Errno 5] Input/output error",
        f"The kiosk runs with the last good settings until {file} is mended.",
    ]
