"""What ``check`` refuses beyond faults of form."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculator.cli.check.editions import check_editions, check_standard, check_together
from calculator.cli.loading import load_standard
from calculator.standard.editions import collect_editions
from calculator.standard.loading import STANDARDS
from calculator.standard.standard import Standard
from tests.support import FACTS, PASSPORT, editions, problems_of, small_data, standard_of

VETERAN = {"id": "veteran", "rule": "flat", "fact": "veteran", "points": 30}
RECORD = {"id": "record", "rule": "flat", "fact": "health_record", "points": 10}
MONTHS = {
    "id": "months",
    "rule": "per_unit",
    "fact": "social_insurance_months",
    "per": 1,
    "points": 5,
}
TAKEN = {
    "id": "detention",
    "part": "deduction",
    "rule": "per_unit",
    "fact": "detentions_5y",
    "per": 1,
    "points": -50,
}
DEGREE = {
    "id": "degree",
    "rule": "tiers",
    "ladders": [{"fact": "education", "bachelor": 60, "doctor": 400}],
}
GIFT = {"id": "gift", "rule": "unpublished", "confidence": "unpublished"}
AGAIN = {"id": "again", "part": "deduction", "rule": "flat", "fact": "veteran", "points": -5}


def refused(standard: Standard) -> list[str]:
    """What is wrong with a standard, a message each, without the file's name."""
    problems = problems_of(lambda: check_standard(standard))
    return [str(problem).removeprefix("small.toml ") for problem in problems]


def faults(*rows: Mapping[str, object], asked: str = "veteran", **changes: object) -> list[str]:
    """What is wrong with a standard of these rows."""
    return refused(standard_of(*rows, asked=asked, **changes))


def days(first: date | str, last: date | str, **changes: object) -> dict[str, Any]:
    """The track of a standard, in force on these days."""
    track: dict[str, Any] = small_data()["tracks"]["settlement"]
    in_force = {"from": first, "until": last}
    return {"settlement": track | {"in_force": in_force, "after": "之后未见。"} | changes}


def edition(name: str, first: date | str, last: date | str, **changes: object) -> Standard:
    """A sound standard in force on these days."""
    return standard_of(VETERAN, asked="veteran", id=name, tracks=days(first, last, **changes))


def between(*standards: Standard) -> list[str]:
    """What is wrong between these editions, a message each."""
    return [str(p) for p in problems_of(lambda: check_editions(collect_editions(FACTS, standards)))]


def test_a_sound_standard_is_passed_on() -> None:
    """Nothing is refused without a reason."""
    standard = standard_of(VETERAN, RECORD, TAKEN, asked="veteran health_record detentions_5y")
    assert check_standard(standard) is standard


def test_the_products_editions_are_sound() -> None:
    """What is shipped passes."""
    assert check_editions(editions()) is editions()


def test_a_source_that_nobody_cites_is_refused() -> None:
    """A source that is left over was forgotten somewhere."""
    assert faults(VETERAN, passport=PASSPORT) == [
        "sources.b：没有一处引用，应为删去，或在 sources 中引用"
    ]


@pytest.mark.parametrize(
    "citing",
    [
        {"mentioned": [PASSPORT | {"label": "某项", "sources": ["b"]}]},
        {"total": PASSPORT | {"floor": 0, "sources": ["b"]}},
        {"tracks": days(date(2016, 1, 15), "not seen", sources=["b"])},
        {
            "cutoffs": [
                PASSPORT
                | {"track": "settlement", "year": 2016, "area": "市区", "low": 1, "sources": ["b"]}
            ]
        },
    ],
)
def test_a_source_may_be_cited_anywhere(citing: dict[str, object]) -> None:
    """Not only rows have a passport."""
    changes = {"passport": PASSPORT} | citing
    assert refused(standard_of(VETERAN, asked="veteran", **changes)) == []


def test_a_source_may_be_cited_for_one_figure() -> None:
    """A figure of a row may have sources of its own."""
    capped = MONTHS | {"cap": 500, "passport": {"cap": {"sources": ["b"]}}}
    assert faults(capped, asked="social_insurance_months", passport=PASSPORT) == []


@pytest.mark.parametrize(
    ("row", "asked", "fault"),
    [
        (
            VETERAN | {"points": -30},
            "veteran",
            "items.veteran.points：base 中读到 -30，应为正数",
        ),
        (
            TAKEN | {"points": 50},
            "detentions_5y",
            "items.detention.points：deduction 中读到 50，应为负数",
        ),
        (
            TAKEN | {"cap": 100},
            "detentions_5y",
            "items.detention.cap：deduction 中读到 100，应为负数",
        ),
        (
            MONTHS | {"cap": -500},
            "social_insurance_months",
            "items.months.cap：base 中读到 -500，应为正数",
        ),
    ],
)
def test_signs_follow_the_part(row: dict[str, object], asked: str, fault: str) -> None:
    """Deductions are negative, cap and figures alike; nothing else is."""
    assert faults(row, asked=asked) == [fault]


