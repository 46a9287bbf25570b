"""What a piece of text in a content file means; the checks and the screens go by it."""

from enum import Enum
from typing import Annotated


class Meaning(Enum):
    """How a text is written, shown and checked."""

    LABEL = "label"
    """Plain words without any markup: a title, a name, a button."""
    LINE = "line"
    """One paragraph, with **bold**, *italic* and source marks."""
    PROSE = "prose"
    """Paragraphs and lists, with **bold**, *italic* and source marks."""
    PICTURE = "picture"
    """The name of a file in the pictures folder."""
    SOURCE = "source"
    """The id of an entry in the sources folder."""
    PAGE = "page"
    """The id of a page: its path below the language folder, without the ending."""
    ICON = "icon"
    """The name of an icon in the icon font."""
    PLACE = "place"
    """The id of a place on the spine."""


Label = Annotated[str, Meaning.LABEL]
Line = Annotated[str, Meaning.LINE]
Prose = Annotated[str, Meaning.PROSE]
PictureName = Annotated[str, Meaning.PICTURE]
SourceId = Annotated[str, Meaning.SOURCE]
PageId = Annotated[str, Meaning.PAGE]
IconName = Annotated[str, Meaning.ICON]
PlaceId = Annotated[str, Meaning.PLACE]

READ_BY_PATIENTS = frozenset({Meaning.LABEL, Meaning.LINE, Meaning.PROSE})
