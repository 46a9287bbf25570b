"""What is wrong with a content file, told to the person who can mend it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what to write instead.

    Lines and columns count from 1, as text editors show them.
    """

    path: str
    line: int
    column: int
    severity: Severity
    what: str
    remedy: str

    def __str__(self) -> str:
        """As compilers print it, so that editors can jump to the place."""
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.what} {self.remedy}"

    def as_dict(self) -> dict[str, str | int]:
        """The same for programs."""
        return asdict(self)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them keeps a page from being shown."""
    return any(problem.severity == "error" for problem in problems)
