"""Tables of applicants and seats, read and written."""

import csv
import io
from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.ranking.admission import quota, seats, threshold
from calculator.ranking.applicant import Applicant
from calculator.ranking.contest import Admissions, Contest
from calculator.ranking.read_admissions import read_admissions, read_seats
from calculator.ranking.read_applicants import Applicants, read_applicants
from calculator.ranking.write_ranking import COLUMNS, rank_lists, write_csv
from tests.ranking.contest import GOOD, HEADING, contest, numbered, read
from tests.support import FACTS, ITEM, ON, problems_of, small


def written(
    people: Iterable[Applicant], track: str = "settlement", admissions: Admissions | None = None
) -> list[list[str]]:
    """The rows of the ranking, without the heading."""
    stream = io.StringIO()
    here = contest(track, admissions)
    people = list(people)
    others = [person for person in people if person.other_parent_total is not None]
    readings = here.readings(("other_parent_total",) if others else ())
    write_csv(stream, rank_lists(Applicants(people, readings), here))
    return list(csv.reader(stream.getvalue().splitlines()))[1:]


def table(*rows: str, heading: str = HEADING) -> str:
    """A table with these rows."""
    return "\n".join([heading, *rows])


def refusals(*rows: str) -> list[str]:
    """What is said of these rows."""
    return read(table(*rows))[1]


def test_a_row_becomes_a_ranking_key() -> None:
    """Total, base points, date, row, and how many items are not counted."""
    people, refused, remarks = read(table(f"A,{GOOD}"))
    expected = Applicant("A", 540, 510, people[0].registered, row=2, note="未计入 1 项")
    assert people == [expected]
    assert str(people[0].registered) == "2012-03-01"
    assert refused == []
    assert remarks == []


def test_an_item_that_is_told_counts() -> None:
    """By the points officially told, or as none."""
    heading = f"{HEADING},blood_points_declared,blood_claimed"
    people, _, _ = read(table(f"A,{GOOD},20,", f"B,{GOOD},,false", f"C,{GOOD},,", heading=heading))
    assert [(person.total, person.note) for person in people] == [
        (560, ""),
        (540, ""),
        (540, "未计入 1 项"),
    ]


def test_answers_that_contradict_each_other_are_refused() -> None:
    """As in a document."""
    heading = f"{HEADING},blood_points_declared,blood_claimed"
    refused = read(table(f"A,{GOOD},20,false", heading=heading))[1]
    said = "第 2 行（A）blood_claimed、blood_points_declared 列：一处说没有（false）"
    assert [entry[: len(said)] for entry in refused] == [said]


def test_a_total_that_is_no_number_is_refused() -> None:
    """The facts that are missing are named, a missing column like an empty cell."""
    heading = "id,veteran,registration_date"
    said = "空着，总分不是一个数（{} 分起），应为填好：社会保险月数"
    _, refused, _ = read(table("A,true,", "B,,2012-03-01", heading=heading))
    assert refused == [
        f"第 2 行（A）social_insurance_months、birth_date 列：{said.format(30)}、出生日期",
        (
            "第 3 行（B）social_insurance_months、veteran、birth_date 列："
            f"{said.format(0)}、军队退役人员、出生日期"
        ),
    ]


def test_sources_that_disagree_refuse_whom_it_concerns() -> None:
    """No answer helps; the row is named, and why."""
    ways = [{"points": 30}, {"points": 20}]
    item = {key: value for key, value in ITEM.items() if key != "points"}
    standard = small(items=[item | {"confidence": "disputed", "alternatives": ways}])
    refused: list[str] = []
    here = Contest(standard, "settlement", ON, FACTS, {(): None})
    text = table("A,true,", "B,false,", heading="id,veteran,registration_date")
    people = read_applicants(numbered(text), here, lambda p: refused.append(str(p)), print)
    assert [person.id for person in people.accepted] == ["B"]
    assert refused == [
        "第 2 行（A）：总分不是一个数（20–30 分）：退役军人，公开来源不一致，应为一个数"
    ]


def test_every_fault_of_a_row_is_said() -> None:
    """Each with row, person and column."""
    day = "一个日期，写作 1990-05-08，从 1900-01-01 起，不晚于估算日期"
    assert refusals("A,perhaps,-1,1990-05-08,31.3.2012") == [
        '第 2 行（A）veteran 列：读到 "perhaps"，应为 true 或 false',
        '第 2 行（A）social_insurance_months 列：读到 "-1"，应为 0 到 1200 的整数（个月）',
        f'第 2 行（A）registration_date 列：读到 "31.3.2012"，应为{day}',
    ]


