"""A clinic's folder over the bundled library, and languages over each other."""

from pathlib import Path

import pytest

from kiosk.content.check import Checked, check, is_sound
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import texts_of
from kiosk.content.review.translations import review_translations
from tests.content.base import over, write

TIP = """\
title: {title}
kind: move
text: A slow walk counts.
try_today: Walk for five minutes.
picture: {{file: {picture}, decoration: true}}
review: {{version: 1, written: 2026-11-21, due: 2027-11-21}}
"""
REST = TIP.format(title="Have a rest", picture="walk.svg")


def sound(checked: Checked) -> Library:
    assert checked.library is not None
    assert checked.problems == ()
    return checked.library


def titles(library: Library, code: str = "en") -> list[str]:
    return [card.title for card in library.pages(code).cards("tip")]


def test_the_base_is_sound(base: Path) -> None:
    checked = check(Folders((base,)))
    assert is_sound(checked)
    assert titles(sound(checked)) == ["Take a short walk"]


# --- the clinic's folder ------------------------------------------------------------------------------------------


def test_a_clinic_replaces_a_page(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/tips/walk.yaml", TIP.format(title="Walk in our garden", picture="walk.svg"))
    assert titles(sound(check(over(base, tmp_path)))) == ["Walk in our garden"]


def test_the_other_ending_replaces_as_well(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/tips/walk.yml", TIP.format(title="Walk in our garden", picture="walk.svg"))
    assert titles(sound(check(over(base, tmp_path)))) == ["Walk in our garden"]


def test_a_clinic_adds_a_page(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/tips/rest.yaml", REST)
    assert titles(sound(check(over(base, tmp_path)))) == ["Have a rest", "Take a short walk"]


@pytest.mark.parametrize("name", ["ours", "zebra"])
def test_a_clinics_source_with_the_id_of_ours_changes_no_source_of_ours(base: Path, tmp_path: Path, name: str) -> None:
    """The clerk took S1 for an example; whichever file is read first, pages go on naming the study that they mean."""
    entry = "{id: %s, body: Our clinic, title: Our own, year: 2025, seen: At our desk, mark: secondary}"
    write(tmp_path, f"sources/{name}.yaml", f"sources:\n  - {entry % 'S1'}\n  - {entry % 'our-1'}\n")
    checked = check(over(base, tmp_path))
    assert not is_sound(checked)
    assert checked.library is not None
    assert checked.library.sources["S1"].title == "A study of walking"
    assert checked.library.sources["our-1"].title == "Our own"


def test_a_year_of_eleven_months_is_told_and_shown_to_nobody(base: Path, tmp_path: Path) -> None:
    words = (base / "en/words.yaml").read_text(encoding="utf-8")
    write(tmp_path, "en/words.yaml", words.replace("  - months\n", "", 1))
    checked = check(over(base, tmp_path))
    assert [(told.path, told.what) for told in checked.problems] == [("en/words.yaml", "There are 11 months here.")]
    assert checked.library is not None
    assert len(checked.library.pages("en").own.words.page.months) == 12


def test_usual_care_can_be_hidden_with_all_that_is_compared_with_it(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/therapies/usual.yaml", "hidden: true\n")
    assert not is_sound(check(over(base, tmp_path)))
    write(tmp_path, "en/comparisons/both.yaml", "hidden: true\n")
    assert sound(check(over(base, tmp_path))).pages("en").page("therapies/usual") is None


def test_a_clinic_hides_a_page(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/tips/walk.yaml", "hidden: true\n")
    assert titles(sound(check(over(base, tmp_path)))) == []


def test_a_hidden_treatment_is_no_problem_of_the_comparison_that_names_it(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/therapies/needle.yaml", "hidden: true\n")
    library = sound(check(over(base, tmp_path)))
    assert library.pages("en").page("therapies/needle") is None
    assert library.pages("en").page("comparisons/both") is not None


def test_a_clinic_replaces_a_picture(base: Path, tmp_path: Path) -> None:
    own = write(tmp_path, "pictures/walk.svg", "<svg/>")
    assert sound(check(over(base, tmp_path))).pictures["walk.svg"] == own


def test_a_clinic_adds_a_picture_in_a_folder_of_its_own(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "pictures/ours/garden.svg", "<svg/>")
    write(tmp_path, "en/tips/walk.yaml", TIP.format(title="Walk", picture="ours/garden.svg"))
    assert "ours/garden.svg" in sound(check(over(base, tmp_path))).pictures


def test_pictures_that_differ_in_their_ending_are_two(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "pictures/walk.png", "").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1IEND")
    assert {"walk.png", "walk.svg"} <= set(sound(check(over(base, tmp_path))).pictures)


def test_files_that_editors_leave_behind_are_not_pages(base: Path, tmp_path: Path) -> None:
    for name in (
        "walk.yaml~",
        ".walk.yaml.swp",
        "#walk.yaml#",
        "walk.yaml.bak",
        "~$walk.yaml",
        "READ ME.txt",
        ".git/config",
    ):
        write(tmp_path, f"en/tips/{name}", "title: [")
    assert titles(sound(check(over(base, tmp_path)))) == ["Take a short walk"]


def test_an_empty_folder_of_the_clinic_changes_nothing(base: Path, tmp_path: Path) -> None:
    assert titles(sound(check(over(base, tmp_path)))) == ["Take a short walk"]


def test_a_folder_of_the_clinic_that_is_not_there_changes_nothing(base: Path, tmp_path: Path) -> None:
    assert titles(sound(check(over(base, tmp_path / "not" / "there")))) == ["Take a short walk"]


def test_a_link_out_of_the_folder_is_not_followed(base: Path, tmp_path: Path) -> None:
    secret = write(tmp_path, "outside/secret.yaml", REST)
    inside = tmp_path / "inside" / "en" / "tips"
    inside.mkdir(parents=True)
    (inside / "rest.yaml").symlink_to(secret)
    (problem,) = check(over(base, tmp_path / "inside")).problems
    assert str(problem) == (
        "en/tips/rest.yaml:1:1: error: This is a link to a file outside the content folder. Copy the file itself here."
    )


def test_a_link_within_the_folder_is_a_page(base: Path, tmp_path: Path) -> None:
    page = write(tmp_path, "en/tips/rest.yaml", REST)
    (page.parent / "again.yaml").symlink_to(page)
    assert len(titles(sound(check(over(base, tmp_path))))) == 3


def test_a_link_to_a_folder_is_told(base: Path, tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / "clinic" / "en").symlink_to(base / "en")
    (problem,) = check(over(base, tmp_path / "clinic")).problems
    assert str(problem) == (
        "en:1:1: warning: This is a link to a folder, which is not followed. Copy the folder itself here."
    )


def test_a_link_to_nothing_is_told(base: Path, tmp_path: Path) -> None:
    page = write(tmp_path, "en/tips/rest.yaml", REST)
    (page.parent / "gone.yaml").symlink_to(page.parent / "no-such-file.yaml")
    (problem,) = check(over(base, tmp_path)).problems
    assert problem.what == "This is not a file that can be read."


def test_a_hidden_page_is_no_card_no_place_and_no_slide_with_a_problem(base: Path, tmp_path: Path) -> None:
    for page in ("en/tips/walk.yaml", "en/topics/scans.yaml", "en/comparisons/both.yaml"):
        write(tmp_path, page, "hidden: true\n")
    pages = sound(check(over(base, tmp_path))).pages("en")
    assert {card.kind for card in pages.all_cards()} == {"treatment"}
    assert [pages.page(slide.opens) for slide in pages.own.home.slides if slide.opens != "home"] == [None] * len(
        [slide for slide in pages.own.home.slides if slide.opens != "home"]
    )


# --- another language ---------------------------------------------------------------------------------------------


def in_two_languages(base: Path, folder: Path) -> Library:
    """The base, and Spanish with one page of its own."""
    for file in sorted((base / "en").glob("*.yaml")):
        write(folder, f"es/{file.name}", file.read_text(encoding="utf-8"))
    write(folder, "es/language.yaml", "name: Español\norder: 200\n")
    write(
        folder,
        "es/therapies/usual.yaml",
        (base / "en/therapies/usual.yaml").read_text().replace("Usual care", "Lo usual"),
    )
    return sound(check(over(base, folder)))


def test_languages_stand_in_their_own_order_by_their_own_names(base: Path, tmp_path: Path) -> None:
    library = in_two_languages(base, tmp_path)
    assert library.names() == (("en", "English"), ("es", "Español"))
    assert library.first == "en"


def test_the_same_path_is_the_same_page(base: Path, tmp_path: Path) -> None:
    pages = in_two_languages(base, tmp_path).pages("es")
    usual = pages.page("therapies/usual")
    assert usual is not None
    assert usual.title == "Lo usual"
    assert pages.is_own("therapies/usual")


def test_a_page_without_translation_falls_back(base: Path, tmp_path: Path) -> None:
    pages = in_two_languages(base, tmp_path).pages("es")
    walk = pages.page("tips/walk")
    assert walk is not None
    assert walk.title == "Take a short walk"
    assert not pages.is_own("tips/walk")
    assert [card.title for card in pages.cards("treatment")] == ["A treatment with a needle", "Lo usual"]


def test_a_translation_is_listed_once(base: Path, tmp_path: Path) -> None:
    pages = in_two_languages(base, tmp_path).pages("es")
    ids = [card.id for card in pages.all_cards()]
    assert len(ids) == len(set(ids))


def test_what_is_hidden_in_the_first_language_is_hidden_in_all(own_base: Path, tmp_path: Path) -> None:
    in_two_languages(own_base, own_base)
    clinic = tmp_path / "clinic"
    translated = (own_base / "en/tips/walk.yaml").read_text() + "translation: {of: 0123456789ab}\n"
    write(own_base, "es/tips/walk.yaml", translated.replace("Take a short walk", "Dé un paseo corto"))
    clinic.mkdir()
    assert titles(sound(check(over(own_base, clinic))), "es") == ["Dé un paseo corto"]
    write(clinic, "en/tips/walk.yaml", "hidden: true\n")
    checked = check(over(own_base, clinic))
    assert titles(sound(checked), "es") == []
    assert not [told for told in review_translations(texts_of(checked.files), Limits()) if "walk" in told.path]


def test_a_language_stays_whole_where_the_first_hides_its_buttons(own_base: Path, tmp_path: Path) -> None:
    """A slip of a clerk: the language without words is left out, the other one is shown."""
    in_two_languages(own_base, own_base)
    words = own_base / "es/words.yaml"
    write(own_base, "es/words.yaml", words.read_text(encoding="utf-8") + "translation: {of: 0123456789ab}\n")
    write(tmp_path / "clinic", "en/words.yaml", "hidden: true\n")
    library = check(over(own_base, tmp_path / "clinic")).library
    assert library is not None
    assert list(library.languages) == ["es"]


def test_a_page_of_the_clinic_own_stays_where_another_language_hides_ours(own_base: Path, tmp_path: Path) -> None:
    in_two_languages(own_base, own_base)
    clinic = tmp_path / "clinic"
    write(clinic, "en/tips/walk.yaml", "hidden: true\n")
    write(clinic, "es/tips/walk.yaml", TIP.format(title="Pasee por el jardín", picture="walk.svg"))
    library = sound(check(over(own_base, clinic)))
    assert titles(library, "en") == []
    assert titles(library, "es") == ["Pasee por el jardín"]


def test_a_page_hidden_in_another_language_is_read_in_the_first(own_base: Path, tmp_path: Path) -> None:
    in_two_languages(own_base, own_base)
    clinic = tmp_path / "clinic"
    write(clinic, "es/therapies/usual.yaml", "hidden: true\n")
    assert not sound(check(over(own_base, clinic))).pages("es").is_own("therapies/usual")


def test_nobody_is_asked_to_take_out_a_page_of_ours(own_base: Path, tmp_path: Path) -> None:
    """A clinic puts another language first, which has not all of our pages yet."""
    in_two_languages(own_base, own_base)
    clinic = tmp_path / "clinic"
    write(clinic, "es/language.yaml", "name: Español\norder: 1\n")
    checked = check(over(own_base, clinic))
    told = [problem.what for problem in review_translations(texts_of(checked.files), Limits())]
    assert "The language es has no such page." not in told


def test_an_unknown_language_reads_the_first(base: Path, tmp_path: Path) -> None:
    assert in_two_languages(base, tmp_path).pages("xx").own.code == "en"


def test_a_language_without_its_files_is_left_out(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "es/tips/walk.yaml", REST)
    checked = check(over(base, tmp_path))
    assert checked.library is not None
    assert list(checked.library.languages) == ["en"]
    assert len(checked.problems) == 6


# --- what lies below stands in ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["words", "home", "spine", "language", "questions", "warning-signs", "tips/walk"])
def test_a_mistake_in_the_clinics_folder_takes_nothing_away(base: Path, tmp_path: Path, name: str) -> None:
    write(tmp_path / "clinic", f"en/{name}.yaml", "title: [")
    checked = check(over(base, tmp_path / "clinic"))
    sound = check(Folders((base,))).library
    assert [problem.path for problem in checked.problems] == [f"en/{name}.yaml"]
    assert checked.library is not None
    assert sound is not None
    assert checked.library.languages == sound.languages


def test_a_page_that_names_what_is_not_there_is_stood_in_for(base: Path, tmp_path: Path) -> None:
    page = (base / "en/tips/walk.yaml").read_text(encoding="utf-8").replace("walk.svg", "no-such.svg")
    write(tmp_path / "clinic", "en/tips/walk.yaml", page.replace("Take a short walk", "Ours"))
    library = check(over(base, tmp_path / "clinic")).library
    assert library is not None
    assert library.languages["en"].pages["tips/walk"].title == "Take a short walk"
