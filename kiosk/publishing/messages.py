"""What the kiosk and the process that publishes say to each other: one line each way."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.folders import Folders
from kiosk.content.problem import Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published."""

    folders: Folders
    state: Path
    page_by_page: bool

    def to_json(self) -> str:
        """As one line."""
        layers = [str(layer) for layer in self.folders.layers]
        return json.dumps({"layers": layers, "state": str(self.state), "page_by_page": self.page_by_page})


def to_order(line: str) -> Order:
    """The order in a line."""
    told = json.loads(line)
    return Order(Folders(tuple(map(Path, told["layers"]))), Path(told["state"]), told["page_by_page"])


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it."""

    edition: int | None
    """The number of the new edition, or None if nothing was published."""
    problems: tuple[Problem, ...]

    def to_json(self) -> str:
        """As one line."""
        return json.dumps({"edition": self.edition, "problems": [problem.as_dict() for problem in self.problems]})


def to_report(line: str) -> Report:
    """The report in a line.

    Raises ValueError when there is none.
    """
    try:
        told = json.loads(line)
        return Report(told["edition"], tuple(Problem(**problem) for problem in told["problems"]))
    except (KeyError, TypeError) as error:
        raise ValueError("This is no report.") from error
