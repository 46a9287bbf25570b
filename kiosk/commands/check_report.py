"""What `clinic-kiosk check` prints and writes."""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kiosk.commands.arguments import SOUND
from kiosk.commands.new_file import write_new
from kiosk.commands.places import today
from kiosk.content.check import Checked, check
from kiosk.content.folders import Folders
from kiosk.content.problem import Problem, has_errors
from kiosk.content.review.review import review_library
from kiosk.content.review.sign_off import awaiting, list_to_sign
from kiosk.content.review.syllables_english import DICTIONARY


def report(folders: Folders, options: argparse.Namespace) -> bool:
    """Check the folders and print what was found as the options ask; gives whether all went well."""
    checked = check(folders)
    # Those of ours that a clinic's pages no longer show are nothing for the clinic to mend.
    pictures = {name: file for name, file in checked.pictures.items() if file.is_relative_to(folders.layers[-1])}
    reviewed = review_library(checked.files, pictures, today(), release=options.release)
    problems = sorted([*checked.problems, *reviewed])
    if options.clinician is not None and not _write_list(options.clinician, list_to_sign(checked.files, today())):
        return False
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in problems], indent=2, ensure_ascii=False))
    else:
        _print(problems, checked)
    if options.release and not _grade_is_measured():
        print(_NOT_MEASURED, file=sys.stderr)
        return False
    return not has_errors(problems)


def _write_list(out: Path, text: str) -> bool:
    """Write the list to be ticked and signed, never over one that somebody may have ticked already."""

    def write() -> None:
        with out.open("x", encoding="utf-8") as opened:
            opened.write(text)

    with redirect_stdout(sys.stderr):  # what was found is printed there alone, and may be for programs
        return write_new(out, write) == SOUND


def _print(problems: Sequence[Problem], checked: Checked) -> None:
    for problem in problems:
        print(problem)
    waiting = awaiting(checked.files)
    lines = [
        _counted(problems),
        f"{len(waiting.clinician)} files await a clinician, {len(waiting.translator)} a translator.",
    ]
    if not _grade_is_measured():
        lines.append("The reading grade of English was not measured.")
    print("\n".join(lines), file=sys.stderr)


_NOT_MEASURED: Final = (
    f"This is no release check: the reading grade of English needs the package {DICTIONARY}. "
    f"Install it beside the kiosk (python -m pip install {DICTIONARY}), then check again."
)


def _grade_is_measured() -> bool:
    return find_spec(DICTIONARY) is not None


def _counted(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Everything is sound." if _grade_is_measured() else "No problem was found."
    sound = "" if errors else " Patients can be shown this."
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}.{sound}"
