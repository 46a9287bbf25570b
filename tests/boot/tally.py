"""What was seen: one line for each question, and the table in docs/reliability.md."""

import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_TABLE: Final = "| what was done | what was seen | passed |\n| --- | --- | --- |\n"
_ROW: Final = re.compile(r"^\| (?!what was done|---)(.+?) \| (.+ \| (?:yes|\*\*no\*\*)) \|$", re.MULTILINE)


@dataclass(slots=True)
class Tally:
    """Counts and tells as it goes."""

    rows: list[tuple[str, str, bool]] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    """Proofs that went through to their end."""
    _begun: float = field(default_factory=time.monotonic)

    @property
    def failed(self) -> int:
        """How many questions have a bad answer."""
        return sum(not passed for _, _, passed in self.rows)

    def note(self, what: str, seen: str, *, passed: bool) -> None:
        """Write an answer down; the same question asked again has the later one."""
        self.rows = [row for row in self.rows if row[0] != what]
        self.rows.append((what, seen, passed))
        words = "pass" if passed else "FAIL"
        print(f"[{time.monotonic() - self._begun:6.0f} s] {words}  {what}: {seen}", flush=True)

    def write(self, file: Path, name: str) -> None:
        """Put the rows into the table between the two marks with this name; those of other proofs stay as they are."""
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        text = file.read_text(encoding="utf-8")
        found = re.search(f"{re.escape(begin)}(.*?){re.escape(end)}", text, flags=re.DOTALL)
        if not found:
            raise ValueError(f"{file} has no place for {name}.")
        rows = {what: rest for what, rest in _ROW.findall(found[1]) if what not in self.whole}
        rows |= {what: f"{seen} | {'yes' if passed else '**no**'}" for what, seen, passed in self.rows}
        lines = "".join(f"| {what} | {rest} |\n" for what, rest in rows.items())
        file.write_text(
            f"{text[: found.start()]}{begin}\n{_TABLE}{lines}\n{end}{text[found.end() :]}", encoding="utf-8"
        )
