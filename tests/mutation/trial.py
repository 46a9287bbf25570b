"""One mistake, and whether the tests notice it: each in a process of its own, where the file is imported with it."""

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import types
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

import pytest

from tests.mutation.mutants import Mutant

ROOT: Final = Path(__file__).parents[2]
Came = Literal["killed", "survived", "hangs", "untested"]
Form = Callable[[Mutant], ast.AST]


class _Mistaken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module in another form; the file itself stays as it is."""

    def __init__(self, name: str, file: Path, tree: ast.AST) -> None:
        self._name = name
        self._file = file
        self._tree = tree

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._file, loader=self)

    def exec_module(self, module: types.ModuleType) -> None:
        code = compile(self._tree, str(self._file), "exec")  # type: ignore[call-overload]  # it is a module's
        exec(code, vars(module))  # noqa: S102 - our own file


def begin(mutant: Mutant, form: Form, tests: Sequence[str], folder: Path, seconds: int) -> int:
    """Begin a process that tries a file in one form, with the mistake or without; gives its number.

    It ends itself after so many seconds of work, or four times as long by the clock.
    """
    number = os.fork()
    if number:
        return number
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    signal.alarm(4 * seconds)
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    try:
        sys.meta_path.insert(0, _Mistaken(module_of(mutant.file), mutant.file, form(mutant)))
        options = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={folder}")
        ended = pytest.main([*options, *tests])
    except BaseException:  # noqa: BLE001 - whatever it raises, the mistake is noticed
        ended = 1
    os._exit(0 if ended == pytest.ExitCode.OK else 1)


def outcome(number: int, status: int) -> Came:
    """How a process that has ended went; what it has started ends with it."""
    with suppress(ProcessLookupError):
        os.killpg(number, signal.SIGKILL)
    if os.WIFSIGNALED(status):
        return "hangs" if os.WTERMSIG(status) in (signal.SIGALRM, signal.SIGXCPU) else "killed"
    return "killed" if os.WEXITSTATUS(status) else "survived"


def module_of(file: Path) -> str:
    """The name by which a file is imported."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
