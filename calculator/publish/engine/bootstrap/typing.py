"""The names that our package annotates with, and ``NamedTuple``: nothing is checked here.

The standard library's module is the largest that our package would load. The core imports this
one, too (``jsproxy_init``).
"""

from _typing import TypeVar
from collections import namedtuple

__all__ = [
    "TYPE_CHECKING",
    "Any",
    "Final",
    "Literal",
    "NamedTuple",
    "NoReturn",
    "Protocol",
    "Self",
    "TypeAlias",
    "TypeVar",
    "TypedDict",
    "cast",
]


TYPE_CHECKING = False


class _Form:
    """Stands in an annotation, by itself, in brackets or in a union."""

    def __getitem__(self, _: object) -> object:
        return self

    def __or__(self, _: object) -> object:
        return self

    __ror__ = __or__


Any = Final = Literal = NoReturn = Self = TypeAlias = _Form()


class Protocol:
    """What a class must offer, said for a checker."""

    __slots__ = ()


class _TypedDictType(type):
    """Makes a plain dictionary's type of what is written as a class: nobody reads its keys."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, object], **_: object
    ) -> type:
        return super().__new__(cls, name, bases, namespace) if not bases else dict


class TypedDict(metaclass=_TypedDictType):
    """The base that is written; its classes are ``dict`` when they are called."""


def cast(_: object, value: object) -> object:
    """The value as it is."""
    return value


class _NamedTupleType(type):
    """Makes a named tuple of what is written as a class."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, object]) -> type:
        if not bases:
            return super().__new__(cls, name, bases, namespace)
        written = type(name, (), dict(namespace))
        fields = tuple(written.__annotations__)
        defaults = [namespace[field] for field in fields if field in namespace]
        made = namedtuple(name, fields, defaults=defaults, module=written.__module__)  # noqa: PYI024
        for key, value in vars(written).items():
            if key not in {*fields, "__dict__", "__weakref__", "__doc__"}:
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=_NamedTupleType):
    """The base that is written; no class really has it."""
