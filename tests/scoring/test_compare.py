"""Two editions side by side: rows, one person."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answers
from calculator.rules.shape import TableLine
from calculator.scoring.carry_over import carry_over
from calculator.scoring.compare_items import Change, Setting, compare_items, other_changes
from calculator.scoring.compare_person import ItemPoints, compare_person
from calculator.standard.read_standard import read_standard
from calculator.standard.standard import Standard
from calculator.text.compare_items import report_editions
from calculator.text.compare_person import report_person
from calculator.values.interval import ZERO, exactly
from tests.support import (
    FACTS,
    ITEM,
    ON,
    admissible,
    data_2016,
    problems_of,
    small,
    small_data,
    suzhou_2016,
    version_of_2016,
)

STANDARD = suzhou_2016()
SCORED = {
    fact: admissible(STANDARD.facts_by_id[fact])
    for item in STANDARD.items
    for fact in item.monotonicity
}


def changed(a: Standard, b: Standard) -> dict[str, Change]:
    """The rows that are not the same."""
    return {row.item: row.change for row in compare_items(a, b) if row.change != "same"}


def asking(scope: str = "suzhou", edition: str = "small", **items: dict[str, Any]) -> Standard:
    """A small standard of flat rows for veterans, with its question's scope."""
    text = f"您在 {scope} 服过役吗？"
    return small(
        id=edition,
        facts={"veteran": {"question": text, "scope": scope}},
        items=[ITEM | {"id": item} | keys for item, keys in (items or {"veteran": {}}).items()],
    )


def test_an_edition_beside_itself_is_the_same_in_every_row() -> None:
    """And in the order of its table."""
    found = compare_items(STANDARD, STANDARD)
    assert [row.item for row in found] == [item.id for item in STANDARD.items]
    assert changed(STANDARD, STANDARD) == {}


@pytest.mark.parametrize(
    ("item", "keys"),
    [
        ("residence", {"points": 31}),
        ("residence", {"cap": 301}),
        ("residence", {"per": 6}),
        ("residence", {"counted": "exact"}),
        ("residence", {"first": 40}),
        ("residence", {"requires": "lives_in_own_home"}),
        ("residence", {"tracks": ["settlement"]}),
        ("residence", {"part": "additional"}),
        ("residence", {"in_force": {"from": date(2016, 1, 15), "until": date(2017, 1, 1)}}),
        ("residence", {"rounding": {"mode": "up", "to": 5}}),
        ("residence", {"label": "居住年限"}),
        ("residence", {"whose": "household"}),
        ("residence", {"fact": "housing_fund_months"}),
        ("home", {"combine": "best"}),
        ("home", {"below": 10}),
        ("home", {"from": 70}),
        ("age", {"bands": [{"from": 18, "to": 45, "points": 10}]}),
        ("education", {"ladders": [{"fact": "education", "bachelor": 60}]}),
    ],
)
def test_whatever_decides_points_is_seen(item: str, keys: dict[str, Any]) -> None:
    """A change of any key that decides points, or of a row's name, makes its row a changed one."""
    assert changed(STANDARD, version_of_2016(**{item: keys}))[item] == "changed"


def test_only_the_rows_that_change_are_changed() -> None:
    """A new figure in one row leaves the others as they are."""
    assert changed(STANDARD, version_of_2016(residence={"points": 31})) == {"residence": "changed"}


def test_a_changed_row_has_its_terms_before_and_after() -> None:
    """As they stand in the guide's table."""
    row = next(
        row
        for row in compare_items(STANDARD, version_of_2016(residence={"cap": 310}))
        if row.was != row.now
    )
    assert row.was == (TableLine("每满 1 年", "30 分"), TableLine("最高", "300 分"))
    assert row.now == (TableLine("每满 1 年", "30 分"), TableLine("最高", "310 分"))
    assert row.settings == ()


def test_what_decides_beside_the_figures_is_named() -> None:
    """Only that in which the two differ."""
    new = version_of_2016(home={"combine": "best", "label": "自有住房"})
    row = next(row for row in compare_items(STANDARD, new) if row.item == "home")
    assert row.was == row.now
    assert row.settings == (
        Setting("名称", "房产", "自有住房"),
        Setting("有几个数的", "相加", "只算最大的"),
    )


