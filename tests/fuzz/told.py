"""What staff must be told of whatever is refused."""

from kiosk.content.problem import Problem


def must_be_told(problem: Problem) -> None:
    """Where it stands, what it is and what to do.

    Raises AssertionError when any of these is missing.
    """
    assert problem.line >= 1, problem
    assert problem.column >= 1, problem
    assert problem.what.strip(), problem
    assert problem.remedy.strip(), problem
