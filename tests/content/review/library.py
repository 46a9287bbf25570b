"""A small sound library that each story spoils in one place."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from kiosk.content.check import Checked, check
from kiosk.content.folders import Folders
from kiosk.content.model.treatment import Answers, Chapters
from kiosk.content.review.review import review_library

TODAY = date(2026, 11, 21)

TIP = """\
title: Take a short walk
kind: move
text: |
  A slow walk counts. Walk where the ground is even.

  People with a walking plan had less pain.[^T4]
try_today: Walk for five minutes.
picture:
  file: walk.svg
  shows: A person walks in the sun.
review:
  version: 1
  written: 2026-11-21
  due: 2027-11-21
"""

CONSEJO = """\
title: Dé un paseo corto
kind: move
text: |
  Un paseo lento cuenta. Camine por suelo plano.

  Las personas con un plan para caminar tuvieron menos dolor.[^T4]
try_today: Camine cinco minutos.
picture:
  file: walk.svg
  shows: Una persona camina al sol.
review:
  version: 1
  written: 2026-11-21
  due: 2027-11-21
translation:
  of: {fingerprint}
"""

SOURCES = """\
sources:
  - id: T4
    body: Pocovi and others
    title: A walking plan
    year: 2024
    seen: The Lancet
    mark: verified
"""

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 400"><circle cx="240" cy="200" r="90"/></svg>'

_STEP = """\
    - title: A step
      text: You talk with your clinician first.
"""
_ANSWER = """\
  {name}:
    short: Ask your clinician.
    why: You talk about it first.
"""


_LOOK_BACK = """\
  - question: What can you say?
    answer: talk with your clinician
    other: Nothing
    chapter: risks
"""


def treatment() -> str:
    """A sound treatment, as short as one can be."""
    chapters = "".join(f"  {field.name}:\n{_STEP}" for field in fields(Chapters))
    answers = "".join(_ANSWER.format(name=field.name) for field in fields(Answers))
    answers = answers.replace("  how_sure:\n", "  how_sure:\n    level: low\n")
    return f"""\
title: Some treatment
name: Some
short: Given with a needle
group: regenerative
icon: droplet
picture:
  file: walk.svg
  decoration: true
certainty:
  level: low
  line: Early proof
  why: The studies are small.[^T4]
status:
  level: off-label
  line: The label does not name this use.
key_points:
  - You can say no.
gains:
  - You may feel less pain for a while.[^T4]
harms:
  - You may bleed or feel sore.[^T4]
unknowns:
  - We do not know how long it lasts.
cost: Ask what you would pay.
other_choices: You can wait.
chapters:
{chapters}answers:
{answers}ask:
  - What if I wait?
review:
  version: 1
  written: 2026-11-21
  due: 2027-11-21
  rules_due: 2027-05-21
look_back:
{_LOOK_BACK * 3}"""


@dataclass(frozen=True)
class Desk:
    """A folder that a clerk writes into."""

    folder: Path

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self, path: str, change: Callable[[str], str]) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        changed = change(text)
        assert changed != text
        self.write(path, changed)

    def replace(self, path: str, old: str, new: str) -> None:
        self.change(path, lambda text: text.replace(old, new, 1))

    def checked(self) -> Checked:
        return check(Folders((self.folder,)))

    def refused(self) -> list[str]:
        """What the check has against the pictures."""
        return [str(problem) for problem in self.checked().problems if problem.path.startswith("pictures/")]

    def review(self, today: date = TODAY, *, release: bool = False) -> list[str]:
        checked = self.checked()
        unread = [str(problem) for problem in checked.problems if "is missing" not in problem.what]
        assert unread == [], "the story must leave files that can be read"
        return [str(found) for found in review_library(checked.files, checked.pictures, today, release=release)]


def desk(folder: Path) -> Desk:
    """A desk with one tip, its source and its picture."""
    made = Desk(folder)
    made.write("en/tips/walk.yaml", TIP)
    made.write("sources/studies.yaml", SOURCES)
    made.write("pictures/walk.svg", PICTURE)
    return made