def test_a_date_that_became_a_serial_number_is_told_as_such() -> None:
    """With the day that it may have been, which is never assumed."""
    said = "像是电子表格的日期序号（{0}），应为写作 {0} 的日期：请先把这一列设为文本格式"
    assert refusals("A,true,1,32999,42384.5") == [
        f"第 2 行（A）birth_date 列：读到 32999，{said.format('1990-05-06')}",
        f"第 2 行（A）registration_date 列：读到 42384.5，{said.format('2016-01-15')}",
    ]


def test_an_id_that_stands_twice_is_refused_both_times() -> None:
    """Both rows are named; the third too."""
    people, refused, _ = read(table(f"A,{GOOD}", f"B,{GOOD}", f"A,{GOOD}", f"A,{GOOD}"))
    assert [person.id for person in people] == ["B"]
    assert refused == [
        '第 4 行（A）id 列：第 2 行也是 "A"，应为每位一行，这几行都没有排',
        '第 5 行（A）id 列：第 2 行也是 "A"，应为每位一行，这几行都没有排',
    ]


def test_an_id_whose_first_row_is_faulty_is_doubled_all_the_same() -> None:
    """Nobody knows which row was meant."""
    people, refused, _ = read(table("A,perhaps,1,1990-05-08,", f"A,{GOOD}", f"B,{GOOD}"))
    assert [person.id for person in people] == ["B"]
    assert len(refused) == 2


def test_a_formula_for_an_id_is_refused() -> None:
    """By its row, and said why."""
    said = refusals(f"=A,{GOOD}", f"B,{GOOD}")
    assert said[0].startswith('第 2 行 id 列：读到 "=A"，以 = 开头的格会被电子表格当作公式执行')


def test_a_formula_in_a_cell_is_no_answer() -> None:
    """It is refused as any other wrong value."""
    said = refusals("A,true,=60+40,1990-05-08,")
    assert said == [
        '第 2 行（A）social_insurance_months 列：读到 "=60+40"，应为 0 到 1200 的整数（个月）'
    ]


def test_columns_without_a_use_are_told() -> None:
    """Those of another edition, and those of another benefit."""
    heading = f"{HEADING},health_record,school,other_parent_total"
    remarks = read(table(f"A,{GOOD},true,x,oops", heading=heading))[2]
    assert remarks == ["本次用不到的列：health_record、school、other_parent_total"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEADING, "没有一行能读的申请人，应为标题行下面每行一位"),
        (f"{HEADING}\n,,,,", "没有一行能读的申请人，应为标题行下面每行一位"),
        ("id,veteran", "第 1 行 registration_date 列：没有，应为有这一列"),
        (f"{HEADING},name", '第 1 行：第 6 列 "name" 不认识'),
    ],
)
def test_a_table_of_no_use_is_refused(text: str, said: str) -> None:
    """As a whole."""
    faults = [str(problem) for problem in problems_of(lambda: read(text))]
    assert [fault[: len(said)] for fault in faults] == [said]


def test_the_other_parents_total_is_read_for_a_child() -> None:
    """A number, or nothing where there is none."""
    heading = f"{HEADING},other_parent_total"
    rows = [f"A,{GOOD},480.5", f"B,{GOOD},", f"C,{GOOD},many", f"D,{GOOD},-50"]
    people, refused, _ = read(table(*rows, heading=heading), "schooling")
    assert [person.other_parent_total for person in people] == [Fraction(961, 2), None, -50]
    assert refused == ['第 4 行（C）other_parent_total 列：读到 "many"，应为一个数，例如 480']


SEATS = "town,school,grade,seats\n镇,一小,1,1\n镇,二小,1,1\n"
PLACED = "id,veteran,social_insurance_months,birth_date,registration_date,town,school,grade"


def test_people_compete_within_town_school_and_grade() -> None:
    """Those above the seats are in, the rest are listed for 统筹调剂."""
    admissions = read_seats(numbered(SEATS))
    rows = [f"A,{GOOD},镇,一小,1", f"B,{GOOD},镇,二小,1", f"C,{GOOD},镇,二小,1"]
    rows[1] = rows[1].replace("100", "101")
    people, refused, _ = read(table(*rows, heading=PLACED), "schooling", admissions)
    found = [
        (admission[1], admission[0], admission[5], admission[6])
        for admission in written(people, "schooling", admissions)
    ]
    assert found == [
        ("A", "1", "yes", "镇 一小 1；未计入 1 项"),
        ("B", "1", "yes", "镇 二小 1；未计入 1 项"),
        ("C", "2", "no", "镇 二小 1；统筹调剂；未计入 1 项"),
    ]
    assert refused == []


