"""Types that the core sets up with, and the docstrings that it copies: there are none here."""

from typing import Any, Self


class InternalError(Exception):
    """For ``error_handling_init``: raised by the core."""


class ConversionError(Exception):
    """For ``error_handling_init``: raised by the core."""


class _JsProxyMetaClass(type):
    """For ``jsproxy_init``: the type of the types of proxies."""


class JsNull:
    """The type of ``jsnull``."""

    typeof = "object"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "jsnull"


class JsBigInt(int):
    """For ``python2js_init``: JavaScript's large whole numbers."""


class _Undocumented:
    """Stands for any class or function whose docstring the core would copy."""

    def __call__(self, _token: object) -> Self:
        return self

    def __getattr__(self, _name: str) -> Self:
        return self


_instantiate_token = None  # for JsProxy_init_docstrings
jsnull = JsNull()  # for python2js_init


def __getattr__(name: str) -> Any:
    """For ``set_method_docstring``: every other name is a thing without a docstring."""
    if name.startswith("__"):
        raise AttributeError(name)
    return _Undocumented()
