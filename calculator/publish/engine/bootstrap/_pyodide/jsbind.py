"""How JavaScript functions are called: the one way that needs no annotations."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default

no_default = object()  # for jsbind_init: marks a parameter without a default


def _any_arguments(*_: object, **__: object) -> None:
    """What a JavaScript function looks like to Python."""


default_signature = JsFuncSignature(  # for jsbind_init
    _any_arguments,
    False,  # noqa: FBT003 - a positional argument of the core: no constructor
    0,
    (),
    (),
    py2js_default,
    (),
    (),
    (),
    py2js_default,
    js2py_default_call_result,
)
