"""The command line of the clinic's folder and of the staff: what is said, and the exit status."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.content.editions.edition import BY_ITSELF

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: Path) -> Run:
    """Runs a command on a machine of its own with a small library; gives status, output and errors."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for module in ("content", "places"):
        monkeypatch.setattr(f"kiosk.commands.{module}.content_folder", lambda: base)

    def command(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def clinic(run: Run, tmp_path: Path) -> Path:
    """A clinic's folder with a copy of one page."""
    folder = tmp_path / "clinic"
    run("content", "start", folder)
    run("content", "copy", "en/tips/walk.yaml", "--content", folder)
    return folder


def change(clinic: Path, new: str) -> None:
    page = clinic / "en/tips/walk.yaml"
    page.write_text(page.read_text().replace("Walk for five minutes.", new))


def test_a_day_of_a_receptionist(run: Run, clinic: Path) -> None:
    assert run("staff", "publish", "--content", clinic, "--by", "Ana")[0] == 0
    change(clinic, "Walk for ten minutes.")
    status, out, _ = run("staff", "status", "--content", clinic)
    assert (status, out.split("\n")[1]) == (0, "Not published: 1 page or picture. Publish it to show it.")
    assert run("staff", "publish", "--content", clinic) == (0, "Edition 2 published: 1 changed, 1 sentence.\n", "")
    assert run("staff", "publish", "--content", clinic)[1] == "Edition 2 says the same already. Nothing to publish.\n"
    status, out, _ = run("staff", "rollback", "1", "--content", clinic)
    assert (status, out.split(" of ")[0]) == (0, "Patients see edition 1")
    _, out, _ = run("staff", "status", "--content", clinic)
    assert "Patients see edition 1 of " in out
    assert "Somebody has stepped back from it; publish it to show it again." in out
    assert "     2  2" in out


def test_mistakes_are_told_and_nothing_is_published(run: Run, clinic: Path) -> None:
    change(clinic, "[")
    status, out, err = run("staff", "publish", "--content", clinic)
    assert (status, out) == (1, "")
    assert err.startswith("en/tips/walk.yaml:7:")
    assert err.endswith("Nothing was published. Patients see what they saw before.\n")
    status, out, _ = run("staff", "status", "--content", clinic)
    assert (status, "Nothing is published until they are mended." in out, "removed" in out) == (1, True, False)


def test_what_the_kiosk_published_by_itself_reads_well(run: Run, clinic: Path) -> None:
    run("staff", "publish", "--content", clinic, "--by", BY_ITSELF)
    assert ", published by the kiosk itself.\n" in run("staff", "status", "--content", clinic)[1]


def test_what_was_published_at_the_command_line_reads_well(run: Run, clinic: Path) -> None:
    run("staff", "publish", "--content", clinic)
    assert ", published at the command line.\n" in run("staff", "status", "--content", clinic)[1]


def test_a_clinic_that_hides_a_page_is_not_asked_to_clear_up_among_ours(run: Run, tmp_path: Path) -> None:
    """The page was the only one that named one of our sources."""
    clinic = tmp_path / "clinic"
    run("content", "start", clinic)
    (clinic / "en/tips/calcium.yaml").write_text("hidden: true\n", encoding="utf-8")
    status, out, _ = run("check", "--clinic", clinic)
    assert (status, out) == (0, "")


def test_an_edition_that_is_not_there(run: Run) -> None:
    assert run("staff", "rollback", "7") == (1, "", "There is no edition 7. Choose one of: none.\n")
    assert run("staff", "rollback", "x")[0] == 2


def test_a_pack_is_shown_before_it_is_taken(
    run: Run, clinic: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(clinic, "Walk for ten minutes.")
    other = tmp_path / "other"
    other.mkdir()
    assert run("content", "pack", tmp_path / "out.zip", "--content", clinic)[:2] == (
        0,
        f"1 file in {tmp_path}/out.zip\n",
    )
    monkeypatch.setattr("builtins.input", lambda _: "no")
    status, out, _ = run("content", "open", tmp_path / "out.zip", "--content", other)
    assert (status, out.split("\n")) == (
        1,
        [
            "changed: en/tips/walk.yaml (Take a short walk)",
            "  - Walk for five minutes.",
            "  + Walk for ten minutes.",
            "Nothing was changed.",
            "",
        ],
    )
    assert list(other.iterdir()) == []
    assert run("content", "open", tmp_path / "out.zip", "--content", other, "--yes")[0] == 0
    assert (other / "en/tips/walk.yaml").is_file()
    assert run("content", "open", tmp_path / "out.zip", "--content", other)[1] == "The pack changes nothing.\n"


def test_a_reader_that_has_gone_is_not_taken_for_a_full_disk(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with `clinic-kiosk content start clinic | head -n 0`."""

    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())
    assert run("content", "start", tmp_path / "clinic") == (0, "", "")
    assert (tmp_path / "clinic/README.txt").is_file()


def test_what_cannot_be_done_is_told_in_one_line(run: Run, clinic: Path, tmp_path: Path) -> None:
    assert run("content", "start", clinic) == (
        1,
        "",
        f"There is something in {clinic} already. Name a new folder, or an empty one.\n",
    )
    assert run("content", "copy", "en/tips/walk.yaml") == (
        2,
        "",
        "There is no clinic's folder yet. Name it with --content DIR, or make one: clinic-kiosk content start DIR\n",
    )
    assert run("content", "new", "tipp", "x", "--content", clinic)[0] == 2
    assert run("content", "open", tmp_path / "none.zip", "--content", clinic)[0] == 2
    (tmp_path / "file").write_text("")
    status, _, err = run("content", "start", tmp_path / "file" / "x")
    assert (status, err.startswith(str(tmp_path / "file"))) == (1, True)


@pytest.mark.parametrize("words", [["content"], ["staff"]])
def test_each_explains_itself(run: Run, words: list[str]) -> None:
    status, out, _ = run(*words)
    assert (status, out.startswith("usage: clinic-kiosk")) == (2, True)


def test_a_pin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n2580\n"))
    assert run("staff", "set-pin", "Ana") == (
        1,
        "",
        "This PIN is easy to guess. Choose digits that do not repeat or count up.\n",
    )
    assert run("staff", "set-pin", "Ana") == (0, "The PIN of Ana is set.\n", "")
    assert run("staff", "set-pin", "--remove", "Bo") == (2, "", "Bo has no PIN. There are: Ana.\n")
    assert run("staff", "set-pin", "--remove", "Ana")[1] == "The PIN of Ana is taken away.\n"


def test_counts(run: Run, tmp_path: Path) -> None:
    assert run("staff", "counts") == (0, "day,page,opened\n", "")
    assert run("staff", "counts", "--out", tmp_path / "use.csv")[0] == 0
    assert run("staff", "counts", "--out", tmp_path / "use.csv") == (
        1,
        "",
        f"There is {tmp_path}/use.csv already. Choose another name.\n",
    )


def test_the_settings_say_where(run: Run, clinic: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text(f"content_dir: {clinic}\nstate_dir: {tmp_path}/elsewhere\npublish: page-by-page\n")
    (clinic / "en/tips/new.yaml").write_text("title: [")
    status, out, err = run("staff", "publish", "--settings", settings)
    assert (status, out.split(":")[0]) == (0, "Edition 1 published")
    assert err.startswith("en/tips/new.yaml")
    assert (tmp_path / "elsewhere/editions/000001/files/en/tips/walk.yaml").is_file()
    status, out, _ = run("staff", "status", "--settings", settings)
    assert (status, "Nothing is published" in out, "Not published" in out) == (1, False, False)
    assert "Mistakes: 1. These files stay as patients see them until they are mended." in out
    settings.write_text("publish: sometimes\n")
    assert run("staff", "publish", "--settings", settings)[0] == 1


def test_a_copy_of_a_page_that_was_revised_since_is_told(run: Run, clinic: Path, tmp_path: Path, base: Path) -> None:
    page = clinic / "en/tips/walk.yaml"
    marked = [line for line in page.read_text().splitlines() if line.startswith("# copy-of: ")]
    known = marked[0].split()[2]
    page.write_text(page.read_text().replace(known, "0123456789ab"))
    status, out, _ = run("staff", "status", "--content", clinic)
    assert status == 0
    (told,) = [line for line in out.splitlines() if "Your copy of" in line]
    assert told.startswith("en/tips/walk.yaml:3:1: warning: Your copy of Take a short walk is from ")
    assert f'Compare the two, then write here "# copy-of: {known} ' in told
    assert "Warnings:" not in out
    _, _, err = run("staff", "publish", "--content", clinic)
    assert "Your copy of Take a short walk" in err


def test_a_page_that_was_changed_stays_and_ours_is_put_beside_it(run: Run, clinic: Path) -> None:
    change(clinic, "Walk for ten minutes.")
    beside = clinic / "en/tips/walk.yaml.orig"
    told = f"You have this page already, and yours stays. Ours lies beside it, to be compared: {beside}\n"
    assert run("content", "copy", "en/tips/walk.yaml", "--content", clinic) == (0, told, "")
    assert "Walk for five minutes." in beside.read_text()
    assert "Walk for ten minutes." in (clinic / "en/tips/walk.yaml").read_text()
    assert run("staff", "publish", "--content", clinic)[0] == 0
    _, out, _ = run("staff", "status", "--content", clinic)
    assert "Mistakes" not in out


def test_a_page_is_found_by_its_name_alone(run: Run, clinic: Path) -> None:
    status, _, err = run("content", "copy", "Walk", "--content", clinic)
    assert (status, err) == (2, "There is no bundled page Walk. Did you mean en/tips/walk.yaml?\n")
