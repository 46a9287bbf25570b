"""What the kiosk and the process that publishes say to each other: one line each way."""

import json
from pathlib import Path

from kiosk.content.folders import Folders
from kiosk.content.problem import Problem
from kiosk.values import value_class


@value_class
class Order:
    """What is to be published."""

    folders: Folders
    state: Path
    page_by_page: bool = False
    by_hand: bool = False
    """True to look for mistakes alone: a person publishes."""

    def to_json(self) -> str:
        """As one line."""
        layers = [str(layer) for layer in self.folders.layers]
        told = {"layers": layers, "state": str(self.state)}
        return json.dumps({**told, "page_by_page": self.page_by_page, "by_hand": self.by_hand})


def to_order(line: str) -> Order:
    """The order in a line."""
    told = json.loads(line)
    folders = Folders(tuple(map(Path, told["layers"])))
    return Order(folders, Path(told["state"]), told["page_by_page"], told["by_hand"])


@value_class
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
