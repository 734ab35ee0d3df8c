"""Frozen classes with slots, whose methods ``calculator/publish/engine/expand.py`` has written out.

The standard library's module makes them on import, and needs ``inspect`` for it. Only what names
no field is added here.
"""

from typing import Any


class FrozenInstanceError(AttributeError):
    """Raised when a field is set or deleted."""


def dataclass(*, frozen: bool, slots: bool) -> Any:
    """A decorator for a class that is written out."""
    if not (frozen and slots):
        raise NotImplementedError("only frozen classes with slots are written out")
    return _completed


def replace(instance: Any, /, **changes: Any) -> Any:
    """A copy with other values in the fields that are named."""
    cls = type(instance)
    return cls(**{name: getattr(instance, name) for name in cls.__match_args__} | changes)


def _completed(cls: Any) -> Any:
    cls.__setattr__, cls.__delattr__, cls.__repr__ = _set, _delete, _text
    return cls


def _set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _text(self: Any) -> str:
    fields = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({', '.join(fields)})"
