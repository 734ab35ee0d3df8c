"""The worksheet on paper: whoever follows its words gets the points worked out by hand.

Nothing of ``calculator`` is imported: the people are the golden cases, read from their files, the
sheet is read as it is printed.
"""

import re
import tomllib
from datetime import date
from fractions import Fraction
from math import inf
from typing import Any, Final

import pytest

from tests.publish.guide.paper import ROOT, Row, paper
from tests.publish.guide.sentences import Answer, Number, Person, follow

# What is printed on the sheet for each answer of a golden case: a person knows what they answer to.
ASKED: Final = {
    "birth_date": "出生日期",
    "education": "学历",
    "skill_level": "职业技能等级",
    "professional_title": "专业技术职称",
    "social_insurance_months": "社会保险月数",
    "social_insurance_months_nanjing": "南京社会保险月数",
    "housing_fund_months": "住房公积金月数",
    "home_areas": "住房建筑面积",
    "lives_in_own_home": "住在自有房里",
    "residence_months": "居住月数",
    "residence_months_nanjing": "南京居住月数",
    "family_planning_compliant": "符合计划生育政策",
    "invention_patents": "发明专利",
    "utility_patents_this_year": "实用新型专利",
    "awards_district": "区级表彰",
    "awards_municipal": "市级表彰",
    "awards_prefectural": "地级以上或厅级以上表彰",
    "sports_top_three": "国家级体育比赛前三名",
    "child_vaccination_record": "儿童预防接种证",
    "child_vaccinations_complete": "完成规划疫苗接种",
    "maternal_child_card": "母婴保健卡",
    "maternal_child_health_service": "接受孕产妇和儿童健康管理",
    "health_record": "居民健康档案",
    "veteran": "军队退役人员",
    "paired_aid_hukou": "对口扶贫地区户籍",
    "hardship_industry_one_year": "从事特殊艰苦行业满一年",
    "spring_festival_2021": "2021 年春节留在苏州",
    "donation_yuan": "公益捐赠",
    "public_welfare_post": "特殊公益性岗位",
    "service_years": "服役年数",
    "city_management_violations": "违反城市管理",
    "dishonest_judgment_debtor_times": "列入失信被执行人名单",
    "detentions_5y": "近五年行政拘留或强制隔离戒毒",
    "sentence_months": "刑期",
}
CHOICES: Final = {
    "other": "大专以下或其他",
    "senior_secondary": "高中、中职",
    "junior_college": "大专（高职）",
    "bachelor": "大学本科",
    "master": "硕士研究生",
    "doctor": "博士研究生",
    "none": "没有",
    "level_5": "五级（初级工）",
    "level_4": "四级（中级工）",
    "level_3": "三级（高级工）",
    "level_2": "二级（技师）",
    "level_1": "一级（高级技师）",
    "junior": "初级职称",
    "intermediate": "中级职称",
    "senior": "副高及以上职称",
}
UNPUBLISHED: Final = {
    "sports_other": "体育比赛其他名次",
    "social_contribution": "社会贡献",
    "investment_and_tax": "投资纳税",
    "deduction_family_planning": "违反计划生育政策",
    "deduction_offence": "违法犯罪",
    "deduction_dishonesty": "失信行为",
    "awards": "表彰奖励",
    "administrative_penalty": "行政处罚",
    "detention": "行政拘留",
    "other_conduct": "其他行为",
    "invention_patent": "发明专利",
    "inventions": "发明创造",
}
BENEFITS: Final = {
    "settlement": ("户籍准入", "积分落户"),
    "schooling": ("子女入学", "积分入学"),
    "medical": ("子女入医",),
}


def filled(row: Row, case: dict[str, Any], end: int) -> dict[str, Answer]:
    """The answers to a row's questions; an empty one at its lower (0) or upper (1) end."""
    given: dict[str, Answer] = {}
    for fact in row.facts:
        if fact in row.ends:
            ids = [key for key, name in ASKED.items() if name == fact]
            answer = case["facts"].get(ids[0])
            given[fact] = (
                printed(row.ends[fact][end], fact)
                if answer is None
                else answered(ids[0], answer, case["on"])
            )
            given["this"] = given[fact]
        elif fact != "官方告知的分值":
            item = next(key for key, name in UNPUBLISHED.items() if fact in (name, f"其他{name}"))
            told = case["facts"].get(f"{item}_points_declared")
            given["this"] = case["facts"].get(f"{item}_claimed", "")
            given["told"] = "" if told is None else Fraction(str(told))
    return given


