"""The mutants: every way in which one place of a module could be written wrongly.

What the public reads is not touched: a mutant in a Chinese sentence is a matter of words. Neither
are annotations, decorators and docstrings, which decide no point.
"""

import ast
import builtins
import copy
from collections.abc import Iterator
from typing import Final

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COMPUTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult, ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_NAMES: Final = {
    "min": "max", "max": "min", "any": "all", "all": "any", "low": "high", "high": "low",
    "first": "last", "last": "first", "sorted": "list", "hull": "highest", "highest": "hull",
}  # fmt: skip
_UNTOUCHED: Final = {"annotation", "returns", "decorator_list", "type_params"}


def mutants(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and description of each mutant, ``tree`` holding it until the next one is asked for."""
    known = _known(tree)
    for parent, field, place, node in _places(tree):
        for mutant, said in _mutants_of(node, field):
            if isinstance(mutant, ast.Name | ast.Attribute) and _name(mutant) not in known:
                continue  # no slip of the pen: any run of the line would stumble over it
            replacement = copy.deepcopy(mutant)  # it may be part of what it replaces
            ast.fix_missing_locations(ast.copy_location(replacement, node))
            _put(parent, field, place, replacement)
            yield node.lineno, said
            _put(parent, field, place, node)


def _known(tree: ast.Module) -> set[str]:
    """Every name that the module speaks of, and those that are always there."""
    named = {_name(node) for node in ast.walk(tree)}
    return named | {"low", "high"} | set(dir(builtins))


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(_, name) | ast.arg(name) | ast.alias(name):
            return name
    return ""


def _put(parent: ast.AST, field: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[place] = node


def _places(parent: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.stmt | ast.expr]]:
    """Every statement and expression that is run, with where it hangs."""
    for field, value in ast.iter_fields(parent):
        if field in _UNTOUCHED or _for_types(parent):
            continue
        for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            run = isinstance(node, ast.stmt | ast.expr) and not _docstring(node)
            if run and not _is_cast_to(parent, place):
                yield parent, field, place, node
            if isinstance(node, ast.AST):
                yield from _places(node)


def _for_types(node: ast.AST) -> bool:
    """Aliases and names of types."""
    alias = isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias"
    called = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("__all__", "_T")
    return alias or called


def _is_cast_to(parent: ast.AST, place: int | None) -> bool:
    """The type in ``cast``."""
    return place == 0 and isinstance(parent, ast.Call) and ast.unparse(parent.func) == "cast"


def _docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _mutants_of(node: ast.stmt | ast.expr, field: str) -> Iterator[tuple[ast.AST, str]]:
    was = ast.unparse(node).partition("\n")[0]
    for replacement in _replacements(node, field):
        yield replacement, f"{was} → {ast.unparse(replacement)}".replace("\n", " ")


def _replacements(node: ast.stmt | ast.expr, field: str) -> Iterator[ast.AST]:  # noqa: PLR0912
    match node:
        case ast.Compare(left, ops, comparators):
            for place, op in enumerate(ops):
                others = [*ops[:place], _COMPARED[type(op)](), *ops[place + 1 :]]
                yield ast.Compare(left, others, comparators)
        case ast.BinOp(left, op, right) if type(op) in _COMPUTED:
            yield ast.BinOp(left, _COMPUTED[type(op)](), right)
        case ast.AugAssign(target, op, value):
            yield ast.AugAssign(target, _COMPUTED[type(op)](), value)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(str(value)) if value.isascii() and value.isidentifier():
            yield ast.Constant("XX")
        case ast.Name(id=name, ctx=ast.Load()) if name in _NAMES:
            yield ast.Name(_NAMES[name], ast.Load())
        case ast.Attribute(value, name, ast.Load()) if name in _NAMES:
            yield ast.Attribute(value, _NAMES[name], ast.Load())
        case ast.Return(ast.expr() as value) if ast.unparse(value) != "None":
            yield ast.Return(ast.Constant(None))
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
    condition = node if isinstance(node, ast.expr) and field in ("test", "ifs", "guard") else None
    if condition and not isinstance(node, ast.Compare | ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), condition)
