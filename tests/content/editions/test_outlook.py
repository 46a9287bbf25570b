"""Before staff publish they see what is wrong, what waits, and what stays as it was."""

from kiosk.content.editions.outlook import Outlook, outlook
from tests.content.base import write
from tests.content.editions.desk import TIP, Desk

BROKEN = "title: Walk\n"


def looked_at(desk: Desk, *, page_by_page: bool = False) -> Outlook:
    return outlook(desk.store, desk.folders, page_by_page=page_by_page)


def waits(found: Outlook) -> list[str]:
    return [change.path for change in found.waiting.changes] if found.waiting else []


def test_nothing_waits_after_everything_was_published(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    assert waits(looked_at(desk)) == ["en/tips/walk.yaml"]
    desk.publish()
    found = looked_at(desk)
    assert (found.waiting, found.kept, found.stops, found.checked.problems) == (None, (), False, ())


def test_a_mistake_stops_everything_or_its_own_page_alone(desk: Desk) -> None:
    desk.publish()
    desk.tip("Walk in our garden")
    write(desk.clinic, "en/tips/rest.yaml", BROKEN)
    assert looked_at(desk).stops
    found = looked_at(desk, page_by_page=True)
    assert not found.stops
    assert waits(found) == ["en/tips/walk.yaml"]
    assert {problem.path for problem in found.checked.problems} == {"en/tips/rest.yaml"}


def test_a_page_that_names_a_picture_with_a_mistake_stays_as_it_was(desk: Desk) -> None:
    desk.publish()
    write(desk.clinic, "pictures/garden.svg", "no drawing")
    write(desk.clinic, "en/tips/walk.yaml", TIP.format(title="Walk").replace("walk.svg", "garden.svg"))
    found = looked_at(desk, page_by_page=True)
    assert (found.stops, waits(found), found.kept) == (False, [], ("en/tips/walk.yaml",))


def test_a_folder_that_is_away_is_told_and_nothing_is_taken_for_deleted(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    desk.publish()
    (desk.clinic / "en/tips/walk.yaml").unlink()
    for folder in ("en/tips", "en", ""):
        (desk.clinic / folder).rmdir()
    found = looked_at(desk, page_by_page=True)
    assert [problem.what for problem in found.checked.problems] == [
        "The clinic's folder cannot be opened. Patients keep what they see now."
    ]
    assert found.stops
    assert waits(found) == []