@pytest.mark.parametrize(
    ("row", "asked", "fault"),
    [
        (
            VETERAN | {"cap": 20},
            "veteran",
            "items.veteran.cap：读到 20，应为不小于单次分值 30 的上限",
        ),
        (
            DEGREE | {"cap": 100},
            "education",
            "items.degree.cap：读到 100，应为不小于单次分值 400 的上限",
        ),
        (
            MONTHS | {"first": 50, "cap": 40},
            "social_insurance_months",
            "items.months.cap：读到 40，应为不小于单次分值 50 的上限",
        ),
        (
            TAKEN | {"cap": -40},
            "detentions_5y",
            "items.detention.cap：读到 -40，应为不小于单次分值 50 的上限",
        ),
    ],
)
def test_a_cap_leaves_room_for_one_award(row: dict[str, object], asked: str, fault: str) -> None:
    """A cap below a single award is a slip of the pen."""
    assert faults(row, asked=asked) == [fault]


@pytest.mark.parametrize(
    ("row", "asked", "fault"),
    [
        (
            VETERAN | {"cap": 40},
            "veteran",
            "items.veteran.cap：读到 40，没有答案到得了，应为到得了的上限，或删去",
        ),
        (
            MONTHS | {"cap": 6001},
            "social_insurance_months",
            "items.months.cap：读到 6001，没有答案到得了，应为到得了的上限，或删去",
        ),
        (
            TAKEN | {"cap": -50_001},
            "detentions_5y",
            "items.detention.cap：读到 -50001，没有答案到得了，应为到得了的上限，或删去",
        ),
    ],
)
def test_a_cap_that_no_answer_reaches_is_refused(
    row: dict[str, object], asked: str, fault: str
) -> None:
    """A cap beyond every answer would never bite."""
    assert faults(row, asked=asked) == [fault]


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        (VETERAN | {"cap": 30}, "veteran"),
        (MONTHS | {"cap": 6000}, "social_insurance_months"),
        (TAKEN | {"cap": -50}, "detentions_5y"),
        (TAKEN | {"cap": -50_000}, "detentions_5y"),
    ],
)
def test_a_cap_may_be_one_award_or_what_the_most_reach(row: dict[str, object], asked: str) -> None:
    """Both ends are allowed."""
    assert faults(row, asked=asked) == []


def test_every_disputed_cap_is_checked() -> None:
    """Each of the alternatives must make sense by itself."""
    row = MONTHS | {"alternatives": [{"cap": 500}, {"cap": 4}]}
    assert faults(row, asked="social_insurance_months") == [
        "items.months.cap：读到 4，应为不小于单次分值 5 的上限"
    ]


def test_a_fact_that_pushes_two_rows_apart_is_refused() -> None:
    """The sum of their intervals would not be exact; the message says what to do."""
    found = "veteran 在 veteran、again 几项里有的越多越加分，有的越多越扣分，范围会算不准"
    expected = "同一方向的几项：在 [facts] 中为相反的一项新设一项情况，不再用 veteran"
    assert faults(VETERAN, AGAIN) == [f"items.again：{found}，应为{expected}"]


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        (DEGREE | {"id": "other"}, "education"),
        (
            VETERAN | {"id": "other", "requires": {"fact": "education", "one_of": ["doctor"]}},
            "education veteran",
        ),
    ],
)
def test_a_choice_in_two_rows_is_refused(other: dict[str, object], asked: str) -> None:
    """Its answers have no order; the message says what to do."""
    assert faults(DEGREE, other, asked=asked) == [
        (
            "items.other：education 用在 degree、other 几项里，它的回答没有先后之分，范围会算不准，"
            "应为只有一项用 education：合写成一项，或在 [facts] 中为另一项新设一项情况"
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"tracks": ["settlement"]}, {"tracks": ["schooling"]}),
        (
            {"in_force": {"from": date(2016, 1, 15), "until": date(2016, 5, 31)}},
            {"in_force": {"from": date(2016, 6, 1), "until": date(2016, 12, 31)}},
        ),
    ],
)
def test_rows_that_never_meet_are_not_pushed_apart(
    one: dict[str, object], other: dict[str, object]
) -> None:
    """Rows of different tracks, or of different days, are never added."""
    settlement = days(date(2016, 1, 15), "not seen")["settlement"]
    tracks = {"settlement": settlement, "schooling": settlement}
    assert faults(VETERAN | one, AGAIN | other, tracks=tracks) == []


