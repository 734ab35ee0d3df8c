"""What a visitor takes along: the answers as a document, and the same as the fragment of a link.

The document is the facts document with one reserved key beside the facts:

    {"education": "bachelor", …,
     "estimate": {"version": 1, "standard": "suzhou-2016", "track": "settlement",
                  "on": "2016-05-15", "other": {facts of the second parent}}}

The fragment is ``v1.``, the document deflated in the digits that addresses allow, ``.`` and its
checksum (CRC-32, hexadecimal): what a chat program cut off is noticed.
"""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, NamedTuple, NoReturn

from calculator.answers.facts import Answer, Answers
from calculator.reading.json_document import MAX_BYTES, read_json_object
from calculator.reading.problems import InputError, Problem, quote_key, quote_value
from calculator.values.number import Numeral, format_decimal

KEY: Final = "estimate"
"""The reserved key: no fact has this id."""

VERSION: Final = 1


class SavedAnswers(NamedTuple):
    """A document as it was kept; what it does not say is None. The facts are as yet unread."""

    facts: Mapping[str, Any]
    other: Mapping[str, Any] | None
    standard: str | None
    track: str | None
    on: str | None
    newer: bool


def to_document(facts: Answers, other: Answers | None, standard: str, track: str, on: date) -> str:
    """The JSON text; ``other`` are the second parent's answers."""
    about: dict[str, Any] = {"version": VERSION, "standard": standard, "track": track}
    about["on"] = on.isoformat()
    if other is not None:
        about["other"] = _plain(other)
    return _json(_plain(facts) | {KEY: about})


def read_saved_answers(data: bytes | str) -> SavedAnswers:
    """The document of a file, with or without the reserved key. Raises ``InputError``."""
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
    said = {key: _text(about, key) for key in ("standard", "track", "on")}
    newer = int(version[:9]) > VERSION
    if about and not newer:
        _fail(f"{KEY}.{quote_key(next(iter(about)))}", "不认识的键", "正确的拼写，或删去")
    return SavedAnswers(facts, other, **said, newer=newer)


def to_fragment(document: str) -> str:
    """The document for the part of an address behind ``#``."""
    raw = document.encode()
    packed = urlsafe_b64encode(zlib.compress(raw, 9)).decode().rstrip("=")
    return f"v{VERSION}.{packed}.{zlib.crc32(raw):08x}"


def from_fragment(text: str) -> bytes:
    """The document of a fragment. Raises ``InputError`` where it is damaged or of a later form."""
    form, _, rest = text.strip().removeprefix("#").partition(".")
    packed, _, checksum = rest.partition(".")
    if form != f"v{VERSION}" and form[:1] == "v" and form[1:].isdecimal():
        _fail("", f"这个链接的格式（{form[:9]}）比这里的新，读不了", "")
    if len(packed) > MAX_BYTES:
        _fail("", "链接太长", "")
    try:
        deflated = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        raw = zlib.decompressobj().decompress(deflated, MAX_BYTES + 1)
    except (ValueError, zlib.error):
        raw = b""
    if form != f"v{VERSION}" or f"{zlib.crc32(raw):08x}" != checksum.lower():
        _fail("", "链接不完整，可能复制时少了一段，请重新复制整个链接", "")
    return raw


def answers_to_json(facts: Answers) -> str:
    """The facts document of answers, numbers digit for digit."""
    return _json(_plain(facts))


def _plain(answers: Answers) -> dict[str, Any]:
    return {fact: _value(answer) for fact, answer in answers.items()}


def _value(answer: Answer) -> Any:
    match answer:
        case bool() | str():
            return answer
        case tuple():
            return [_value(each) for each in answer]
        case int() | Fraction():
            return Numeral(format_decimal(answer))
        case _:
            return answer.isoformat()


def _json(value: Any) -> str:
    """JSON text, numbers digit for digit."""
    match value:
        case Numeral():
            return str(value)
        case list():
            return f"[{', '.join(map(_json, value))}]"
        case dict():
            pairs = (f"{_json(key)}: {_json(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _text(about: dict[str, Any], key: str) -> str | None:
    value = about.pop(key, None)
    if value is not None and (not isinstance(value, str) or isinstance(value, Numeral)):
        _fail(f"{KEY}.{key}", f"读到 {quote_value(value)}", "一段文字")
    return value


def _fail(where: str, found: str, expected: str) -> NoReturn:
    raise InputError([Problem(where, found, expected)])
