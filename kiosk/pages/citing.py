"""A source as patients read it."""

from kiosk.content.markdown import plain
from kiosk.content.model.pages import Source
from kiosk.content.model.words import PageWords


def told_source(source: Source, words: PageWords, *, right_to_left: bool = False) -> str:
    """Who, what, when, and where it can be seen; then, in plain words, what is not sure about it.

    What waits for a clinician has no source that could be named: it is told as common medical knowledge.
    Sources are named in their own language, so in right-to-left text they are isolated to keep their order.
    """
    if source.mark == "clinician":
        return plain(words.common_knowledge)
    told = f"{source.body}. {source.title}. {source.year}. {source.seen}.".replace("..", ".")
    if right_to_left:
        told = f"\u2068{told}\u2069"
    if source.mark == "secondary":
        told = f"{told} {plain(words.second_place)}"
    return f"{told} {plain(words.details_open)}" if source.doubt else told