def test_whoever_is_below_the_floor_is_told_so() -> None:
    """With the floor, and no word of 统筹调剂."""
    admissions: Admissions = {("镇", "一小", "1"): seats(3, 541)}
    people, _, _ = read(table(f"A,{GOOD},镇,一小,1", heading=PLACED), "schooling", admissions)
    row = written(people, "schooling", admissions)[0]
    assert row[5:] == ["no", "镇 一小 1；低于 541 分；未计入 1 项"]


def test_a_school_without_seats_is_refused_by_name() -> None:
    """So is an applicant without one."""
    admissions = read_seats(numbered(SEATS))
    rows = [f"A,{GOOD},镇,三小,1", f"B,{GOOD},镇,,1"]
    assert read(table(*rows, heading=PLACED), "schooling", admissions)[1] == [
        "第 2 行（A）town、school、grade 列：镇 三小 1 不在学位表中，应为学位表中的一行",
        "第 3 行（B）school 列：空着，应为不空的文字",
    ]


def test_for_seats_the_columns_of_the_place_are_needed() -> None:
    """Otherwise nobody has a list to compete in."""
    found = problems_of(lambda: read(table(f"A,{GOOD}"), "schooling", {("镇", "一小", "1"): None}))
    assert [problem.where for problem in found] == [
        "第 1 行 town 列",
        "第 1 行 school 列",
        "第 1 行 grade 列",
    ]


def test_seats_are_read_with_their_floor() -> None:
    """A floor may be missing, a number of seats may be none."""
    text = "town,school,grade,seats,floor\n镇,一小,1,40,155.5\n镇,一小,7,0,\n"
    assert read_seats(numbered(text)) == {
        ("镇", "一小", "1"): seats(40, Fraction(311, 2)),
        ("镇", "一小", "7"): seats(0),
    }


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "学位表：没有一行，应为每校每年级一行"),
        ("镇,一小,1,\n", '学位表第 2 行 seats 列：读到 ""，应为不小于 0 的整数'),
        ("镇,一小,1,-1\n", '学位表第 2 行 seats 列：读到 "-1"，应为不小于 0 的整数'),
        ("镇,一小,1,1.5\n", '学位表第 2 行 seats 列：读到 "1.5"，应为不小于 0 的整数'),
        ("镇,,1,1\n", "学位表第 2 行 school 列：空着，应为不空的文字"),
        ("=镇,一小,1,1\n", '学位表第 2 行 town 列：读到 "=镇"，以 = 开头'),
        ("镇,一小,1,1\n镇,一小,1,2\n", "学位表第 3 行：第 2 行也是 镇 一小 1，应为每校每年级一行"),
        ('镇,"一小,1,1\n', "学位表第 2 行：引号没有成对"),
    ],
)
def test_faulty_seats_are_refused_as_a_whole(rows: str, said: str) -> None:
    """Half a table would admit the wrong people."""
    text = f"town,school,grade,seats\n{rows}"
    faults = [str(problem) for problem in problems_of(lambda: read_seats(numbered(text)))]
    assert [fault[: len(said)] for fault in faults] == [said]


def test_seats_without_their_heading_are_refused() -> None:
    """Each column that is missing, and what is no column."""
    found = problems_of(lambda: read_seats(numbered("town,school,grade,places\n镇,一小,1,1\n")))
    assert [problem.where for problem in found] == ["学位表第 1 行", "学位表第 1 行 seats 列"]


def test_what_was_asked_for_is_read() -> None:
    """A quota, a threshold, or nothing."""
    asked = [read_admissions("3", None, None), read_admissions(None, "155", None)]
    asked.append(read_admissions(None, None, None))
    assert asked == [{(): quota(3)}, {(): threshold(155)}, {(): None}]


@pytest.mark.parametrize(
    ("quota_text", "threshold_text"),
    [("", None), ("-1", None), ("1.5", None), ("x", None), (None, ""), (None, "x")],
)
def test_what_is_no_number_is_not_asked_for(
    quota_text: str | None, threshold_text: str | None
) -> None:
    """It is refused by the option's name."""
    found = problems_of(lambda: read_admissions(quota_text, threshold_text, None))
    assert [problem.where for problem in found] == [
        "quota" if threshold_text is None else "threshold"
    ]