def test_rows_that_share_one_day_are_pushed_apart() -> None:
    """The last day of one row is the first of the other."""
    meets = date(2016, 5, 31)
    one = VETERAN | {"in_force": {"from": date(2016, 1, 15), "until": meets}}
    other = AGAIN | {"in_force": {"from": meets, "until": date(2016, 12, 31)}}
    assert len(faults(one, other)) == 1


def test_a_fact_may_push_two_rows_one_way() -> None:
    """Two rows for the same months are added without loss."""
    twice = MONTHS | {"id": "twice"}
    assert faults(MONTHS, twice, asked="social_insurance_months") == []


@pytest.mark.parametrize(
    ("row", "asked", "fact"),
    [
        (
            DEGREE | {"requires": {"fact": "education", "one_of": ["doctor"]}},
            "education",
            "education",
        ),
        (
            TAKEN | {"requires": {"fact": "detentions_5y", "at_least": 2}},
            "detentions_5y",
            "detentions_5y",
        ),
    ],
)
def test_a_prerequisite_does_not_read_what_the_row_scores(
    row: dict[str, object], asked: str, fact: str
) -> None:
    """But for what only ever gives more: both ends of the interval must be attained."""
    assert faults(row, asked=asked) == [
        f"items.{row['id']}.requires：{fact} 既作条件又计分，而且不是越多越多，应为分开的两项情况"
    ]


def test_a_prerequisite_may_read_what_gives_more() -> None:
    """Five points a month, from the twelfth month on."""
    row = MONTHS | {"requires": {"fact": "social_insurance_months", "at_least": 12}}
    assert faults(row, asked="social_insurance_months") == []


def test_a_member_of_another_part_is_refused() -> None:
    """A line stands in one part."""
    group = {"id": "group", "rule": "best_of", "of": ["veteran", "record"]}
    other = RECORD | {"part": "additional"}
    assert faults(VETERAN, other, group, asked="veteran health_record") == [
        "items.group.of：record 属于 additional，应为同属 base 的项"
    ]


def test_a_member_without_a_public_figure_is_refused() -> None:
    """What is not counted cannot be compared or added."""
    group = {"id": "group", "rule": "best_of", "of": ["veteran", "gift"]}
    asked = "veteran gift_claimed gift_points_declared"
    assert faults(VETERAN, GIFT, group, asked=asked) == [
        "items.group.of：gift 没有分值，应为有公开分值的项"
    ]


def test_a_veto_that_also_scores_is_refused() -> None:
    """What makes the total void is asked for nothing else."""
    limits = PASSPORT | {"void_if": ["veteran"]}
    assert faults(VETERAN, total=limits) == [
        "total.void_if：veteran 也用于计分，应为只用于一票否决的情况"
    ]


def test_every_fault_is_said_at_once() -> None:
    """Who mends a standard sees all of them."""
    assert (
        len(faults(VETERAN | {"cap": 20}, RECORD | {"cap": 20}, asked="veteran health_record")) == 2
    )


def test_editions_one_after_the_other_are_sound() -> None:
    """The day after the last is the first of the next."""
    old = edition("old", date(2016, 1, 15), date(2016, 12, 31))
    assert between(old, edition("new", date(2017, 1, 1), "not seen")) == []


@pytest.mark.parametrize(
    ("first", "since", "until"),
    [
        (date(2016, 12, 31), "2016-12-31", "2016-12-31"),
        (date(2016, 6, 1), "2016-06-01", "2016-12-31"),
        (date(2015, 1, 1), "2016-01-15", "2016-12-31"),
    ],
)
def test_overlapping_editions_are_refused(first: date, since: str, until: str) -> None:
    """No day has two standards; the message names the days."""
    old = edition("old", date(2016, 1, 15), date(2016, 12, 31))
    assert between(old, edition("new", first, "not seen")) == [
        (
            f"small.toml tracks.settlement.in_force：{since} 至 {until} 与 "
            "old（small.toml tracks.settlement.in_force）同时适用，应为每天只有一个版本"
        )
    ]


def test_a_successor_that_does_not_exist_is_refused() -> None:
    """The message names the editions that there are."""
    lost = edition("lost", date(2016, 1, 15), "not seen", replaced_by="nowhere")
    assert between(lost) == [
        "small.toml tracks.settlement.replaced_by：读到 nowhere，应为其中之一：lost"
    ]


@pytest.mark.parametrize(
    ("first", "changes"),
    [("not seen", {}), (date(2016, 1, 15), {"replaced_by": "next"})],
)
def test_an_edition_whose_days_are_not_stated_is_refused(
    first: date | str, changes: dict[str, object]
) -> None:
    """A beginning that nobody saw, or an end that its successor does not tell either."""
    follower = edition(
        "next",
        "not seen",
        "not seen",
        in_force={"from": "not seen", "until": "not seen", "used_from": date(2020, 1, 1)},
    )
    expected = "写明 from 或 used_from，以及 until、used_until 或后一版的 from"
    assert between(edition("small", first, "not seen", **changes), follower) == [
        f"small.toml tracks.settlement.in_force：看不出从哪天到哪天，应为{expected}"
    ]


