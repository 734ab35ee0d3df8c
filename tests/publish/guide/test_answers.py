"""By points? Entitled? How many? When? With what? Six days, the page's head and the command line.

Worked out by hand from the sources: an edition's id or a gap, the ways without points, and a few
words of each answer. Words of ``SAYS`` stand in both; what was not seen is said to be so.
"""

from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

import pytest
from jinja2 import Environment

from calculator.publish.guide.evidence import Evidence
from calculator.publish.guide.pages import shared_names, template_environment
from calculator.publish.guide.today import today
from calculator.text.ways import report_ways
from tests.support import editions


class Answer(NamedTuple):
    """What holds for a benefit on a day."""

    track: str
    on: str
    ways: tuple[str, ...]
    edition: str | None
    line: str
    says: tuple[str, ...]


HOME, TALENT, COUNTY = "有房直接落户", "人才落户", "昆山、张家港、常熟、太仓落户"
BY_HOME, SCHOOL = "有房的按住房入学", "通过学校或托幼机构参保"
PARENT = "学龄前的孩子随父母的职工医保参保"
NO_LINE: Final = "没有见到"
NEXT: Final = "之后的规定还没有见到"
AUTUMN: Final = "2026 年秋的办法没有见到；2025 年是 10–12 月，请问社区或学校"
NO_POINTS: Final = "2024 年以来见到的办法都不看积分"

ANSWERS: Final = (
    Answer("settlement", "2016-06-01", (), "suzhou-2016", "735 分",
           ("1 月 1 日至 10 月 31 日", "户口簿", "积分户籍准入卡", "社会事务中心")),
    Answer("settlement", "2020-06-01", (TALENT,), "suzhou-2016", "725–740 分",
           ("1 月 1 日至 10 月 31 日", "户口簿", "积分户籍准入卡")),
    Answer("settlement", "2022-06-01", (TALENT,), "suzhou-2021", "500 分",
           ("每年 7 月 31 日以前提出申请",)),
    Answer("settlement", "2024-10-01", (HOME, TALENT, COUNTY), "suzhou-2023-settlement", "200 分",
           ("全年都可以申请是推定的", "婚姻状况证明")),
    Answer("settlement", "2026-11-25", (HOME, TALENT, COUNTY), "suzhou-2023-settlement", "200 分",
           ("全年都可以申请是推定的", "婚姻状况证明")),
    Answer("settlement", "2027-06-01", (HOME, TALENT, COUNTY), None, "", (NEXT,)),
    Answer("schooling", "2016-06-01", (BY_HOME,), "suzhou-2016", NO_LINE,
           ("1 月 1 日至 4 月 15 日", "预防接种证原件", "学籍卡")),
    Answer("schooling", "2020-06-01", (BY_HOME,), "suzhou-2016", "120 分",
           ("1 月 1 日至 4 月 15 日", "预防接种证原件", "学籍卡")),
    Answer("schooling", "2022-06-01", (BY_HOME,), "suzhou-2021", NO_LINE,
           ("3 月 1 日至 5 月 30 日",)),
    Answer("schooling", "2024-10-01", (BY_HOME,), "suzhou-2024-schooling", NO_LINE, ()),
    Answer("schooling", "2026-11-25", (BY_HOME,), None, "",
           ("2026 年的办法没有见到", "2025 年按苏教规〔2025〕1号", "连续合法居住满六个月")),
    Answer("schooling", "2027-06-01", (BY_HOME,), None, "", ("2026 年的办法没有见到",)),
    Answer("medical", "2016-06-01", (), "suzhou-2016", NO_LINE,
           ("6 月 1 日至 8 月 31 日", "子女入医申请表")),
    Answer("medical", "2020-06-01", (), "suzhou-2016", NO_LINE,
           ("6 月 1 日至 9 月 10 日", "子女入医申请表")),
    Answer("medical", "2022-06-01", (SCHOOL,), "suzhou-2021", "300 分",
           ("6 月 1 日至 8 月 20 日",)),
    Answer("medical", "2024-10-01", (SCHOOL, PARENT), None, "",
           (NO_POINTS, "每年 10 月 1 日至 12 月 31 日", "书面说明")),
    Answer("medical", "2026-11-25", (SCHOOL, PARENT), None, "", (NO_POINTS, AUTUMN, "书面说明")),
    Answer("medical", "2027-06-01", (SCHOOL, PARENT), None, "", (NO_POINTS, AUTUMN, "书面说明")),
)  # fmt: skip

