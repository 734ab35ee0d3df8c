"""What ``@dataclass(frozen=True, slots=True)`` writes on import, written before compiling.

The decorator makes each class's methods as text and compiles them: in the browser that is most of
the time that importing our package takes. Here they go into the syntax tree, with the lines of
the class, and ``bootstrap/dataclasses.py`` adds at run time what needs no field's name. Then
annotations, which nobody reads, are left out; named tuples keep theirs.

``compile.mjs`` runs this file by itself, in Pyodide.
"""

import ast

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
    """The tree of our module ``source``, ready to compile."""
    tree = ast.parse(source, path)
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() if any(map(_is_dataclass, node.decorator_list)):
                _write_out(node)
            case ast.FunctionDef():
                _drop_annotations(node)
    return tree


def _is_dataclass(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "dataclass"


def _write_out(node: ast.ClassDef) -> None:
    """Put methods in the place of fields; what the class writes itself stays."""
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
    defaults = [each.value for each in fields if each.value]
    names = [ast.unparse(each.target) for each in fields]
    text = METHODS.format(
        parameters=", ".join(names),
        settings="; ".join(f"object.__setattr__(self, {name!r}, {name})" for name in names),
        equalities=" and ".join(f"self.{name} == other.{name}" for name in names),
        values=", ".join(f"self.{name}" for name in names),
        names=(*names,),
    )
    kept = [each for each in node.body if each not in fields]
    own = {each.name for each in kept if isinstance(each, ast.FunctionDef)}
    made = [each for each in ast.parse(text).body if getattr(each, "name", None) not in own]
    for each in made:
        for inner in ast.walk(each):
            ast.copy_location(inner, node)
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            each.args.defaults = defaults
    node.body = kept + made


def _drop_annotations(node: ast.FunctionDef) -> None:
    node.returns = None
    given = node.args
    for each in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
        if each:
            each.annotation = None
