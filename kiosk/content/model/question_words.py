"""The words of My questions, on the screen, on a phone and on paper."""

from kiosk.content.model.meaning import Label, Line
from kiosk.content.model.value import Value
from kiosk.values import value_class


@value_class(kw_only=True)
class QuestionWords(Value):
    """My questions."""

    title: Label
    short: Label
    none: Label
    none_hint: Line
    remove: Label
    add: Label
    """{question} can be added."""
    from_page: Label
    """{page} a question was taken from."""
    show: Label
    """Said beside an empty list: how to use it."""
    take: Label
    """Opens the way to take the list along."""
    phone: Label
    """Beside the code: Point your phone's camera here."""
    phone_line: Label
    """Only the words go to the phone."""
    phone_part: Label
    """{number} of {count}, where one code does not hold the whole list."""
    phone_parts: Label
    """Says why there are several codes."""
    full: Label
    """The list holds no more."""


@value_class(kw_only=True)
class PaperWords(Value):
    """The list on paper."""

    print: Label
    sending: Label
    sending_line: Line
    printed: Label
    printed_line: Line
    trouble: Label
    """Heads each of the lines that follow; all of them say that the list is still here."""
    out_of_paper: Line
    jam: Line
    open: Line
    """A door is open, or ink is missing."""
    gone: Line
    """The printer does not answer, or says nothing that we know."""
    again: Label
