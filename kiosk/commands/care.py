"""`clinic-kiosk doctor`, `report` and `hours`: for whoever looks after the machine, and for support."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE, Commands, add_settings
from kiosk.commands.places import folders_to_show, settings_of, state_of
from kiosk.paths import settings_file
from kiosk.settings.settings import Settings


def add_to(commands: Commands) -> None:
    """Add the commands to the others."""
    doctor = commands.add_parser(
        "doctor",
        help="tell what is wrong with this machine, and what to do",
        description="Look at the screen, touch, voices, printer, disk, clock, fonts, what patients see, Debian "
        "packages and the service, and tell in plain words what is wrong and what to do.",
        epilog="Exit status: 0 nothing is broken, 1 something is.",
    )
    doctor.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default: text)")
    add_settings(doctor)
    doctor.set_defaults(command=_doctor)
    report = commands.add_parser(
        "report",
        help="write a file for whoever supports this kiosk",
        description="Write all that support needs into one ZIP file: versions, settings without secrets, what the "
        "doctor and the check say, editions, hardware, the last lines of the log. Nothing in it is about patients.",
        epilog="Exit status: 0 written, 1 it could not be.",
    )
    report.add_argument("out", type=Path, metavar="OUT.zip", help="the file to write; it must not be there yet")
    add_settings(report)
    report.set_defaults(command=_report)
    hours = commands.add_parser(
        "hours",
        help="tell whether it is open now, and until when",
        description="Tell by the hours of the settings whether the screen is on now, and when that changes. For "
        "scripts too, such as one that updates the machine while nobody is there.",
        epilog="Exit status: 0 open, 1 closed, 2 the settings have mistakes.",
    )
    add_settings(hours)
    hours.set_defaults(command=_hours)


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.health.doctor import examine, lines
    from kiosk.health.finding import Finding, is_sound
    from kiosk.health.machine import machine_here

    settings, problems = _settings(options)
    found = tuple(
        Finding("settings", "fault", problem, "Mend it; until then older settings are used.") for problem in problems
    )
    findings = (*found, *examine(machine_here(settings, state_of(settings))))
    if options.format == "json":
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines(findings)))
    return SOUND if is_sound(findings) else PROBLEMS


def _report(options: argparse.Namespace) -> int:
    from kiosk.commands.new_file import write_new
    from kiosk.device.panel import run_tool
    from kiosk.health.report import service_log

    log = service_log(run_tool)  # by whoever asks: the kiosk itself may not read it

    def write() -> None:
        pack = options.by_the_kiosk(lambda: _report_about(options, log))  # what it keeps may be links to root's own
        with options.out.open("xb") as file:
            file.write(pack)

    return write_new(options.out, write)


def _report_about(options: argparse.Namespace, log: str) -> bytes:
    from kiosk.health.machine import machine_here
    from kiosk.health.report import report

    settings, _ = _settings(options)
    machine, file = machine_here(settings, state_of(settings)), options.settings or settings_file()
    return report(machine, file, log, lambda: _content_problems(settings))


def _hours(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    if settings is None:
        return WRONG_USE
    hours = settings.hours
    now = datetime.now(UTC)
    is_open, change = hours.is_open(now), hours.next_change(now)
    state = "Open" if is_open else "Closed"
    print(f"{state} until {hours.local(change):%Y-%m-%d %H:%M}." if change is not None else f"Always {state.lower()}.")
    return SOUND if is_open else PROBLEMS


def _settings(options: argparse.Namespace) -> tuple[Settings, tuple[str, ...]]:
    """The settings, or defaults, and what is wrong with the file."""
    file = options.settings or settings_file()
    if file is None:
        return Settings(), ()
    from kiosk.settings.file import read_settings

    settings, problems = read_settings(file)
    return settings or Settings(), tuple(str(problem) for problem in problems if problem.severity == "error")


def _content_problems(settings: Settings) -> str:
    """What clinic-kiosk check tells."""
    from kiosk.content.check import check

    problems = check(folders_to_show(None, settings)).problems
    return "".join(f"{problem}\n" for problem in problems) or "No problems.\n"
