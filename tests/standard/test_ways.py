"""Ways without points: read from their file, open on a day, and what is said once it is over."""

from datetime import date
from typing import Any

import pytest

from calculator.reading.table import read_root
from calculator.standard.ways import Way, Ways, read_ways
from tests.support import FACTS, PASSPORT, problems_of

SOURCE = {"title": "来源", "url": "https://a.example", "seen": date(2026, 11, 25), "link": True}
CONDITION = PASSPORT | {"id": "served", "label": "退役", "reason": "您须退役。", "all": ["veteran"]}


def way_data(**changes: object) -> dict[str, Any]:
    """A way to settle since 2024-08-01, with some keys changed; None leaves one out."""
    data = PASSPORT | {
        "id": "home",
        "track": "settlement",
        "order": 1,
        "in_force": {"from": date(2024, 8, 1), "until": "not seen"},
        "title": "有房直接落户",
        "who": "有房的人。",
        "text": "直接办。",
        "where": "派出所。",
        "conditions": [CONDITION],
    }
    return {key: value for key, value in (data | changes).items() if value is not None}


def file_data(*ways: dict[str, Any], **changes: object) -> dict[str, Any]:
    """The tables of a file with these ways."""
    question = {"question": "您是退役军人吗？", "scope": "applicant"}
    return {
        "sources": {"a": SOURCE},
        "facts": {"veteran": question},
        "ways": list(ways) or [way_data()],
    } | changes


def read(data: dict[str, Any]) -> Ways:
    """The ways of such a file."""
    return read_root(
        data, "ways.toml", lambda root: read_ways(root, FACTS, ("settlement", "schooling"))
    )


def only(**changes: object) -> Way:
    """The one way of a file."""
    return read(file_data(way_data(**changes))).ways[0]


def faults(data: dict[str, Any]) -> list[str]:
    """Where something is wrong with the file."""
    return [f"{problem.file} {problem.where}" for problem in problems_of(lambda: read(data))]


@pytest.mark.parametrize(
    ("day", "open_"),
    [(date(2024, 7, 31), False), (date(2024, 8, 1), True), (date(2099, 1, 1), True)],
)
def test_a_way_without_a_last_day_goes_on(day: date, open_: bool) -> None:  # noqa: FBT001 - a column
    """From its first day on."""
    assert only().rules(day) == open_


def test_a_way_ends_on_its_last_day() -> None:
    """The last day still belongs to it."""
    way = only(in_force={"from": date(2024, 8, 1), "until": date(2025, 1, 1)}, after="已停。")
    assert (way.rules(date(2025, 1, 1)), way.rules(date(2025, 1, 2))) == (True, False)


def test_what_was_seen_until_a_day_says_so_afterwards() -> None:
    """Not on that day itself."""
    way = only(last_seen=date(2025, 12, 31), after="之后没有见到。")
    assert way.reservation(date(2025, 12, 31)) == ""
    assert way.reservation(date(2026, 1, 1)) == "之后没有见到。"


def test_ways_are_those_of_the_track_and_the_day() -> None:
    """In the order of the file."""
    ways = read(file_data(way_data(), way_data(id="school", track="schooling")))
    assert [way.id for way in ways.on("settlement", date(2026, 11, 25))] == ["home"]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (file_data(way_data(sources=None)), "ways.toml ways.home.sources"),
        (file_data(way_data(), way_data()), "ways.toml ways.2.id"),
        (file_data(way_data(track="housing")), "ways.toml ways.home.track"),
        (file_data(way_data(last_seen=date(2025, 1, 1))), "ways.toml ways.home.after"),
        (
            file_data(way_data(in_force={"from": date(2024, 8, 1), "until": date(2024, 7, 31)})),
            "ways.toml ways.home.in_force.until",
        ),
        (file_data(way_data(conditions=None)), "ways.toml facts.veteran"),
        (file_data(facts={}), "ways.toml facts.veteran"),
        (
            file_data(
                way_data(
                    windows=[
                        PASSPORT
                        | {
                            "id": "early",
                            "kind": "apply",
                            "label": "申请",
                            "text": "……",
                            "from": "01-01",
                            "until": "12-31",
                            "in_force": {"from": date(2023, 1, 1), "until": date(2023, 12, 31)},
                        }
                    ]
                )
            ),
            "ways.toml ways.home.windows.early.in_force",
        ),
    ],
    ids=[
        *("no passport", "doubled", "no such track", "nothing said after", "ends before it begins"),
        *("question for nothing", "no question", "window outside the way"),
    ],
)
def test_a_fault_stands_at_its_key(data: dict[str, Any], where: str) -> None:
    """A way without evidence, or that contradicts itself, is refused."""
    assert where in faults(data)
