"""Answers that a visitor saves: as a document, and the same as the fragment of a link.

The document is the facts document with one reserved key beside the facts:

    {"education": "bachelor", …,
     "estimate": {"version": 1, "standard": "suzhou-2016", "track": "settlement",
                  "on": "2016-05-15", "other": {facts of the second parent}}}

The fragment is ``v1.``, the document deflated and in URL-safe Base64, ``.`` and its
checksum (CRC-32, hexadecimal), by which a link that a chat program cut short is noticed.
"""

import json
import re
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, NamedTuple, NoReturn

from calculator.answers.facts import Answer, Answers
from calculator.reading.json_document import MAX_BYTES, read_json_object
from calculator.reading.problems import InputError, Problem, quote_key, quote_value
from calculator.values.number import Numeral, format_decimal

KEY: Final = "estimate"
"""The reserved key, beside the facts; no fact has this id."""

VERSION: Final = 1

# The module base64 would be one more download.
_URL_SAFE: Final = str.maketrans("+/", "-_", "=")
_STANDARD: Final = str.maketrans("-_", "+/")
_ESCAPED: Final = re.compile("%([0-9A-Fa-f]{2})")
_NOT_IN_LINKS: Final = re.compile("[^!-~]+")
# The eight digits of the checksum end a link, whatever stands behind them.
_FRAGMENT: Final = re.compile(r"#?v([0-9]{1,8})\.([\w-]*)\.?([0-9A-Fa-f]{0,8})", re.ASCII)


class SavedAnswers(NamedTuple):
    """What a saved document says; None where it does not say.

    ``facts`` and ``other`` are raw JSON values, the first and the second parent's, still to be read
    with ``read_answers``. ``newer``: saved by a version later than ``VERSION``.
    """

    facts: Mapping[str, Any]
    other: Mapping[str, Any] | None
    standard: str | None
    track: str | None
    on: str | None
    newer: bool


def to_document(facts: Answers, other: Answers | None, standard: str, track: str, on: date) -> str:
    """The document as JSON text; ``other`` are the second parent's answers."""
    about: dict[str, Any] = {"version": VERSION, "standard": standard, "track": track}
    about["on"] = on.isoformat()
    if other is not None:
        about["other"] = _plain(other)
    return _json(_plain(facts) | {KEY: about})


def read_saved_answers(data: bytes | str) -> SavedAnswers:
    """What the JSON text of a document says, with or without the reserved key.

    Raises ``InputError`` with the first fault: the document is one of ours, or it is none. Unknown
    keys under the reserved one are a fault, unless the document is of a newer version.
    """
    facts = read_json_object(data)
    about = facts.pop(KEY, {})
    if not isinstance(about, dict):
        _fail(KEY, f"读到 {quote_value(about)}", '一个对象，例如 {"standard": "suzhou-2016"}')
    version = about.pop("version", Numeral(VERSION))
    other = about.pop("other", None)
    if other is not None and not isinstance(other, dict):
        _fail(f"{KEY}.other", f"读到 {quote_value(other)}", "第二位家长的情况，一个对象")
    if not isinstance(version, Numeral) or not version.isdecimal() or version == "0":
        _fail(f"{KEY}.version", f"读到 {quote_value(version)}", str(VERSION))
    texts = {key: _pop_text(about, key) for key in ("standard", "track", "on")}
    newer = int(version[:9]) > VERSION  # nine digits: int() is slow with a million
    if about and not newer:
        _fail(f"{KEY}.{quote_key(next(iter(about)))}", "不认识的键", "正确的拼写，或删去")
    return SavedAnswers(facts, other, **texts, newer=newer)


def to_fragment(document: str) -> str:
    """The document as the part of an address behind ``#``, without the ``#``."""
    raw = document.encode()
    packed = b2a_base64(zlib.compress(raw, 9), newline=False).decode().translate(_URL_SAFE)
    return f"v{VERSION}.{packed}.{zlib.crc32(raw):08x}"


def from_fragment(text: str) -> bytes:
    """The document, as JSON text in UTF-8, of a fragment with or without ``#``.

    What chat programs do to a link is undone: blanks inside it, signs as %2E, and whatever they
    append. Raises ``InputError`` where the fragment is too long, damaged, or of a later form than
    ``v1``.
    """
    if len(text) > MAX_BYTES:
        _fail("", "链接太长", "")
    for _ in range(2):  # %252E has been through two programs
        text = _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text)
    parts = _FRAGMENT.match(_NOT_IN_LINKS.sub("", text))
    version, packed, checksum = parts.groups() if parts else (VERSION, "", "")
    if int(version) > VERSION:
        _fail("", f"这个链接的格式（v{version}）比这里的新，读不了", "")
    try:
        padded = packed.translate(_STANDARD) + "=" * (-len(packed) % 4)
        deflated = a2b_base64(padded)
        # Limited: a few bytes can be the packed form of gigabytes.
        raw = zlib.decompressobj().decompress(deflated, MAX_BYTES + 1)
    except (ValueError, zlib.error):
        raw = b""
    if f"{zlib.crc32(raw):08x}" != checksum.lower():
        _fail("", "链接不完整，可能复制时少了一段，请重新复制整个链接", "")
    return raw


def answers_to_json(facts: Answers) -> str:
    """Answers as a facts document in JSON text, every digit of a decimal included."""
    return _json(_plain(facts))


def _plain(answers: Answers) -> dict[str, Any]:
    return {fact_id: _plain_value(answer) for fact_id, answer in answers.items()}


def _plain_value(answer: Answer) -> Any:
    """The answer as a JSON value, a number as ``Numeral``, so that no digit is lost."""
    match answer:
        case bool() | str():
            return answer
        case tuple():
            return [_plain_value(measure) for measure in answer]
        case int() | Fraction():
            return Numeral(format_decimal(answer))
        case _:
            return answer.isoformat()


def _json(value: Any) -> str:
    """JSON text; ``json.dumps`` would write a ``Numeral`` as a string."""
    match value:
        case Numeral():
            return str(value)
        case list():
            return f"[{', '.join(map(_json, value))}]"
        case dict():
            pairs = (f"{_json(key)}: {_json(member)}" for key, member in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _pop_text(about: dict[str, Any], key: str) -> str | None:
    value = about.pop(key, None)
    if value is not None and (not isinstance(value, str) or isinstance(value, Numeral)):
        _fail(f"{KEY}.{key}", f"读到 {quote_value(value)}", "一段文字")
    return value


def _fail(where: str, found: str, expected: str) -> NoReturn:
    raise InputError([Problem(where, found, expected)])
