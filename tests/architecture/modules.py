"""The program's modules as syntax trees, and what each imports: inside functions and by name as well."""

import ast
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = "kiosk"


@dataclass(frozen=True)
class Module:
    """One file of the program."""

    name: str
    file: Path
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    @cached_property
    def imports(self) -> frozenset[str]:
        """The names of all modules that it imports, wherever it does so."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
                found |= _named(node)
        return frozenset(found)

    @property
    def shown(self) -> str:
        return self.file.relative_to(ROOT).as_posix()


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _named(call: ast.Call) -> set[str]:
    """The module that a call names, or the beginning of its name where the rest is filled in."""
    parts = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {part.rstrip(".") for part in parts if part.startswith(PACKAGE)}


@cache
def read_modules() -> dict[str, Module]:
    """Every module of the program by its name."""
    files = [ROOT / "main.py", *sorted((ROOT / PACKAGE).rglob("*.py"))]
    return {module.name: module for module in map(_read, files)}


def _read(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    return Module(_name(file), file, text, ast.parse(text))


def _name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def ours(module: Module, modules: dict[str, Module]) -> set[str]:
    """Those of our own modules that a module imports."""
    return {name for name in module.imports if name in modules and name != module.name}