def test_disputed_figures_are_all_compared() -> None:
    """A change in the second of two accounts is a change."""
    one, other = (
        small(
            items=[
                {
                    key: value
                    for key, value in ITEM.items()
                    if key not in ("points", "confidence", "sources")
                }
                | {
                    "confidence": "disputed",
                    "alternatives": [
                        {"points": 30, "sources": ["a"]},
                        {"points": points, "sources": ["b"]},
                    ],
                }
            ]
        )
        for points in (40, 50)
    )
    assert changed(one, other) == {"veteran": "changed"}


def test_removed_rows_stand_where_they_stood() -> None:
    """After the row that they followed; new ones where the second has them."""
    a = asking(one={}, gone={}, also_gone={}, two={})
    b = asking(zero={}, one={}, new={}, two={})
    assert [(row.item, row.change) for row in compare_items(a, b)] == [
        ("zero", "added"),
        ("one", "same"),
        ("gone", "removed"),
        ("also_gone", "removed"),
        ("new", "added"),
        ("two", "same"),
    ]


def test_a_question_that_counts_something_else_changes_its_rows() -> None:
    """With the two questions, though the figures are the same."""
    (row,) = compare_items(asking("suzhou"), asking("urban"))
    assert row.settings == (Setting("问的是", "您在 suzhou 服过役吗？", "您在 urban 服过役吗？"),)


# ---------------------------------------------------------------- one person


NOT_PUNISHED: Answers = {"city_management_violations": 0}


def test_a_person_under_both() -> None:
    """Totals and the points of each item."""
    both = compare_person(
        STANDARD,
        version_of_2016(residence={"points": 31}),
        {"residence_months": 24, **NOT_PUNISHED},
        None,
        ON,
    )
    assert ItemPoints("residence", "办理居住证年限", exactly(60), exactly(62)) in both.points
    assert both.now.total.low - both.was.total.low == 2
    assert both.ask_again == ()


def test_an_answer_of_another_scope_is_not_carried_over() -> None:
    """Under the second edition it is unknown, and to be asked again."""
    both = compare_person(asking("suzhou"), asking("urban"), {"veteran": True}, None, ON)
    assert both.was.total == exactly(30)
    assert (both.now.total.low, both.now.total.high) == (0, 30)
    assert both.ask_again == ("veteran",)


def test_only_answers_that_were_given_are_asked_again() -> None:
    """Who had not answered has nothing to answer again."""
    assert compare_person(asking("suzhou"), asking("urban"), {}, None, ON).ask_again == ()


def test_answers_to_other_choices_are_not_carried_over() -> None:
    """The same id with other choices is another question."""
    a, b = (
        small(
            facts={"own": {"kind": "choice", "label": "…", "choices": choices} | asked},
            items=[
                {key: value for key, value in ITEM.items() if key not in ("fact", "points")}
                | {"rule": "tiers", "ladders": [{"fact": "own", "high": 5}]}
            ],
        )
        for asked in [{"question": "？", "scope": "applicant"}]
        for choices in ({"low": "低", "high": "高"}, {"low": "低", "mid": "中", "high": "高"})
    )
    assert carry_over(a, b, {"own": "high"}) == {}


def told(edition: str) -> Standard:
    """A standard with a row whose points only the office knows."""
    asked = {"question": "？", "scope": "official"}
    return small(
        id=edition,
        facts={"gift_claimed": asked, "gift_points_declared": asked},
        items=[
            {key: value for key, value in ITEM.items() if key not in ("fact", "points")}
            | {"id": "gift", "rule": "unpublished", "confidence": "unpublished"}
        ],
    )


def test_points_officially_told_hold_for_their_edition_only() -> None:
    """In another edition they are to be told again; in a new version of the same they stand."""
    facts = {"gift_points_declared": 20}
    assert compare_person(told("old"), told("new"), facts, None, ON).ask_again == (
        "gift_points_declared",
    )
    assert compare_person(told("old"), told("old"), facts, None, ON).now.total == exactly(20)