def test_what_comes_after_the_last_day_is_said() -> None:
    """An edition that ends says what is known of the time after."""
    track = days(date(2016, 1, 15), date(2016, 12, 31))["settlement"]
    del track["after"]
    ending = standard_of(VETERAN, asked="veteran", tracks={"settlement": track})
    assert between(ending) == [
        "small.toml tracks.settlement.after：没有写，应为一句话：到期之后的情况"
    ]


def test_an_edition_without_an_end_needs_no_after() -> None:
    """There is no time after it."""
    track = days(date(2016, 1, 15), "not seen")["settlement"]
    del track["after"]
    open_ended = standard_of(VETERAN, asked="veteran", tracks={"settlement": track})
    assert between(open_ended) == []


def test_a_draft_is_checked_as_it_is_read(tmp_path: Path) -> None:
    """What does not pass is not scored."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8").replace("cap = 500", "cap = 4", 1)
    path = tmp_path / "draft.toml"
    path.write_text(text, "utf-8")
    problems = problems_of(lambda: load_standard(path, editions()))
    assert [problem.expected for problem in problems] == ["不小于单次分值 5 的上限"]


def test_doubt_is_written_as_alternatives() -> None:
    """A disputed figure without its several versions says nothing."""
    assert faults(VETERAN | {"confidence": "disputed"}) == [
        "items.veteran.confidence：写了 disputed，没有几种说法，应为写在 alternatives 中的几种说法"
    ]


def test_alternatives_that_do_not_differ_are_refused() -> None:
    """Twice the same figure is no dispute."""
    rows = VETERAN | {"alternatives": [{"points": 20}, {"points": 20}]}
    assert faults(rows) == ["items.veteran.alternatives：几种说法相同，应为不同的几种说法"]


def test_a_deduction_with_several_ladders_is_refused() -> None:
    """The highest of two deductions would be the milder one."""
    ladders = [{"fact": "education", "other": -20}, {"fact": "skill_level", "none": -30}]
    row = {"id": "worse", "part": "deduction", "rule": "tiers", "ladders": ladders}
    assert faults(row, asked="education skill_level") == [
        "items.worse.rule：扣减分中的 tiers 在几种里取一种，应为分开的几项：扣减没有就高"
    ]


def test_an_age_that_nobody_reaches_is_refused() -> None:
    """Nobody is 200 years old."""
    band = {"from": 200, "to": 245, "points": 5}
    row = {"id": "age", "rule": "age", "fact": "birth_date", "bands": [band]}
    assert len(faults(row, asked="birth_date")) == 1


def test_standards_checked_together_must_not_overlap() -> None:
    """A copy under another id rules the same days."""
    copy = standard_of(VETERAN, asked="veteran", id="copy")
    problems = problems_of(
        lambda: check_together(FACTS, [standard_of(VETERAN, asked="veteran"), copy])
    )
    assert [problem.expected for problem in problems] == ["每天只有一个版本"]


ONE_YEAR = {"from": date(2016, 1, 15), "until": date(2016, 12, 31)}
IS_DOCTOR = {"fact": "education", "one_of": ["doctor"]}


@pytest.mark.parametrize(
    ("rows", "asked", "said"),
    [
        (
            (VETERAN | {"requires": {"fact": "detentions_5y", "at_least": 1001}},),
            "veteran detentions_5y",
            "items.veteran.requires：近五年行政拘留或强制隔离戒毒要达到 1001",
        ),
        (
            (
                VETERAN | {"in_force": ONE_YEAR},
                RECORD,
                {"id": "best", "rule": "best_of", "of": ["veteran", "record"]},
            ),
            "veteran health_record",
            "items.best.of：veteran 只用于部分待遇或日期",
        ),
        (
            (
                DEGREE,
                DEGREE | {"id": "other"},
                {"id": "best", "rule": "best_of", "of": ["degree", "other"]},
            ),
            "education",
            "items.best.of：education 把 degree、other 推向不同的方向",
        ),
        (
            (DEGREE | {"ladders": 2 * [{"fact": "education", "bachelor": 60}]},),
            "education",
            "items.degree.ladders：同一项情况出现了两次",
        ),
        (
            (VETERAN | {"requires": [IS_DOCTOR, IS_DOCTOR | {"one_of": ["master"]}]},),
            "veteran education",
            "items.veteran.requires：education 出现了两次",
        ),
    ],
)
def test_what_would_not_be_exact_is_refused(
    rows: tuple[dict[str, object], ...], asked: str, said: str
) -> None:
    """At the row, whatever else is wrong with it."""
    assert [entry for entry in faults(*rows, asked=asked) if entry.startswith(said)] != []
