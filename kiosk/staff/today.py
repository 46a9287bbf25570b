"""The tab Today: is all well?"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from kiosk.content.check import Checked
from kiosk.content.problem import has_errors
from kiosk.disk import free_bytes
from kiosk.health.last_faults import last_faults
from kiosk.health.selftest import last_self_test
from kiosk.staff.page import Page, Row
from kiosk.staff.summary import on_show
from kiosk.staff.survey import Survey, survey
from kiosk.staff.this_kiosk import ThisKiosk, moment

SOON: Final = timedelta(days=60)
"""Before a page must be looked at again."""
LATELY: Final = timedelta(days=7)
LITTLE_ROOM: Final = 500_000_000
"""Bytes."""


def today(kiosk: ThisKiosk) -> Page:
    """Edition, problems, reviews, disk, clock, faults, self-test."""
    found = survey(kiosk)
    if not found.is_settled:
        return Page(kiosk.words("looking"), seen=found.mark)
    rows = (_edition(kiosk), *_problems(kiosk, found), _reviews(kiosk, found.checked), *_machine(kiosk))
    return Page(kiosk.words("today"), rows, seen=found.mark)


def _edition(kiosk: ThisKiosk) -> Row:
    words, current = kiosk.words, kiosk.store.current()
    return on_show(kiosk, current) if current else Row(words("edition_none"), words("edition_none_more"))


def _problems(kiosk: ThisKiosk, found: Survey) -> Iterator[Row]:
    words = kiosk.words
    if found.errors:
        more = words("problems_more") if found.stops else words("problems_kept")
        yield Row(words.many("problems", found.errors), more, kind="fault")
    else:
        yield Row(words("problems_none"), kind="good")
    if has_errors(found.mark.settings):
        yield Row(words.many("settings_problems", len(found.mark.settings)), words("settings_kept"), kind="fault")
    elif found.mark.settings:
        yield Row(words.many("settings_problems", len(found.mark.settings)), words("problems_more"), kind="warning")
    if not found.stops and found.waiting is not None and found.waiting.changes:
        yield Row(words("content_new"), words("content_new_more"), kind="warning")


def _reviews(kiosk: ThisKiosk, checked: Checked) -> Row:
    words, due = kiosk.words, checked.due(kiosk.now().date() + SOON)
    if not due:
        return Row(words("reviews_none"), kind="good")
    day, path = due[0]
    return Row(words.many("reviews", len(due)), words("reviews_more", page=path, date=day), kind="warning")


def _machine(kiosk: ThisKiosk) -> Iterator[Row]:
    words, now = kiosk.words, kiosk.now()
    free = free_bytes(kiosk.state)
    is_little = free < LITTLE_ROOM
    yield Row(
        words("disk", free=f"{free / 1e9:.1f}"),
        words("disk_little") if is_little else "",
        kind="warning" if is_little else "good",
    )
    hours, minutes = divmod(max(0, round((now - kiosk.started).total_seconds())) // 60, 60)
    ran = words("hours", hours=hours, minutes=minutes)
    yield Row(words("clock", time=moment(now)), words("running", time=ran))
    yield _faults(kiosk)
    yield from _self_test(kiosk)
    yield Row(words("network"), words("network_more"), kind="good")


def _faults(kiosk: ThisKiosk) -> Row:
    """The last faults of the week, and starts that failed a moment ago."""
    words, now = kiosk.words, kiosk.now()
    faults = [fault for fault in last_faults(kiosk.state) if timedelta(0) <= now - fault.when <= LATELY]
    count = max(len(faults), kiosk.failures())
    if not count:
        return Row(words("faults_none"), kind="good")
    lines = [f"{moment(fault.when.astimezone(now.tzinfo))}: {fault.what}" for fault in faults]
    return Row(words.many("faults", count), "\n".join([*lines, words("faults_more")]), kind="warning")


def _self_test(kiosk: ThisKiosk) -> Iterator[Row]:
    words, test = kiosk.words, last_self_test(kiosk.state)
    if test is None:
        yield Row(words("test_none"))
        return
    when = words("test", time=moment(test.when.astimezone(kiosk.now().tzinfo)))
    amiss = [finding for finding in test.findings if finding.state in ("warning", "fault")]
    if not amiss:
        yield Row(words("test_good"), place=when, kind="good")
    for finding in amiss:
        kind = "fault" if finding.state == "fault" else "warning"
        yield Row(finding.what, finding.remedy, when, "fault" if kind == "fault" else "warning")
