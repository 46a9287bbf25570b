"""The review as a whole."""

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.review.review import review_library
from kiosk.content.review.sign_off import list_to_sign
from tests.content.review.library import TIP, TODAY, Desk


def test_what_a_clinic_may_go_on_with_stops_a_release(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "Walk for five minutes.", "Walk for five minutes!")
    (warning,) = clerk.review()
    (error,) = clerk.review(release=True)
    assert ": warning: " in warning
    assert error == warning.replace(": warning: ", ": error: ")


def test_nobody_has_signed_and_a_release_goes_on(clerk: Desk) -> None:
    assert clerk.review(release=True) == []


def test_a_language_that_the_review_does_not_speak_is_only_measured(clerk: Desk) -> None:
    clerk.write("fr/tips/walk.yaml", (clerk.folder / "en/tips/walk.yaml").read_text("utf-8"))
    clerk.replace("fr/tips/walk.yaml", "A slow walk counts.", "Une marche vous cure! Oui. Oui. Oui.")
    told = [line for line in clerk.review() if line.startswith("fr/")]
    assert any("This paragraph has 5 sentences" in line for line in told)
    assert not any("may not stand here" in line for line in told)


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["en", "es", "fr"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_of_a_clerk_break_the_review(clerk: Desk, title: str, text: str, code: str) -> None:
    page = yaml.safe_load(TIP) | {"title": title, "text": text, "try_today": title}
    clerk.write(f"{code}/tips/more.yaml", yaml.safe_dump(page, allow_unicode=True))
    checked = clerk.checked()
    problems = review_library(checked.files, checked.pictures, TODAY)
    assert all(problem.line >= 1 and problem.what and problem.remedy for problem in problems)
    assert list_to_sign(checked.files, TODAY)
