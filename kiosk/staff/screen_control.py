"""The screen as staff can set it."""

from typing import Protocol


class ScreenControl(Protocol):
    """What minds the screen; asked from the staff's thread."""

    @property
    def today(self) -> bool | None:
        """Whether staff have wished it on or off for today; None: as the hours say."""

    def set_today(self, *, on: bool | None) -> None:
        """Wish it on or off until midnight; None: as the hours say again."""

    def brightness(self) -> int | None:
        """How bright it is in per cent; None when nothing here tells."""

    def set_brightness(self, per_cent: int) -> bool:
        """Set how bright it is until the next start; False when nothing here can."""
