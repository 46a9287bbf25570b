"""The button that puts a question on the visitor's list, or takes it off again; a full list it shows."""

from kiosk.session import routes
from kiosk.session.visit import MAX_QUESTIONS, Ask, Drop, Go, Origin, Picked
from kiosk.ui.pieces.entry import entry
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Fixed


def ask_about(scene: Scene, question: str, origin: Origin) -> Option:
    """Ask about this: the question itself is said, not shown."""
    words, asked = scene.words.page, Picked(question, origin)
    if _has_no_room(scene, asked):
        return _full_list(scene.words.questions.full, scene.words.questions.full, leading=False)
    label = words.asked if scene.listed(asked) else words.ask
    return _option(scene, asked, label, leading=False)


def ask_this(scene: Scene, question: str, origin: Origin) -> Option:
    """The question as the words of the button."""
    asked = Picked(question, origin)
    if _has_no_room(scene, asked):
        return _full_list(question, f"{question} {scene.words.questions.full}", leading=True)
    return _option(scene, asked, question, leading=True)


def ask_piece(screen: Screen, option: Option, width: int) -> Fixed:
    """The button as a piece of a page: over the whole width if it shows the question."""
    return entry(screen, option, width, screen.theme.mm(5.5))


def _has_no_room(scene: Scene, asked: Picked) -> bool:
    """Whether the list is full, and the question is not on it."""
    return len(scene.visit.questions) >= MAX_QUESTIONS and scene.listed(asked) is None


def _full_list(label: str, spoken: str, *, leading: bool) -> Option:
    """The way to the list: one must be taken off first."""
    spec = ButtonSpec(
        label=label, spoken=spoken, icon="list-check", style=Style.TINTED, section="questions", leading=leading
    )
    return Option(spec, Go(routes.Questions()))


def _option(scene: Scene, asked: Picked, label: str, *, leading: bool) -> Option:
    picked = scene.listed(asked)
    spec = ButtonSpec(
        label=label,
        spoken="" if label == asked.words else f"{label}: {asked.words}",
        icon="plus" if picked is None else "check",
        style=Style.TINTED,
        section="understand" if picked is None else "questions",
        checked=picked is not None,
        leading=leading,
    )
    return Option(spec, Ask(asked) if picked is None else Drop(picked))
