"""How much a picture may ask of the machine."""

from typing import Final

from kiosk.values import value_class


@value_class
class PictureLimits:
    """The most of each."""

    file_bytes: int = 5_000_000
    """The largest bundled picture has 10,000."""
    pixels: int = 8_400_000
    """A little more than a 4K screen shows; each takes four bytes of memory."""
    passes: int = 100
    """Over a JPEG that becomes finer step by step: usual ones have ten."""
    packed_texts: int = 5
    """In a PNG: where it comes from and what was done to it, as programs for photographs note it down."""
    elements: int = 20_000
    """The largest bundled drawing has about 100."""
    depth: int = 100
    """Groups within groups: what draws them goes as deep."""


USUAL: Final = PictureLimits()
