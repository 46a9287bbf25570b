"""The words of Listen: the dialog, and what only the voice says."""

from kiosk.content.model.meaning import Label, Line
from kiosk.content.model.value import Value
from kiosk.values import value_class


@value_class(kw_only=True)
class ListenWords(Value):
    """Reading aloud."""

    title: Label
    line: Line
    """Out loud: others may hear it."""
    line_headphones: Line
    """The same, where headphones are in."""
    line_plug_in: Line
    """They have been chosen, and are not in yet."""
    stopped: Line
    """The voice has stopped since a finger came down."""
    no_voice: Line
    """There is no voice on this machine."""
    fell_silent: Line
    """The voice has failed."""
    read: Label
    in_headphones: Label
    """The other choice, where a jack tells that headphones are in."""
    dark_screen: Label
    """Nothing is to be seen of what is heard in headphones."""
    go_on: Label
    anew: Label
    """From the beginning of the page."""
    again: Label
    """Try once more after the voice has failed."""
    stop: Label
    """Read nothing aloud any more."""
    slower: Label
    faster: Label
    softer: Label
    louder: Label
    pace: Label
    """Step {number} of {count}."""
    loudness: Label
    """Step {number} of {count}."""
    sample: Line
    """Said aloud when the pace or the loudness has changed."""
    end: Line
    """Said aloud at the end of a page."""
    top: Line
    """Said aloud when the keys have come round from the end of a screen to its top."""
    bottom: Line
    """The same, from the top to the end."""
    keys: Line
    """Said aloud to who begins with the tactile pad."""
