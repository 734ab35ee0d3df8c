"""Reading a JSON document from a stranger."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.reading.json_document import MAX_BYTES, read_json_object
from calculator.reading.problems import InputError
from calculator.values.number import Numeral
from tests.support import problems_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{}", {}),
        ('{"a": true, "b": null, "c": "x"}', {"a": True, "b": None, "c": "x"}),
        ('{"a": [1, 2.50]}', {"a": [Numeral("1"), Numeral("2.50")]}),
        ('{"a": NaN}', {"a": Numeral("NaN")}),
        ('{"a": 1e999999}', {"a": Numeral("1e999999")}),
        (' \r\n{"学历": "本科"}\r\n', {"学历": "本科"}),
    ],
)
def test_an_object_is_read(text: str, value: dict[str, Any]) -> None:
    """A JSON object becomes a dict, its numbers as they were written."""
    assert read_json_object(text) == value


@pytest.mark.parametrize("text", ["1", "-0.5", "1e5", "NaN", "9" * 5000])
def test_a_number_stays_a_numeral(text: str) -> None:
    """No number of a document ever is a binary float."""
    assert type(read_json_object(f'{{"a": {text}}}')["a"]) is Numeral


def test_a_byte_order_mark_is_skipped() -> None:
    """A file saved by an editor on Windows is read."""
    assert read_json_object(b'\xef\xbb\xbf{"a": "b"}') == {"a": "b"}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"", "内容是空的"),
        (b" \n\t", "内容是空的"),
        (b"[]", "读到 []"),
        (b"96", "读到 96"),
        (b"null", "读到 null"),
        (b'"text"', '读到 "text"'),
        (b"{", "第 2 个字符处不是正确的 JSON"),
        (b'{"a": 1,\n}', "第 2 行第 1 个字符处不是正确的 JSON"),
        (b"{'a': 1}", "第 2 个字符处不是正确的 JSON"),
        (b'{"a": 01}', "第 8 个字符处不是正确的 JSON"),
        (b"{} {}", "第 4 个字符处不是正确的 JSON"),
        (b'{"a": "\xff"}', "第 8 个字节不是 UTF-8 编码"),
        (b'{"a": "\xed\xa0\x80"}', "第 8 个字节不是 UTF-8 编码"),
        ('{"a": "学历"}'.encode("gb18030"), "第 10 个字节不是 UTF-8 编码"),
        (b"[" * 100_000, "嵌套层数太多"),
        (b'{"a":' * 100_000, "嵌套层数太多"),
        (b" " * (MAX_BYTES + 1), "内容超过 1 MB"),
    ],
)
def test_what_is_no_object_is_refused(document: bytes, said: str) -> None:
    """Whatever is not one JSON object is refused, saying what was found."""
    assert [problem.found for problem in problems_of(lambda: read_json_object(document))] == [said]


def test_a_document_of_one_megabyte_is_read() -> None:
    """The limit itself is allowed."""
    assert read_json_object(b"{}".ljust(MAX_BYTES)) == {}


def test_length_is_counted_in_bytes() -> None:
    """A text counts as long as its UTF-8 is."""
    text = '{"a": "' + "字" * (MAX_BYTES // 3) + '"}'
    assert [p.found for p in problems_of(lambda: read_json_object(text))] == ["内容超过 1 MB"]


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ('{"a": 1, "a": 2}', "a", "出现了两次（1 和 2）"),
        ('{"a": null, "a": null}', "a", "出现了两次（null 和 null）"),
        ('{"b": {"a": "x", "a": "y"}}', "a", '出现了两次（"x" 和 "y"）'),
        ('{"a": 1, "\\u0061": 2}', "a", "出现了两次（1 和 2）"),
        ('{"\\ud800": 1, "\\ud800": 2}', "\\ud800", "出现了两次（1 和 2）"),
    ],
)
def test_a_doubled_key_is_refused(text: str, where: str, found: str) -> None:
    """A key that stands twice is an error that names both values."""
    assert [(p.where, p.found) for p in problems_of(lambda: read_json_object(text))] == [
        (where, found)
    ]


@given(st.binary() | st.text('{}[]":,0123456789.eE+-\\u tru').map(str.encode))
def test_any_bytes_are_read_or_refused(document: bytes) -> None:
    """No bytes raise anything but an ``InputError``."""
    with suppress(InputError):
        assert type(read_json_object(document)) is dict
