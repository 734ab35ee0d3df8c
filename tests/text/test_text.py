"""What is told in few words: editions, families, pictures, past lines, windows, conditions."""

from datetime import date

import pytest

from calculator.answers.facts import Answers
from calculator.scoring.compare_person import compare_person
from calculator.scoring.eligibility import Finding
from calculator.scoring.estimate import estimate
from calculator.scoring.family import estimate_family
from calculator.scoring.golden_cases import Difference
from calculator.scoring.outlook import Crossing, outlook
from calculator.standard.conditions import State
from calculator.standard.windows import Opening, window_on
from calculator.text.compare_person import report_person
from calculator.text.conditions import describe_state, describe_verdict
from calculator.text.cutoffs import describe_against_cutoff, describe_past_cutoffs
from calculator.text.edition import describe_period
from calculator.text.estimate import describe_reservations, report_estimate
from calculator.text.family import report_family
from calculator.text.golden_cases import describe_differences
from calculator.text.outlook import describe_crossing, describe_gain, report_outlook
from calculator.text.range_chart import describe_range_chart
from calculator.text.windows import describe_opening
from calculator.values.interval import INFINITY, Interval, exactly
from tests.support import ON, PASSPORT, editions, estimated, small, suzhou_2016

TRACKS = suzhou_2016().tracks


def test_edition_whose_first_day_nobody_saw_says_so() -> None:
    """Neither a day nor a use was seen."""
    words = "落户从哪天起按这一版，公开来源没有见到。"
    assert describe_period(TRACKS["settlement"], None) == words


def test_edition_seen_in_use_until_a_day_says_so() -> None:
    """The last day of use is no last day in force."""
    edition = editions().get("suzhou-2021")
    track = edition.tracks["schooling"]
    assert describe_period(track, editions().period(edition, "schooling")) == (
        "入学从 2021 年 1 月 1 日起按这一版，见到用于 2022 年 12 月 31 日以前。"
    )


def test_report_of_a_family_begins_with_whose_total_counts() -> None:
    """Then the total, then each parent."""
    found = report_family(
        estimate_family(
            suzhou_2016(), {"residence_months": 11}, {"residence_months": 11}, "schooling", ON
        )
    )
    assert found.startswith("按已知情况，两位家长都不符合申请条件。没有扣分的话，就高计 ")
    assert "\n\n第一位家长\n" in found
    assert "\n\n第二位家长\n" in found


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (exactly(970), "共 970 分，都已确定。x"),
        (Interval(0, 30), "确定的 0 分，最多到 30 分。x"),
        (Interval(-INFINITY, INFINITY), "确定的有多少还不清楚，往上没有上限。x"),
    ],
)
def test_picture_is_told(total: Interval, words: str) -> None:
    """Who does not see it reads what is certain and what is open."""
    assert describe_range_chart(total, "x") == words


@pytest.mark.parametrize(
    ("total", "line", "words"),
    [
        (exactly(735), exactly(735), "您正好达到"),
        (exactly(736), exactly(735), "您已超过"),
        (exactly(735), Interval(728, 740), "各来源有出入，您的分数在几个数之间"),
        (exactly(740), Interval(728, 740), "您正好达到"),
        (Interval(735, 760), exactly(735), "您已达到"),
        (Interval(700, 734), exactly(735), "您还不到"),
        (Interval(700, 735), exactly(735), "够不够还说不准"),
    ],
)
def test_total_beside_a_past_line(total: Interval, line: Interval, words: str) -> None:
    """The line itself is reached."""
    assert describe_against_cutoff(total, line) == words


def test_benefit_without_past_lines_says_so() -> None:
    """Nothing is invented."""
    assert describe_past_cutoffs([], TRACKS["medical"]) == "没有见到这一版入医的历年分数线。"


@pytest.mark.parametrize(
    ("standard", "track", "on", "words"),
    [
        ("2023-settlement", "settlement", date(2024, 5, 1), "可以申请，全年受理。"),
        ("2021", "settlement", date(2021, 8, 1), "下一次从哪天开始没有见到。"),
        ("2021", "settlement", date(2021, 7, 31), "这天是最后一天；从哪天开始没有见到。"),
        ("2016", "settlement", date(2016, 10, 30), "到 2016 年 10 月 31 日为止，还有 1 天。"),
        ("2016", "settlement", date(2016, 12, 31), "2017 年 1 月 1 日起可以申请，还有 1 天。"),
    ],
)
def test_window_is_told(standard: str, track: str, on: date, words: str) -> None:
    """Open, not yet open, all year, or only its last day known."""
    opening = window_on(editions().get(f"suzhou-{standard}").windows, track, on)
    assert isinstance(opening, Opening)
    assert describe_opening(opening, on).endswith(words)


@pytest.mark.parametrize(
    ("condition", "state", "words"),
    [
        ("homeowner", "met", "不走这条途径，要用积分"),
        ("homeowner", "another_route", "不用积分，另有途径"),
        ("insured", "met", "符合"),
        ("insured", "unmet", "不符合"),
    ],
)
def test_condition_is_told(condition: str, state: State, words: str) -> None:
    """Where it is met that something is not so, that is what is said."""
    found = next(entry for entry in suzhou_2016().conditions if entry.id == condition)
    assert describe_state(Finding(found, state, ())) == words


