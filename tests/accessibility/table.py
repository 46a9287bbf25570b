"""The table of docs/accessibility.md: made from requirements.yaml and from what the tests said."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import yaml

ROOT: Final = Path(__file__).parents[2]
DOCUMENT: Final = ROOT / "docs" / "accessibility.md"
By = Literal["tests", "partly", "hardware", "people", "open"]
STATES: Final[Mapping[By, str]] = {
    "tests": "met",
    "partly": "partly met",
    "hardware": "by hardware",
    "people": "by people",
    "open": "not met",
}
_HEAD: Final = """# Who can use it

Every requirement of the project's accessibility specification, and whether it is met. `make a11y` runs the tests and
writes this table: *met* means that all tests with this number passed. Nothing beyond the table is claimed.

**Screen.** The numbers hold for the sizes of screen that are tested: 24 inches, lying and upright, with the lower edge
800 mm above the floor. Set `px_per_mm` and `bottom_mm` in the settings to those of your screen.

**What is looked at.** Sizes, gaps, letters and room: each kind of screen and a page or two of each kind, in English at
the four text sizes and in Spanish at 100 and 200 %, lying and upright, lowered, and in two languages made for tests.
Each page of the library: at 100 % in both languages, and upright at 200 % in English. Colours: in each theme, by its
palette.

| number | what it asks for | state | how |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of the specification."""

    number: str
    asks: str
    by: By
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the tests of one requirement said."""

    files: tuple[str, ...]
    failed: int


def requirements() -> tuple[Requirement, ...]:
    """All lines of requirements.yaml."""
    lines = yaml.safe_load(Path(__file__).with_name("requirements.yaml").read_text(encoding="utf-8"))
    return tuple(Requirement(number, **told) for number, told in lines.items())


def state_of(requirement: Requirement, proof: Proof | None) -> str:
    """Met, or not: a test that failed, or none at all, is not met whatever the file says."""
    if requirement.by in ("tests", "partly") and (proof is None or proof.failed):
        return STATES["open"]
    return STATES[requirement.by]


def table_of(proofs: Mapping[str, Proof]) -> str:
    """The whole document."""
    return _HEAD + "".join(_row(requirement, proofs.get(requirement.number)) for requirement in requirements())


def _row(requirement: Requirement, proof: Proof | None) -> str:
    files = ", ".join(f"`{file}`" for file in proof.files) if proof is not None else ""
    failed = f"{proof.failed} of its tests failed." if proof is not None and proof.failed else ""
    how = " ".join(part for part in (failed, requirement.note, files) if part)
    return f"| {requirement.number} | {requirement.asks} | {state_of(requirement, proof)} | {how} |\n"