def ids_of(row: Row) -> list[str]:
    """The facts that a row asks for, but for those of rows without a public figure."""
    return [key for key, name in ASKED.items() if name in row.facts]


def answered(fact: str, answer: Any, on: date) -> Answer:
    """An answer of a golden case as it is written on the sheet."""
    if fact == "birth_date":
        born = date.fromisoformat(answer)
        birthday = (on.month, on.day) >= (born.month, born.day)
        return Fraction(on.year - born.year - (not birthday))
    if isinstance(answer, list):
        return [Fraction(str(amount)) for amount in answer]
    if isinstance(answer, bool):
        return answer
    return CHOICES[answer] if isinstance(answer, str) else Fraction(str(answer))


def printed(end: str, fact: str) -> Answer:
    """The answer that the sheet says to take where a question is left empty."""
    if fact == "住房建筑面积":
        return [inf] if end == "不限" else []
    if m := re.fullmatch("([0-9]+)(?: 周岁)?", end):
        return Fraction(m[1])
    return inf if end == "不限" else {"是": True, "否": False}.get(end, end)


def work_out(rows: tuple[Row, ...], case: dict[str, Any], end: int) -> tuple[Number, list[str]]:
    """The total at one end, and the rows with a dash."""
    person = Person({}, BENEFITS[case["track"]], case["on"])
    sums: dict[str, Number] = {}
    dashes = []
    for row in rows:
        if row.kind == "row":
            given = filled(row, case, end)
            person.answers |= given
            person.claimed[row.number] = given.get("this", "")
            person.told[row.number] = given.get("told", "")
            person.left_empty = not any(fact in case["facts"] for fact in ids_of(row))
            ways = [follow(way, person) for way in row.ways]
            known = [points for points in ways if points is not None]
            if known:
                person.points[row.number] = max(known) if end else min(known)
            else:
                dashes.append(row.label)
        elif row.kind == "sum":
            m = re.fullmatch("第 (.+) 行相加，画横的不加。", row.how)
            assert m, row.how
            listed = m[1].split("、")
            assert not {other.number for other in rows if other.member} & set(listed)
            sums[row.number] = sum(person.points.get(number, 0) for number in listed)
    m = re.fullmatch("(.+)相加。", rows[-1].how)
    assert (m is not None, rows[-1].kind) == (True, "total")
    return sum(sums[mark] for mark in (m[1] if m else "").split("、")), dashes


def golden() -> list[tuple[str, dict[str, Any]]]:
    """Every case of every edition, each with all its answers; an unknown one is missing."""
    found = []
    for path in sorted((ROOT / "tests/golden").glob("*/*.toml")):
        data = tomllib.loads(path.read_text("utf-8"), parse_float=Fraction)
        for case in data["cases"]:
            asked = {k: v for k, v in data["all_no"].items() if k not in case.get("unknown", ())}
            found.append((data["standard"], case | {"facts": asked | case.get("facts", {})}))
    return found


CASES: Final = golden()


def expected(total: Any) -> tuple[Number, Number]:
    """Both ends of the total worked out by hand; without ``low`` or ``high`` there is no limit."""
    if isinstance(total, dict):
        return total.get("low", -inf), total.get("high", inf)
    return total, total


@pytest.mark.parametrize(
    ("standard", "case"), CASES, ids=[f"{standard}:{case['id']}" for standard, case in CASES]
)
def test_sheet_gives_the_total_worked_out_by_hand(standard: str, case: dict[str, Any]) -> None:
    """Followed word by word, both columns come to the golden case's total."""
    sheet = paper(standard)
    ends = (work_out(sheet, case, 0)[0], work_out(sheet, case, 1)[0])
    assert ends == expected(case["total"])


@pytest.mark.parametrize(
    ("standard", "case"), CASES, ids=[f"{standard}:{case['id']}" for standard, case in CASES]
)
def test_a_dash_stands_where_nothing_is_counted(standard: str, case: dict[str, Any]) -> None:
    """As many rows have a dash as the golden case does not count."""
    assert len(work_out(paper(standard), case, 0)[1]) == len(case.get("not_counted", ()))
