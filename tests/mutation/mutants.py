"""Small mistakes that a hand could make in a file of the program, one at a time."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

OTHER: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
"""What each operator is mistaken for."""

LONGEST_DICT: Final = 20
"""What is longer is a table of data, such as the syllables of words, and not the program."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one mistake in it."""

    file: Path
    line: int
    what: str
    number: int
    """Which of the mistakes of its file, in reading order."""
    in_function: bool
    """Or else in what runs when the file is imported."""
    source: str = field(repr=False)
    """The file as it was read: somebody may work on it while its mistakes are tried."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """Something that can be made of a node."""

    what: str
    make: Callable[[ast.AST], ast.AST]


def mutants_of(file: Path) -> list[Mutant]:
    """All mistakes that can be made in a file."""
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    return [
        Mutant(file, _line(node), slip.what, number, in_function, source)
        for number, (node, slip, in_function) in enumerate(_slips(tree))
    ]


def _line(node: ast.AST) -> int:
    """Where it stands; the parts of a comprehension know no place of their own."""
    return _line(node.target) if isinstance(node, ast.comprehension) else getattr(node, "lineno", 0)


def with_mistake(mutant: Mutant) -> ast.AST:
    """The whole file, as a tree, with the mistake in it."""
    tree = ast.parse(mutant.source)
    spot, slip, _ = list(_slips(tree))[mutant.number]
    return ast.fix_missing_locations(_Replacing(spot, slip.make(copy.deepcopy(spot))).visit(tree))


def without_mistake(mutant: Mutant) -> ast.AST:
    """The whole file as it is: what is noticed of that was no mistake."""
    return ast.parse(mutant.source)


class _Replacing(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, spot: ast.AST, other: ast.AST) -> None:
        self._spot = spot
        self._other = other

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._spot:
            return ast.copy_location(self._other, node)
        return self.generic_visit(node)


def _slips(tree: ast.Module) -> Iterator[tuple[ast.AST, _Slip, bool]]:
    """Each node of a file with each mistake that can be made of it, and whether it stands in a function."""
    for node, in_function in _nodes(tree, in_function=False):
        for slip in _made_of(node, in_function=in_function):
            yield node, slip, in_function


def _nodes(node: ast.AST, *, in_function: bool) -> Iterator[tuple[ast.AST, bool]]:
    """All that runs, in reading order: no annotation, no docstring, nothing for the type checker alone."""
    is_function = isinstance(node, (ast.FunctionDef, ast.Lambda))
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        inside = in_function or (is_function and name == "body")  # defaults are made at the import
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _says_nothing(child):
                yield child, inside
                yield from _nodes(child, in_function=inside)


def _says_nothing(node: ast.AST) -> bool:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    is_alias = isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)  # Callable[[int], str]
    is_table = isinstance(node, ast.Dict) and len(node.keys) > LONGEST_DICT
    return is_text or for_types or is_table or (is_alias and ast.unparse(node).partition(" = ")[0].isalpha())


def _made_of(node: ast.AST, *, in_function: bool) -> Iterator[_Slip]:
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in OTHER:
            other = OTHER[type(operator)]
            yield _Slip(f"{_name(type(operator))} is {_name(other)}", lambda n: _set(n, ops=[other()]))
        case ast.BoolOp(op=operator) | ast.BinOp(op=operator) | ast.AugAssign(op=operator) if type(operator) in OTHER:
            swapped = OTHER[type(operator)]
            yield _Slip(f"{_name(type(operator))} is {_name(swapped)}", lambda n: _set(n, op=swapped()))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _Slip("no not", lambda _: operand)
        case ast.If() | ast.While() | ast.IfExp():
            yield _Slip("the other way round", lambda n: _set(n, test=_negated(n)))
        case ast.comprehension(ifs=[_, *_]):
            yield _Slip("takes all", lambda n: _set(n, ifs=[]))
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            yield _Slip("gives None", lambda n: _set(n, value=ast.Constant(None)))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.Break() | ast.Continue():
            yield _Slip(f"no “{ast.unparse(node)[:50]}”", lambda _: ast.Pass())
        case ast.Constant():
            yield from _other_values(node, in_function=in_function)


def _other_values(node: ast.Constant, *, in_function: bool) -> Iterator[_Slip]:
    """Another value; of words only those in functions, for tables of words are no mistakes of a hand."""
    value = node.value
    if isinstance(value, bool):
        yield _Slip(f"{value} is {not value}", lambda _: ast.Constant(not value))
    elif isinstance(value, (int, float)):
        yield _Slip(f"{value} is {value + 1}", lambda _: ast.Constant(value + 1))
    elif isinstance(value, str) and in_function:
        yield _Slip(f"“{value[:30]}” is other words", lambda _: ast.Constant(f"{value}§" if value else "§"))
    elif isinstance(value, bytes) and in_function:
        yield _Slip("other bytes", lambda _: ast.Constant(value + b"!"))


def _negated(node: ast.AST) -> ast.expr:
    assert isinstance(node, (ast.If, ast.While, ast.IfExp))
    return ast.UnaryOp(ast.Not(), node.test)


def _set(node: ast.AST, **fields: object) -> ast.AST:
    for name, value in fields.items():
        setattr(node, name, value)
    return node


def _name(operator: type[ast.AST]) -> str:
    return operator.__name__
