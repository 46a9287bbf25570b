"""Do all languages say the same?

A translation keeps the fingerprint of the text it was made from; when the original changes, it no longer fits.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from kiosk.content.model.home import Language
from kiosk.content.model.parts import Translation
from kiosk.content.model.value import Value
from kiosk.content.problem import Problem
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import PageText, in_language, languages, to_copy
from kiosk.content.review.sentences import words
from kiosk.content.review.structure import differences, facts

_DIGEST_BYTES = 6
"""Enough that two editions of a page do not share a fingerprint by chance, and short enough to copy by hand."""


def fingerprint(value: Value) -> str:
    """A short name for all that a translator goes by: the patient text, and the names and figures beside it.

    Who signed it, when it was written and where its lines are wrapped do not change it.
    """
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for path, fact in facts(value).items():
        marked = f"{fact.content}\0{fact.text}\0{sorted(fact.sources)}"
        digest.update(f"{'.'.join(map(str, path))}\0{marked}\n".encode())
    return digest.hexdigest()


def review_translations(
    pages: Sequence[PageText], limits: Limits, unread: Collection[PurePosixPath] = ()
) -> Iterator[Problem]:
    """Every page that is missing, outdated or built otherwise in a language that is not the first.

    What is unread has mistakes that are told already: it is neither missing nor too much.
    """
    if not languages(pages):
        return
    first, *others = languages(pages)
    originals = {page.id: page for page in in_language(pages, first)}
    for code in others:
        own = {page.id: page for page in in_language(pages, code)}
        yield from _missing(own, originals, code, unread)
        for name, page in own.items():
            if isinstance(page.value, Language):
                continue  # says only what each has of its own
            if name in originals:
                yield from _behind(page, originals[name])
                yield from _built_otherwise(page, originals[name])
                yield from _untranslated(page, originals[name], limits)
            elif page.is_on_top and PurePosixPath(first, name) not in unread:
                remedy = f"Write it in {first}/ first, or take this one out."
                yield page.problem((), f"The language {first} has no such page.", remedy)


def _missing(
    own: Mapping[str, PageText], originals: Mapping[str, PageText], code: str, unread: Collection[PurePosixPath]
) -> Iterator[Problem]:
    for name, page in originals.items():
        if name not in own and PurePosixPath(code, name) not in unread:
            path = f"{code}/{name}{page.path.suffix}"
            what = f"This page is missing; {page.shown} is shown in its place."
            remedy = f"Copy {page.shown} here and translate it."
            if not page.is_on_top:
                remedy = f"{to_copy(page.shown)} Move the copy to {path} and translate it."
            yield Problem(path, 1, 1, "warning", what, remedy)


def _behind(page: PageText, original: PageText) -> Iterator[Problem]:
    translation: Translation | None = getattr(page.value, "translation", None)
    present = fingerprint(original.value)
    if translation is None:
        what = f"The page does not say which state of {original.shown} it was translated from."
        yield page.problem((), what, f'Compare the two, then add "translation:" and below it "  of: {present}".')
    elif translation.of != present:
        what = f"{original.shown} has changed since this was translated."
        yield page.problem(("translation", "of"), what, f'Compare the two, then write "of: {present}".')


def _built_otherwise(page: PageText, original: PageText) -> Iterator[Problem]:
    for difference in differences(page.value, original.value, original.shown):
        what = difference.what[0].upper() + difference.what[1:]
        yield page.problem(difference.path, what, difference.remedy)


def _untranslated(page: PageText, original: PageText, limits: Limits) -> Iterator[Problem]:
    there = _texts([original])
    for path, text in _texts([page]).items():
        if text == there.get(path) and len(words(text)) >= limits.untranslated_words:
            yield page.problem(path, f"These words are still those of {original.shown}.", "Translate them.")


def _texts(pages: Iterable[PageText]) -> Mapping[tuple[str | int, ...], str]:
    return {path: fact.text for page in pages for path, fact in facts(page.value).items() if fact.text}
