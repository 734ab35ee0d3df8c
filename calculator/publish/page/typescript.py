"""The page's types of requests and answers, made from ``calculator.page_api.contract``.

python -m calculator.publish.page.typescript     after a change of the contract
"""

import types
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from textwrap import indent
from typing import (
    Any,
    Final,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from calculator.page_api import contract
from calculator.publish.page.client import PAGE

DECLARATIONS: Final = PAGE / "page_api.d.ts"
"""What the scripts import their types from; ``tsc`` reads it."""

_HEAD: Final = """\
// What the scripts send to the calculator and what they get back.
// Made from calculator/page_api/contract.py by: python -m calculator.publish.page.typescript
"""

_PLAIN: Final[Mapping[object, str]] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    object: "unknown",
    type(None): "null",
}


def declarations() -> str:
    """The text of ``page_api.d.ts``: an interface for each ``TypedDict`` of the contract."""
    return "\n".join([_HEAD, *_interfaces()])


def _interfaces() -> Iterator[str]:
    for name, value in vars(contract).items():
        if is_typeddict(value):
            comment = cleandoc(value.__doc__ or "").replace("``", "`")
            lines = indent(comment, " * ", lambda _: True).replace(" * \n", " *\n")
            members = "".join(
                f"  {key}{_describe(hint)};\n"
                for key, hint in get_type_hints(value, include_extras=True).items()
            )
            yield f"/**\n{lines}\n */\nexport interface {name} {{\n{members}}}\n"


def _describe(hint: Any) -> str:
    """What follows a key: its type, with ``?`` where it may be missing."""
    if get_origin(hint) is NotRequired:
        return f"?: {typescript(get_args(hint)[0])}"
    return f": {typescript(hint)}"


def typescript(hint: Any) -> str:
    """The type as TypeScript writes it. Raises ``TypeError`` for one that the contract never uses.

    >>> typescript(dict[str, list[int | None]])
    'Record<string, (number | null)[]>'
    """
    if is_typeddict(hint):
        return str(hint.__name__)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return " | ".join(dict.fromkeys(map(typescript, inner)))
    if origin is Literal:
        return " | ".join(f'"{value}"' for value in inner)
    if origin is list:
        written = typescript(inner[0])
        return f"({written})[]" if "|" in written else f"{written}[]"
    if origin in (dict, Mapping):
        key, value = map(typescript, inner)
        return f"Record<{key}, {value}>"
    if hint not in _PLAIN:
        raise TypeError(f"no type of TypeScript for {hint}")
    return _PLAIN[hint]


def write(into: Path = DECLARATIONS) -> None:
    """Write the file."""
    into.write_text(declarations(), "utf-8", newline="\n")


if __name__ == "__main__":
    write()
