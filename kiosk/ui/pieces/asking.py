"""The button that puts a question on the visitor's list, or takes it off again; a full list it shows."""

from kiosk.session import routes
from kiosk.session.visit import MAX_QUESTIONS, Ask, Drop, Go, Picked
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Fixed


def ask_about(scene: Scene, question: str, origin: str) -> Option:
    """Ask about this: the question itself is said, not shown."""
    words, picked = scene.words.page, scene.visit.has_picked(question)
    if _is_full(scene, question):
        return _full_list(scene.words.questions.full, scene.words.questions.full, leading=False)
    label = words.asked if picked else words.ask
    return _option(question, origin, label, picked=picked, leading=False)


def ask_this(scene: Scene, question: str, origin: str) -> Option:
    """The question as the words of the button."""
    if _is_full(scene, question):
        return _full_list(question, f"{question} {scene.words.questions.full}", leading=True)
    return _option(question, origin, question, picked=scene.visit.has_picked(question), leading=True)


def ask_piece(screen: Screen, option: Option, width: int) -> Fixed:
    """The button as a piece of a page: over the whole width if it shows the question."""
    return entry(screen, option, width, screen.theme.mm(5.5))


def _is_full(scene: Scene, question: str) -> bool:
    """Whether there is no room for one more."""
    return len(scene.visit.questions) >= MAX_QUESTIONS and not scene.visit.has_picked(question)


def _full_list(label: str, spoken: str, *, leading: bool) -> Option:
    """The way to the list: one must be taken off first."""
    spec = ButtonSpec(
        label=label, spoken=spoken, icon="list-check", style=Style.TINTED, section="questions", leading=leading
    )
    return Option(spec, Go(routes.Questions()))


def _option(question: str, origin: str, label: str, *, picked: bool, leading: bool) -> Option:
    spec = ButtonSpec(
        label=label,
        spoken="" if label == question else f"{label}: {question}",
        icon="check" if picked else "plus",
        style=Style.TINTED,
        section="questions" if picked else "understand",
        checked=picked,
        leading=leading,
    )
    return Option(spec, Drop(question) if picked else Ask(Picked(question, origin)))