def test_an_answer_that_only_the_second_asks_for_counts_there() -> None:
    """The first has not asked for it, so it cannot have meant anything else."""
    data = small_data(id="later")
    data["facts"]["health_record"] = {"question": "？", "scope": "suzhou"}
    data["items"].append(ITEM | {"id": "record", "fact": "health_record", "points": 10})
    later = read_standard(data, "later.toml", FACTS)
    both = compare_person(small(), later, {"veteran": False, "health_record": True}, None, ON)
    assert (both.was.total, both.now.total) == (ZERO, exactly(10))
    assert ItemPoints("record", "退役军人", None, exactly(10)) in both.points


def tracks(*named: str) -> Standard:
    """A standard with these tracks."""
    data = small_data(id="-".join(named))
    (track,) = data["tracks"].values()
    return read_standard(data | {"tracks": dict.fromkeys(named, track)}, "t.toml", FACTS)


def test_without_a_track_the_only_common_one_is_meant() -> None:
    """Not each edition's own."""
    both = compare_person(tracks("settlement"), tracks("schooling", "settlement"), {}, None, ON)
    assert (both.was.track, both.now.track) == ("settlement", "settlement")


@pytest.mark.parametrize(
    ("named", "found", "expected"),
    [
        (("schooling", "medical"), "两版没有共同的待遇", ""),
        (("settlement", "medical"), '读到 "medical"', "两版都有的一种：settlement"),
    ],
)
def test_a_track_that_one_edition_lacks_is_refused(
    named: tuple[str, ...], found: str, expected: str
) -> None:
    """With those that both have."""
    refused = problems_of(
        lambda: compare_person(tracks("settlement"), tracks(*named), {}, "medical", ON)
    )
    assert [(problem.found, problem.expected) for problem in refused] == [(found, expected)]


@given(st.fixed_dictionaries({}, optional=SCORED))
def test_a_version_without_changes_changes_nobody(facts: dict[str, Any]) -> None:
    """The same figures give the same points, item by item."""
    both = compare_person(STANDARD, version_of_2016(), facts, "settlement", ON)
    assert [points.was for points in both.points] == [points.now for points in both.points]


# ---------------------------------------------------------------- words


def test_the_report_tells_rows_that_change_and_names_the_others() -> None:
    """What an officer reads before publishing."""
    said = report_editions(STANDARD, version_of_2016(residence={"points": 31}))
    assert "新增 0 项，取消 0 项，改变 1 项，不变 26 项。" in said
    assert "改变：办理居住证年限（residence）\n  原：每满 1 年 30 分；最高 300 分\n" in said
    assert "不变：年龄、" in said


def test_the_report_on_a_person_names_what_to_answer_again() -> None:
    """With both questions; rows that give nothing in either are no change."""
    said = report_person(
        compare_person(asking("suzhou"), asking("urban"), {"veteran": True}, None, ON)
    )
    assert said.splitlines()[:2] == [
        "这个人 2016-05-15 的总分：30 分 → 0–30 分",
        "  退役军人：30 分 → 0–30 分",
    ]
    assert "原问「您在 suzhou 服过役吗？」，现问「您在 urban 服过役吗？」" in said


def test_a_change_of_evidence_shows_between_two_versions_of_one_file() -> None:
    """A row that is less sure than before is a change, though no figure moved."""
    data = data_2016()
    item = next(item for item in data["items"] if item["id"] == "age")
    item["confidence"] = "single"
    changed = [
        row for row in compare_items(suzhou_2016(), read_standard(data, "x", FACTS)) if row.settings
    ]
    assert [(row.item, [setting.heading for setting in row.settings]) for row in changed] == [
        ("age", ["可信度"])
    ]


def test_what_changes_beside_the_rows_is_named() -> None:
    """A condition's figure and a day in force are news to an officer."""
    data = data_2016()
    condition = next(
        condition for condition in data["conditions"] if condition["id"] == "area_per_person"
    )
    condition["all"][0]["at_least"] = 20
    data["tracks"]["medical"]["in_force"]["from"] = date(2016, 2, 1)
    assert other_changes(suzhou_2016(), read_standard(data, "x", FACTS)) == {
        "待遇和适用日期": ("medical",),
        "申请条件": ("area_per_person",),
    }
