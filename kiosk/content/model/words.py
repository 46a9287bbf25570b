"""The words on buttons and screens."""

from kiosk.content.model.listen_words import ListenWords
from kiosk.content.model.meaning import Label, Line
from kiosk.content.model.parts import Review, Translation
from kiosk.content.model.question_words import PaperWords, QuestionWords
from kiosk.content.model.value import Value
from kiosk.values import value_class


@value_class(kw_only=True)
class BarWords(Value):
    """The bar along the bottom of every screen; each as short as it can be."""

    home: Label
    back: Label
    help: Label
    help_short: Label
    questions: Label
    questions_short: Label
    listen: Label
    easier: Label
    easier_short: Label
    language: Label
    """The word for language, spoken before the languages' own names."""
    finish: Label


@value_class(kw_only=True)
class PageWords(Value):
    """Moving through pages, and what stands with every page."""

    next: Label
    previous: Label
    more: Label
    """The next part of a text that needs more than one screen."""
    step_of: Label
    """{number} and {count}."""
    page_of: Label
    """{number} and {count}."""
    of: Label
    """{number} and {count}: 48 of 100."""
    close: Label
    ask: Label
    """Puts a question on the list: Ask about this."""
    asked: Label
    """The question is on the list."""
    sources: Label
    """Opens where a page's words come from."""
    sources_title: Label
    second_place: Line
    """Said of a source whose words were read elsewhere."""
    common_knowledge: Line
    """Stands for the source of what is common medical knowledge and waits for a clinician."""
    details_open: Line
    """Said of a source of which something is still to be looked up."""
    explain: Label
    """Spoken with a dotted word: {term}."""
    clinic_phone: Label
    """Stands for the clinic's telephone number where the settings give none: the number on your papers."""
    offers_unknown: Label
    """Stands for what the clinic offers and earns from while its settings do not say."""
    months: tuple[Label, ...]
    """The names of the twelve months, as they stand in a date."""
    day: Label
    """A date from {number}, {month} and {year}."""
    written: Label
    """{date} and {version}."""
    due: Label
    """{date}."""
    checked_by: Label
    """{name}, {role} and {date}."""
    awaiting_clinician: Label
    awaiting_translator: Label
    under_review: Label
    """Shown when the day has passed by which a page had to be checked again."""
    other_language: Label
    """This page is not yet in this language; {language} is the one it is shown in."""
    general: Line
    """This is general information. Talk with your clinician."""
    who_pays: Label
    """Opens who wrote the kiosk, who pays and who earns."""


@value_class(kw_only=True)
class TreatmentWords(Value):
    """The treatment explainer and the list of treatments."""

    title: Label
    short: Label
    regenerative: Label
    usual_care: Label
    in_short: Label
    """The first step of every treatment: its key points."""
    balance: Label
    """The second step: gains, harms and unknowns side by side."""
    gains: Label
    harms: Label
    unknowns: Label
    cost: Label
    cost_ask: Label
    """What "Ask about this" puts on the list beside the cost."""
    other_choices: Label
    to_ask: Label
    """Questions to ask your clinician."""
    how_sure: Label
    """The last step about studies: how sure we can be, and why."""
    compare: Label
    """Leads to the comparison."""
    what_it_is: Label
    how_it_is_done: Label
    days_and_weeks_after: Label
    what_studies_show: Label
    risks: Label
    is_it_for_me: Label
    approval_and_cost: Label
    questions_people_ask: Label
    look_back: Label
    """The last step of every treatment: friendly questions that lead back to their answers."""
    look_back_line: Label
    """Says that nobody keeps count."""
    that_is_it: Label
    """Said when the answer is the one that stands on the page."""
    look_again: Label
    """Said of any other answer; never that it is wrong."""
    look_here: Label
    """Leads back to the place where the answer stands, {page}."""
    not_sure: Label
    next_question: Label


@value_class(kw_only=True)
class CertaintyWords(Value):
    """How sure we are, in words beside the four dots."""

    very_low: Label
    low: Label
    moderate: Label
    high: Label


@value_class(kw_only=True)
class CompareWords(Value):
    """The comparison."""

    matters: Label
    touch_a_box: Label
    columns: Label
    """Opens the choice of another comparison or other columns."""
    others: Label
    """The heading over the other comparisons."""
    choose: Label
    """The heading over the treatments: up to four, beside usual care."""
    full: Label
    """The heading in its place while four are chosen: one must be taken away first."""
    always: Label
    """Said of the usual care column: always in view."""
    done: Label


@value_class(kw_only=True)
class TipWords(Value):
    """The carousel of tips."""

    title: Label
    all: Label
    move: Label
    sleep: Label
    weight: Label
    smoking: Label
    posture: Label
    food: Label
    stress: Label
    work: Label
    try_today: Label
    next: Label
    previous: Label
    count: Label
    """{number} and {count}."""
    play: Label
    pause: Label
    kinds: Label
    """Opens the choice of kinds."""
    do_now: Label
    """Begins something to do on the spot."""
    start: Label
    """Begins it then; its opening line names this button."""
    go_on: Label
    """After a pause."""
    paused: Label
    once_more: Label
    """When it is over."""
    breathe_in: Label
    breathe_out: Label
    breathe_line: Line
    breathe_done: Line
    movement_line: Line
    moves: tuple[Line, Line, Line, Line, Line, Line]
    """One for each of the drawings move-1.svg to move-6.svg."""
    movement_done: Line
    timer_line: Line
    minutes_left: Label
    """{number}."""
    timer_done: Line


@value_class(kw_only=True)
class UnderstandWords(Value):
    """The list of topics."""

    title: Label
    short: Label
    basics: Label
    causes: Label
    care: Label
    nothing_here: Label
    """No page belongs to this place yet."""


@value_class(kw_only=True)
class AzWords(Value):
    """Every page and every word explained, by its first letter."""

    title: Label
    short: Label
    begins_with: Label
    """{letter}."""
    letters: Label
    """Back to all letters."""
    word: Label
    """Spoken with an entry that explains a {term}."""


@value_class(kw_only=True)
class EasierWords(Value):
    """Easier to use."""

    title: Label
    text_size: Label
    percent: Label
    """{number} percent."""
    colours: Label
    light: Label
    dark: Label
    contrast_light: Label
    contrast_dark: Label
    yellow: Label
    less_motion: Label
    large_buttons: Label
    reach: Label
    on: Label
    off: Label
    reset: Label


@value_class(kw_only=True)
class VisitWords(Value):
    """Beginning and end of a visit."""

    still_there: Label
    still_there_line: Line
    """{seconds} left."""
    stay: Label
    finish_title: Label
    finish_line: Line
    """Names what is wiped."""
    finish_yes: Label
    finish_no: Label
    sorry: Label
    sorry_line: Line
    sorry_home: Label


@value_class(kw_only=True)
class Words(Value):
    """Every word of the interface in one language."""

    bar: BarWords
    page: PageWords
    treatment: TreatmentWords
    certainty: CertaintyWords
    compare: CompareWords
    tips: TipWords
    understand: UnderstandWords
    questions: QuestionWords
    paper: PaperWords
    az: AzWords
    easier: EasierWords
    listen: ListenWords
    visit: VisitWords
    review: Review | None = None
    translation: Translation | None = None