PLACE: Final = editions().places["suzhou"]


@cache
def templates() -> Environment:
    """The guide's templates, for the edition that it explains."""
    known = editions()
    return template_environment(shared_names(known), known, "suzhou-2016")


def page_of(answer: Answer) -> str:
    """What the benefit's page says, as it would on the day."""
    said = today(PLACE, answer.track, editions(), date.fromisoformat(answer.on))
    call = '{% from "guide.md" import benefit with context %}{{ benefit(said, track) }}'
    names = {"said": said, "track": answer.track, "evidence": Evidence()}
    return templates().from_string(call).render(names)


def told(answer: Answer) -> str:
    """What the command line says."""
    return report_ways(PLACE, answer.track, editions(), date.fromisoformat(answer.on))


def for_each(answers: Any = ANSWERS) -> pytest.MarkDecorator:
    """A test for each of the answers, by its day and benefit."""
    names = [f"{answer.track} {answer.on}" for answer in answers]
    return pytest.mark.parametrize("answer", answers, ids=names)


@for_each()
def test_the_head_names_the_ways_and_the_edition(answer: Answer) -> None:
    """Is it by points on the day, and by which ones."""
    said = today(PLACE, answer.track, editions(), date.fromisoformat(answer.on))
    assert tuple(way.title for way in said.ways) == answer.ways
    assert (said.ruling.id if said.ruling else None) == answer.edition


@for_each()
def test_the_head_says_how_many_when_and_with_what(answer: Answer) -> None:
    """And every way by its name."""
    words = page_of(answer)
    wanted = (*answer.ways, *answer.says, f"最近公布的线是 {answer.line}" if answer.line else "")
    expected = [text for text in wanted if NO_LINE not in text or text in answer.says]
    assert [text for text in expected if text not in words] == []


@for_each([answer for answer in ANSWERS if answer.edition])
def test_the_head_says_who_is_entitled(answer: Answer) -> None:
    """Every condition of the edition on that day, in its own words."""
    on = date.fromisoformat(answer.on)
    standard = editions().get(answer.edition or "")
    reasons = [part.reason for part in standard.conditions if part.applies(answer.track, on)]
    words = page_of(answer)
    assert reasons
    assert [reason for reason in reasons if reason not in words] == []


def test_who_needs_points_is_told_where_no_edition_is_known_to_rule() -> None:
    """A tenant of 2026 finds more than the way of those who own a home: the edition last seen."""
    [answer] = [a for a in ANSWERS if (a.track, a.on) == ("schooling", "2026-11-25")]
    _, _, who = page_of(answer).partition("## 谁能申请")
    who, _, _ = who.partition("\n## ")
    assert "**按积分**：2026 年的条件没有见到" in who
    assert "editions/suzhou-2024-schooling" in who


@for_each()
def test_the_command_line_says_the_same(answer: Answer) -> None:
    """Ways, line, time and papers; of a gap what is known."""
    words = told(answer)
    wanted = [*answer.ways, *answer.says]
    wanted += [answer.line] if answer.edition else []
    assert [text for text in wanted if text not in words] == []


@pytest.mark.parametrize("edition", ["suzhou-2021", "suzhou-2024-schooling"])
def test_papers_that_nobody_saw_are_said_to_be_so(edition: str) -> None:
    """Where an edition's list was not found."""
    answer = next(answer for answer in ANSWERS if answer.edition == edition)
    assert "清单没有见到" in page_of(answer)
    assert "带：没有见到" in told(answer)
