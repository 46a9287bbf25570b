"""The words that repeat a run."""

from argparse import Namespace


def again(word: str, options: Namespace) -> str:
    """The make command that repeats a run of this word; what was left out is told too, for it may change."""
    return f"make {word} {word.upper()}_ARGS='{' '.join(_given(options))}'"


def _given(options: Namespace) -> list[str]:
    words: list[str] = []
    for name, value in vars(options).items():
        option = "--" + name.replace("_", "-")
        if value is True:
            words.append(option)
        elif value is not False:
            words.append(f"{option} {value}")
    return words