@pytest.mark.parametrize(
    ("state", "begins"),
    [
        ("another_route", "您可能不用积分。您在统一报名前取得"),
        ("unmet", "按您的回答，还不能申请：孩子"),
        ("met", "按您的回答，公开的申请条件都符合。"),
        ("unknown", "能不能申请还不清楚，这些要再看："),
    ],
)
def test_verdict_names_what_decides(state: State, begins: str) -> None:
    """The reason of another route, the labels of what is unmet or open."""
    found = [entry for entry in suzhou_2016().conditions if entry.id == "starting_grade"]
    if state == "another_route":
        found = [entry for entry in suzhou_2016().conditions if entry.id == "homeowner"]
    words = describe_verdict(state, [Finding(entry, state, ()) for entry in found])
    assert words.startswith(begins)


def test_edition_without_conditions_says_nothing_of_who_may_apply() -> None:
    """That no source shows one does not mean that there is none."""
    words = "没有见到这一版公开的申请条件，能不能申请还不清楚。"
    assert describe_verdict("unknown", []) == words


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"veteran": False, "serious_crime": True}, "有一票否决的情况，总分作废。"),
        ({"veteran": False}, "有没有一票否决的情况还不清楚，有的话总分作废。"),
        ({"veteran": False, "serious_crime": False}, "总分不低于 0 分。"),
    ],
)
def test_total_with_a_veto_and_a_floor_says_both(answers: Answers, said: str) -> None:
    """What makes a total void, and what it is not below."""
    limits = PASSPORT | {"floor": 0, "void_if": ["serious_crime"]}
    questions = {
        name: {"question": "？", "scope": "applicant"} for name in ("veteran", "serious_crime")
    }
    standard = small(total=limits, facts=questions)
    assert said in describe_reservations(estimate(standard, answers, None, ON))


def test_missing_line_of_a_case_is_told() -> None:
    """A case may name an item that the edition does not have."""
    words = describe_differences([Difference("hat", exactly(1), None)], suzhou_2016())
    assert words == "不一致：hat手算 1 分，程序算得 没有这一行。"


def test_lists_of_a_case_are_told() -> None:
    """What is not counted, or that nothing is."""
    words = describe_differences([Difference("declared", {"b", "a"}, set())], suzhou_2016())
    assert words == "不一致：按官方告知分值计入的项目手算 a、b，程序算得 没有。"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Crossing(ON, ON, None, before_deductions=False), "735 分：现在已经达到。"),
        (Crossing(None, None, None, before_deductions=False), "735 分：到最后一天也达不到。"),
        (
            Crossing(None, ON, None, before_deductions=False),
            "735 分：按已答的情况还不能确定达到；没填的都按最高算，现在就够。",
        ),
        (
            Crossing(date(2017, 1, 1), date(2017, 1, 1), date(2018, 1, 1), before_deductions=False),
            "735 分：2017-01-01 达到，2018-01-01 起又低于它。",
        ),
        (
            Crossing(ON, ON, None, before_deductions=True),
            "735 分：没有扣分的话，现在已经达到。",
        ),
    ],
)
def test_day_of_a_line_is_told(found: Crossing, words: str) -> None:
    """Reached, not reached, possibly reached, lost again."""
    assert describe_crossing(found, 735, ON) == words


def test_gain_without_an_end_is_told() -> None:
    """Where nobody can say how much."""
    assert describe_gain(Interval(0, INFINITY)) == "能加分"


def test_report_names_what_is_left_out() -> None:
    """Items without a public figure."""
    assert "分值未公布" in report_estimate(estimated({}))


def test_person_of_whom_all_answers_carry_over_is_asked_nothing_again() -> None:
    """One edition beside itself."""
    both = compare_person(suzhou_2016(), suzhou_2016(), {"veteran": True}, "settlement", ON)
    assert "要重新回答" not in report_person(both)


def test_outlook_without_a_line_tells_of_none() -> None:
    """The days, the steps, and on what it rests."""
    found = outlook(suzhou_2016(), {}, "settlement", ON, until=ON, line=None)
    assert "达到" not in report_outlook(found, ())


@pytest.mark.parametrize(
    ("violations", "told"),
    [
        ({}, ["其余回答不变，也没有扣分：", "2016-05-15  90 分起"]),
        ({"city_management_violations": 0}, ["其余回答不变：", "2016-05-15  90 分起"]),
        ({"city_management_violations": 1}, ["其余回答不变：", "2016-05-15  40 分起"]),
    ],
)
def test_outlook_is_told_before_deductions_while_these_have_no_end(
    violations: Answers, told: list[str]
) -> None:
    """What it assumes says so, and its rows have a lower end."""
    facts: Answers = {"social_insurance_months": 18, **violations}
    found = report_outlook(outlook(suzhou_2016(), facts, "settlement", ON, until=ON, line=None), ())
    lines = found.splitlines()
    assert [lines[1].partition("一直不断，")[2], lines[3]] == told


def test_day_on_which_nothing_changes_is_left_out() -> None:
    """The table holds the days on which the total moves, and the deadlines."""
    known: Answers = {"birth_date": date(1990, 6, 1), "education": "other"}
    found = outlook(suzhou_2016(), known, "settlement", ON, until=date(2016, 12, 31), line=None)
    assert "2016-06-01" in {str(day.on) for day in found.totals}
    assert "\n2016-06-01" not in report_outlook(found, ())


def test_outlook_with_nothing_to_do_names_no_steps() -> None:
    """Nobody becomes a veteran by trying."""
    found = outlook(small(), {}, "settlement", ON, until=ON, line=None)
    assert "可以做的" not in report_outlook(found, ())
