"""Untrusted input of a page, drawn from a seed: messages, addresses, links, and their texts."""

import json
import zlib
from base64 import urlsafe_b64encode
from random import Random
from typing import Any
from urllib.parse import quote

from tests.support import editions

MARKUP = [
    '<img class="untrusted" src="x" onerror="hit()">',
    "<script class=untrusted>hit()</script>",
    "\"><svg class='untrusted' onload='hit()'>",
    "javascript:hit()",
    "{{untrusted}}${hit()}",
]
TEXTS = [*MARKUP, "", "0", "9999", "__proto__", "constructor", "toString", "\0", "\ud7ff", "分" * 9]
NAMES = ["standard", "track", "hue", "scheme", "type", "compact", "result", "host", "h", "q"]
KEYS = [*NAMES, "source", "version", "height", "top", "bottom", "from", "to", "text", "__proto__"]
VALUES = [
    *("undefined", "null", "true", "-1", "0", "49", "99999", "1e999", "-1e308", "NaN", "10n"),
    *("[]", "[99999]", "[[[[[[{}]]]]]]", "{}", "{valueOf: 1, toString: 1}", "new Date(NaN)"),
    *("new Map([[1, 2]])", "new Uint8Array(9)", '"x".repeat(1e5)', "new Error('x')"),
    *('JSON.parse(\'{"__proto__": {"hit": 1}, "constructor": {"prototype": {"hit": 1}}}\')',),
]
KINDS = ["height", "focus", "view", "ready", "failed", "result"]


def shares(examples: int) -> dict[str, int]:
    """How many of each kind are tried: an address takes a page load, a message nothing."""
    return {"messages": examples, "addresses": examples // 8, "links": examples // 4}


def chances(seed: str) -> Random:
    """The same draws for the same seed."""
    return Random(seed)  # noqa: S311 - nothing is kept secret with it


def message(chance: Random) -> str:
    """A message as JavaScript: of our form as far as it goes, and then something else."""
    if chance.random() < 0.1:
        return value(chance)
    parts = {"source": '"suzhou-points"', "version": "1", "type": f'"{chance.choice(KINDS)}"'}
    for key in chance.sample(KEYS, chance.randint(0, 5)):
        parts[key] = value(chance)
    for key in ("height", "top", "bottom", "from", "to"):
        parts.setdefault(key, value(chance))
    return f"{{{', '.join(f'{json.dumps(key)}: {text}' for key, text in parts.items())}}}"


def value(chance: Random) -> str:
    """Any value that a message can hold, as JavaScript."""
    number = str(chance.uniform(-1e5, 1e5))
    return chance.choice([number, json.dumps(chance.choice(TEXTS)), *VALUES])


def garbage(chance: Random) -> str:
    """Part of an address: escaped as it should be, not at all, broken off, or very long."""
    text = "".join(chance.choices([*TEXTS, "%", "%E0%A4%A", "%ff", "&", "=", "'", "."], k=3))
    forms = [quote(text), quote(text, safe="<>\"'=%& ()"), quote(text)[:-1]]
    return chance.choice(forms) * (60 if chance.random() < 0.05 else 1)


def fragment(chance: Random) -> str:
    """A link's answers: damaged, or whole with a document in it that nobody here wrote."""
    if chance.random() < 0.4:
        return f"v{chance.choice('0129')}.{garbage(chance)}"
    about: dict[str, Any] = {
        "version": 1,
        "standard": chance.choice([*editions().standards, *TEXTS]),
        "track": chance.choice(["settlement", "schooling", *TEXTS]),
        "on": chance.choice(["2016-05-15", "2026-11-23", *TEXTS]),
    }
    if chance.random() < 0.3:
        about["other"] = facts(chance)
    raw = json.dumps(facts(chance) | {"estimate": about}).encode()
    packed = urlsafe_b64encode(zlib.compress(raw)).decode().rstrip("=")
    return f"v1.{packed}.{zlib.crc32(raw):08x}"


def facts(chance: Random) -> dict[str, Any]:
    """A few answers, under names that are known and others."""
    values: list[Any] = [*TEXTS, 96, -1, 1e300, True, None, [], [[]], {}, ["90", {}], "bachelor"]
    names = [*editions().all_facts, *TEXTS]
    return {chance.choice(names): chance.choice(values) for _ in range(4)}
