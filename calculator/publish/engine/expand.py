"""What ``@dataclass(frozen=True, slots=True)`` writes on import, written before compiling.

The decorator makes each class's methods as text and compiles them: in the browser that is most of
the time that importing our package takes. Here they go into the syntax tree, with the lines of
the class, and ``bootstrap/dataclasses.py`` adds at run time what needs no field's name. Then
annotations, which nobody reads, are left out; named tuples keep theirs.

What would be written out wrongly is refused: ``ClassVar`` and ``InitVar``, which are no fields,
``field()``, whose options are lost, ``__post_init__``, and keywords. Bases may give methods only: a
test holds that none of them has fields.

``compile.mjs`` runs this file by itself, in Pyodide.
"""

import ast
import re
from collections.abc import Iterator

DECORATOR = "dataclass(frozen=True, slots=True)"
NO_FIELDS = {"ClassVar", "InitVar", "KW_ONLY"}

METHODS = """
def __init__(self, {parameters}):
    {settings}
def __eq__(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return {equalities}
def __hash__(self):
    return hash(({values},))
__slots__ = __match_args__ = {names}
"""


def expanded(source: str, path: str) -> ast.Module:
    """The tree of our module ``source``, ready to compile.

    Raises ``ValueError`` with path, line and class where a dataclass cannot be written out.
    """
    tree = ast.parse(source, path)
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() if any(map(_is_dataclass, node.decorator_list)):
                for line, what in _refused(node):
                    raise ValueError(f"{path}, line {line}: class {node.name} has {what}")
                _write_out(node)
            case ast.FunctionDef():
                _drop_annotations(node)
    return tree


def _is_dataclass(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(called).rpartition(".")[2] == "dataclass"


def _refused(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    """The line and the words of each thing that would be written out wrongly."""
    [decorator] = filter(_is_dataclass, node.decorator_list)
    if ast.unparse(decorator) != DECORATOR:
        yield decorator.lineno, f"the decorator @{ast.unparse(decorator)}, not @{DECORATOR}"
    if node.keywords:
        yield node.lineno, "a keyword"
    for part in node.body:
        match part:
            case ast.AnnAssign(annotation=annotation) if _names(annotation) & NO_FIELDS:
                yield part.lineno, f"a field of type {ast.unparse(annotation)}"
            case ast.AnnAssign(value=ast.Call(func=called)) if "field" in _names(called):
                yield part.lineno, "a field made with field()"
            case ast.FunctionDef(name="__post_init__"):
                yield part.lineno, "a __post_init__"


def _names(expression: ast.expr) -> set[str]:
    """The names in an expression, without what they are looked up in; those in quotes, too."""
    names = set()
    for inner in ast.walk(expression):
        match inner:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                names.add(name)
            case ast.Constant(value=str(text)):
                names |= set(re.findall(r"\w+", text))
    return names


def _write_out(node: ast.ClassDef) -> None:
    """Put methods in the place of fields; what the class writes itself stays."""
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    defaults = [field.value for field in fields if field.value]
    names = [ast.unparse(field.target) for field in fields]
    text = METHODS.format(
        parameters=", ".join(names),
        settings="; ".join(f"object.__setattr__(self, {name!r}, {name})" for name in names),
        equalities=" and ".join(f"self.{name} == other.{name}" for name in names),
        values=", ".join(f"self.{name}" for name in names),
        names=(*names,),
    )
    kept = [part for part in node.body if part not in fields]
    own = {part.name for part in kept if isinstance(part, ast.FunctionDef)}
    written = [part for part in ast.parse(text).body if getattr(part, "name", None) not in own]
    for part in written:
        for inner in ast.walk(part):
            ast.copy_location(inner, node)
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            part.args.defaults = defaults
    node.body = kept + written


def _drop_annotations(node: ast.FunctionDef) -> None:
    node.returns = None
    given = node.args
    for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
        if argument:
            argument.annotation = None
