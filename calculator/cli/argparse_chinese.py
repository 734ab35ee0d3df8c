"""What ``argparse`` says, in Chinese, through its own seam: the catalogues of ``gettext``.

``gettext`` reads catalogues from files only, for the language that the environment names. So one is
written to a temporary folder while arguments are read, and the language is named for as long.
"""

import gettext
import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示这些说明",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "the following arguments are required: %s": "缺少 %s",
    "one of the arguments %s is required": "%s 中要写一个",
    "unrecognized arguments: %s": "不认识 %s",
    "not allowed with argument %s": "不能和 %s 一起用",
    "ignored explicit argument %r": "后面不带值，读到 %r",
    "expected one argument": "后面要写一个值",
    "expected at most one argument": "后面最多写一个值",
    "expected at least one argument": "后面至少写一个值",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s 不明确，可能是 %(matches)s"
    ),
    "unexpected option string: %s": "不认识选项 %s",
    "invalid %(type)s value: %(value)r": "读到 %(value)r，不是 %(type)s",
    "invalid choice: %(value)r (choose from %(choices)s)": ("没有 %(value)s，可用：%(choices)s"),
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "没有 %(value)s，是不是 %(closest)s？可用：%(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "没有 %(parser_name)s，可用：%(choices)s"
    ),
    "subcommands": "命令",
    "%(heading)s:": "%(heading)s：",
}
"""What a person can meet, of every Python from 3.11 on; the rest is for who writes the parser."""

PLURALS: Final[Mapping[tuple[str, str], str]] = {
    ("expected %s argument", "expected %s arguments"): "后面要写 %s 个值",
}
"""What ``argparse`` says of one and of several; Chinese says both alike."""


@contextmanager
def in_chinese() -> Iterator[None]:
    """Let ``argparse`` speak Chinese inside; afterwards all is as before.

    Where nothing can be written, not even temporarily, it speaks English.
    """
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    folder_before = gettext.bindtextdomain(domain)
    try:
        temporary = TemporaryDirectory()
    except OSError:
        yield
        return
    with temporary as folder:
        catalogue = Path(folder) / f"zh/LC_MESSAGES/{domain}.mo"
        catalogue.parent.mkdir(parents=True)
        catalogue.write_bytes(_compiled())
        os.environ["LANGUAGE"] = "zh"
        gettext.bindtextdomain(domain, folder)
        try:
            yield
        finally:
            gettext.bindtextdomain(domain, folder_before)
            os.environ.pop("LANGUAGE")
            if before is not None:
                os.environ["LANGUAGE"] = before


def _compiled() -> bytes:
    """The catalogue in the form that ``gettext`` reads: GNU MO, little-endian, without hashes."""
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"
    plurals = {"\0".join(words): chinese for words, chinese in PLURALS.items()}
    pairs = sorted(
        (english.encode(), chinese.encode())
        for english, chinese in {"": header, **MESSAGES, **plurals}.items()
    )
    start = 28 + 16 * len(pairs)  # the head, then two tables of lengths and offsets
    tables: list[bytes] = []
    texts = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<2I", len(pair[column]), start + len(texts)))
            texts += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + b"".join(tables) + texts