def test_a_ranking_is_written_in_order() -> None:
    """Rank, points, date, and what is to be said."""
    rows = [f"A,{GOOD}", f"B,{GOOD}", f"C,{GOOD}", "D,true,100,1990-05-08,"]
    rows[2] = rows[2].replace("true", "false")
    people, _, _ = read(table(*rows))
    tied = "并列：有人的居住登记日期空着；并列处在录取线上，规则没有写谁先"
    assert written(people, admissions={(): quota(1)}) == [
        ["1", "A", "540", "510", "2012-03-01", "tie", f"{tied}；未计入 1 项"],
        ["1", "B", "540", "510", "2012-03-01", "tie", f"{tied}；未计入 1 项"],
        ["1", "D", "540", "510", "", "tie", f"{tied}；居住登记日期空着；未计入 1 项"],
        ["4", "C", "510", "510", "2012-03-01", "no", "未计入 1 项"],
    ]


def test_why_people_tie_is_written() -> None:
    """All equal, or two orders that disagree."""
    alike = [Applicant(name, 500, 400, ON, 7) for name in "AB"]
    open_order = [Applicant("C", 300, 200, ON, 9), Applicant("D", 300, 100, ON, 10)]
    one_alone = [Applicant("E", 200, 200, ON), Applicant("F", 200, 100, ON, 10)]
    assert [row[6] for row in written([*alike, *open_order, *one_alone], "schooling")] == [
        *["并列：总分、基础分、居住登记日期、另一方总分都相同"] * 2,
        *["并列：另一方总分与基础分、居住登记日期先比哪一项，规则没有写"] * 2,
        *["并列：有人的另一方总分空着"] * 2,
    ]


def test_where_no_order_is_known_equal_totals_tie() -> None:
    """Base points and dates decide nothing then."""
    items = [ITEM, ITEM | {"id": "health", "fact": "health_record", "part": "additional"}]
    asked = {
        fact: {"question": "？", "scope": "applicant"} for fact in ("veteran", "health_record")
    }
    standard = small(items=items, facts=asked)
    here = Contest(standard, "settlement", ON, FACTS, {(): quota(2)})
    rows = ["A,true,false,2012-03-01", "B,false,true,2012-03-02", "C,true,false,"]
    text = table(*rows, heading="id,veteran,health_record,registration_date")
    found = rank_lists(read_applicants(numbered(text), here, print, lambda _: None), here)
    tied = "并列：总分相同，这一版没有写同分怎样排；并列处在录取线上，规则没有写谁先"
    assert [(row[0], row[1], *row[5:]) for row in found] == [
        (1, "A", "tie", tied),
        (1, "B", "tie", tied),
        (1, "C", "tie", f"{tied}；居住登记日期空着"),
    ]


def test_a_higher_total_of_the_other_parent_is_said() -> None:
    """An equal one is not."""
    people = [Applicant("A", 500, 400, ON, 501), Applicant("B", 400, 400, ON, 400)]
    assert [row[6] for row in written(people, "schooling")] == ["另一方总分 501，比本人高", ""]


def test_that_the_other_parents_totals_were_not_compared_is_said() -> None:
    """To those of equal totals, where the table has no such column."""
    people = [
        Applicant("A", 500, 400, ON),
        Applicant("B", 500, 300, ON),
        Applicant("C", 400, 0, ON),
    ]
    assert [row[6] for row in written(people, "schooling")] == [*["没有比另一方总分"] * 2, ""]


def test_points_are_written_as_decimals() -> None:
    """Half a point as .5, a deduction with a hyphen."""
    row = written([Applicant("A", Fraction(-59, 2), Fraction(4, 2), ON)])[0]
    assert row[2:4] == ["-29.5", "2"]


cells = st.sampled_from(["", "true", "100", "1990-05-08", "=1", "x", "42384", '"'])
ids = st.sampled_from(["A", "B", "C", "=D", "张三", "", "E F"])
rows_of = st.lists(st.tuples(ids, st.sampled_from([GOOD]) | cells), max_size=8)


@given(rows_of)
def test_every_row_is_ranked_or_refused(rows: list[tuple[str, str]]) -> None:
    """Each id is written once or refused by name, never both; each other row by its number."""
    text = table(*(f"{name},{rest}" for name, rest in rows), f"Z,{GOOD}")
    people, refused, _ = read(text)
    ranked = [row[1] for row in written(people)]
    assert len(set(ranked)) == len(ranked)
    for number, (name, rest) in enumerate(rows, start=2):
        named = any(
            f"第 {number} 行" in said and (f"（{name}）" in said or "（" not in said.split("：")[0])
            for said in refused
        )
        twice = any(f"第 {number} 行也是" in said for said in refused)
        empty = not name and not rest
        assert (named or twice or empty) != (name in ranked)


def test_what_is_written_has_these_columns() -> None:
    """The contract's."""
    assert COLUMNS == ("rank", "id", "total", "base", "registration_date", "admitted", "note")
