"""Switching the language in place, and adding one (A11Y-77 to A11Y-82)."""

from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtGui import QPointingDevice, QRawFont

from kiosk.content import markdown
from kiosk.content.alphabet import capitalised
from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.paths import assets_folder
from kiosk.session import routes
from kiosk.session.routes import Attract, Home
from tests.conftest import SETTINGS
from tests.content.base import make_base, write
from tests.languages import with_languages
from tests.ui.stops import SCREENS
from tests.visitor import LANDSCAPE, Visitor


@pytest.mark.a11y("A11Y-78")
@pytest.mark.parametrize("name", [name for name in SCREENS if name != "apology"])
def test_the_language_changes_in_place(visitor: Visitor, name: str) -> None:
    visitor.stands_at(*SCREENS[name])
    before = visitor.visit.routes
    visitor.touch("Español")
    assert visitor.visit.reader.language == "es"
    assert visitor.visit.routes == before or isinstance(before[0], Attract)
    assert visitor.offers("Terminar")
    visitor.touch("English")
    assert visitor.visit.routes == before
    assert visitor.offers("Finish")


@pytest.mark.a11y("A11Y-78")
def test_an_explained_word_is_explained_in_the_other_language(visitor: Visitor) -> None:
    visitor.stands_at(Home(), routes.Explain(("bulging disc",)))
    visitor.touch("Español")
    (english,) = [term for term in visitor.app.scene().pages.fallback.terms if term.term == "bulging disc"]
    place = visitor.app.scene().pages.fallback.terms.index(english)
    spanish = visitor.app.scene().pages.own.terms[place]
    assert visitor.sees(capitalised(spanish.term))
    assert visitor.sees(capitalised(markdown.plain(spanish.meaning)))
    visitor.touch("English")
    assert visitor.sees("Bulging disc")


@pytest.mark.a11y("A11Y-79")
def test_a_new_folder_is_a_new_language_under_its_own_name(
    tmp_path: Path, glass: QPointingDevice, one_factory: None
) -> None:
    base = make_base(tmp_path / "library")
    for code, name in (("de", "Deutsch"), ("vi", "Tiếng Việt")):
        copytree(base / "en", base / code)
        write(base, f"{code}/language.yaml", f"name: {name}\n")
    library = check(Folders((base,))).library
    assert library is not None
    visitor = Visitor(library, SETTINGS, glass, LANDSCAPE)
    visitor.stands_at(Home())
    visitor.touch("language")  # the label, which is its own name in the small library
    assert visitor.place() == routes.Languages()
    visitor.touch("Tiếng Việt")
    assert visitor.visit.reader.language == "vi"
    visitor.leaves()


@pytest.mark.a11y("A11Y-82")
@pytest.mark.parametrize("weight", ["Regular", "SemiBold", "ExtraBold"])
def test_names_of_languages_have_their_letters(library: Library, weight: str) -> None:
    font = QRawFont(str(assets_folder() / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"), 20)
    names = "".join(name for _, name in with_languages(library).names())
    assert [one for one in names if one.isalpha() and not font.supportsCharacter(ord(one))] == []
