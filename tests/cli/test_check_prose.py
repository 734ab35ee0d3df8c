"""What ``check`` refuses in the words of a row: figures that its own data do not hold."""

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from calculator.cli.check.prose import WORDS, prose_faults
from calculator.reading.toml_file import read_toml
from calculator.standard.loading import FACTS_FILE, standard_files
from tests.support import TEMPLATE_PATH

FILES = {name: path for name, path in standard_files().items() if name != FACTS_FILE}


def window(**changes: object) -> dict[str, Any]:
    """A file with one window of sixty days, with some keys changed."""
    row = {"id": "complete", "text": "60 日内办理。", "days": 60, "working": False}
    return {"windows": [row | changes]}


def faults(tables: dict[str, Any]) -> list[str]:
    """Where something is wrong."""
    return [fault.where for fault in prose_faults(tables, "x.toml")]


@pytest.mark.parametrize(
    ("tables", "where"),
    [
        (window(), []),
        (window(text="90 日内办理。"), ["windows.complete.text", "windows.complete.text"]),
        (window(days=90), ["windows.complete.text", "windows.complete.text"]),
        (window(text="60 日内办理，7 月 20 日发卡。", figures_in_text=["7", "20"]), []),
        (window(figures_in_text=["7"]), ["windows.complete.figures_in_text"]),
        ({"conditions": [{"id": "a", "reason": "满一年。", "all": [{"at_least": 12}]}]}, []),
        (
            {"conditions": [{"id": "a", "reason": "满两年。", "all": [{"at_least": 12}]}]},
            ["conditions.a.reason"],
        ),
        (
            {"conditions": [{"id": "a", "reason": "满六个月。", "all": [{"at_least": 8}]}]},
            ["conditions.a.reason", "conditions.a.reason"],
        ),
        ({"facts": {"a": {"question": "小学一年级吗？"}}}, []),
        ({"tracks": {"a": {"after": "到 2025 年。"}}}, ["tracks.a.after"]),
        ({"contact": {"text": "拨 12345。"}}, ["contact.text"]),
        ({"cutoffs": [{"note": "线是 7 分。", "low": 7}]}, []),
    ],
)
def test_a_figure_in_words_stands_in_the_data_too(tables: dict[str, Any], where: list[str]) -> None:
    """Or is declared beside the words; what is declared is said."""
    assert faults(tables) == where


def test_the_windows_of_a_way_are_read_too() -> None:
    """At their place in the file."""
    way = {"id": "home", "text": "直接办。"} | window(days=90)
    assert set(faults({"ways": [way]})) == {"ways.home.windows.complete.text"}


@pytest.mark.parametrize("name", FILES)
def test_the_product_has_no_figure_in_words_alone(name: str) -> None:
    """Every one is in its row's data or declared."""
    assert list(prose_faults(read_toml(FILES[name], name), name)) == []


def test_the_template_has_no_figure_in_words_alone() -> None:
    """What officers start from is passed on as it stands."""
    assert list(prose_faults(read_toml(TEMPLATE_PATH), "template.toml")) == []


def slips(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """What was changed, and the same tables with one figure of their words thirty more."""
    if isinstance(value, dict | list):
        for inside in value if isinstance(value, dict) else range(len(value)):
            if inside in ("sources", "choices"):
                continue
            for said, changed in slips(value[inside], str(inside)):
                copied = copy.copy(value)
                copied[inside] = changed
                yield f"{inside}.{said}", copied
    elif isinstance(value, str) and key in WORDS:
        for found in re.finditer(
            r"[0-9]+(?=[–至0-9 ]*(?:年|月|日|分|个|天|周岁|平方米|次))", value
        ):
            slip = value[: found.start()] + str(int(found[0]) + 30) + value[found.end() :]
            yield slip, slip


@pytest.mark.parametrize("name", FILES)
def test_no_slip_in_words_goes_unnoticed(name: str) -> None:
    """60 日 that became 90 日, in any text of any row."""
    tables = read_toml(FILES[name], name)
    rooms = {room: rows for room, rows in tables.items() if isinstance(rows, dict | list)}
    unnoticed = [said for said, changed in slips(rooms) if not any(prose_faults(changed, name))]
    assert unnoticed == []
