"""`clinic-kiosk schema`: writes the JSON Schema of each kind of file."""

import argparse
import sys
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND, Commands
from kiosk.commands.new_file import is_taken
from kiosk.disk import told


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    schema = commands.add_parser(
        "schema",
        help="write the JSON Schema of each kind of file",
        description="Write one JSON Schema for each kind of content file; editors complete and check with them.",
    )
    schema.add_argument("out", type=Path, metavar="OUT", help="the folder for the schemas")
    schema.set_defaults(command=_schema)


def _schema(options: argparse.Namespace) -> int:
    from kiosk.content.schema import write_schemas  # late: no other command needs pydantic's schemas

    if is_taken(options.out):
        return PROBLEMS
    try:
        paths = write_schemas(options.out)
    except OSError as error:
        print(*told(error), file=sys.stderr)
        return PROBLEMS
    print(f"{len(paths)} schemas in {options.out}")
    return SOUND
