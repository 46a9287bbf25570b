"""What a screen shows before the kiosk has it: no words, no desktop; a plain dark colour does no harm."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from tests.boot.picture import Picture

_BRIGHTEST: Final = 255 // 3
"""The most red, green or blue of a plain picture that is no flash in a dark room: a third of white."""
_ENOUGH: Final = 20
"""Pictures with something on them: more tell nothing new."""


@dataclass(slots=True)
class Glimpses:
    """All pictures other than black and the kiosk's own."""

    with_something: list[Picture] = field(default_factory=list)
    """Different ones."""
    plain: Counter[bytes] = field(default_factory=Counter)
    """Looks at which the screen had this colour and nothing else."""

    def take(self, picture: Picture) -> bool:
        """Count one more; gives whether it shows what was not seen before."""
        if picture.is_plain:
            self.plain[picture.first_colour] += 1
            return self.plain[picture.first_colour] == 1
        if picture in self.with_something or len(self.with_something) == _ENOUGH:
            return False
        self.with_something.append(picture)
        return True

    @property
    def are_harmless(self) -> bool:
        """Whether nothing could be read, and nothing flashed."""
        return not self.with_something and all(max(colour) <= _BRIGHTEST for colour in self.plain)

    @property
    def told(self) -> str:
        """How many, and in which colours."""
        colours = ", ".join(f"#{colour.hex()} in {times} looks" for colour, times in self.plain.items())
        return f"{len(self.with_something)} pictures with something on them; plain: {colours or 'black alone'}"
