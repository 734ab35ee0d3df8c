"""Past lines of a year."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from calculator.reading.problems import InputError, Problem
from calculator.reading.table import Table
from calculator.standard.cutoffs import Cutoff, read_cutoffs
from calculator.standard.passport import Passport
from calculator.values.interval import Interval, exactly
from tests.support import PASSPORT, SOURCES, editions, problems_of

TRACKS = ("settlement", "schooling")
LINE = PASSPORT | {"track": "settlement", "year": 2019, "area": "市区", "low": 670}
SINGLE = Passport((SOURCES["a"],), "single", date(2016, 5, 1), None)


def cutoffs(*tables: Mapping[str, object]) -> tuple[Cutoff, ...]:
    """``LINE`` once for each table of changes; None leaves a key out."""
    problems: list[Problem] = []
    merged = [LINE | dict(table) for table in tables]
    listed = [{k: v for k, v in entry.items() if v is not None} for entry in merged]
    found = read_cutoffs(Table({"cutoffs": listed}, "", problems), TRACKS, SOURCES)
    if problems:
        raise InputError(problems)
    return found


def faults(**changes: object) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault of a changed line."""
    return [(p.where, p.expected) for p in problems_of(lambda: cutoffs(changes))]


def test_a_line_is_read() -> None:
    """One number for a year, with where it comes from."""
    assert cutoffs({}) == (Cutoff("settlement", 2019, None, "市区", exactly(670), "", SINGLE),)


def test_lines_stand_in_the_order_of_the_data() -> None:
    """Years may have several."""
    assert [cutoff.year for cutoff in cutoffs({}, {"year": 2018}, {})] == [2019, 2018, 2019]


def test_a_standard_may_have_no_lines() -> None:
    """Most have none."""
    assert cutoffs() == ()


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({"low": 0}, exactly(0)),
        ({"low": Fraction(1341, 2)}, exactly(Fraction(1341, 2))),
        ({"high": 670}, exactly(670)),
        ({"high": 700, "confidence": "disputed"}, Interval(670, 700)),
    ],
)
def test_where_sources_disagree_it_is_an_interval(
    changes: dict[str, object], points: Interval
) -> None:
    """Without ``high``, the line is one number."""
    assert cutoffs(changes)[0].points == points


def test_a_year_that_no_source_names_is_none() -> None:
    """It is said not to be seen, never guessed."""
    assert cutoffs({"year": "not seen"})[0].year is None


def test_a_line_may_hold_from_a_day_on() -> None:
    """A year may have had several lines."""
    assert cutoffs({"since": date(2019, 6, 1)})[0].since == date(2019, 6, 1)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"track": "pension"}, ("track", "其中之一：settlement、schooling")),
        ({"year": "2019"}, ("year", '一个整数，或 "not seen"')),
        ({"year": None}, ("year", '一个整数，或 "not seen"')),
        ({"area": ""}, ("area", "一段不空的文字")),
        ({"low": None}, ("low", "一个数字")),
        ({"low": "670"}, ("low", "一个数字")),
        ({"since": "soon"}, ("since", "一个日期，例如 2016-01-15")),
        ({"high": 700}, ("confidence", 'low 与 high 不同时写 "disputed"')),
        ({"confidence": "disputed"}, ("confidence", 'low 与 high 不同时写 "disputed"')),
        ({"high": 600, "confidence": "disputed"}, ("high", "不小于 low（670）的分值")),
        ({"sources": ["c"]}, ("sources", "[sources] 中的来源：a、b")),
        (
            {"points": 670},
            (
                "points",
                "其中之一：low、track、year、since、area、high、note、sources、confidence、checked_on、clause、figures_in_text",
            ),
        ),
    ],
)
def test_a_fault_stands_at_its_key(changes: dict[str, object], fault: tuple[str, str]) -> None:
    """An officer is told where and what is expected."""
    key, expected = fault
    assert faults(**changes) == [(f"cutoffs.1.{key}", expected)]


def test_the_products_lines_belong_to_tracks_of_their_edition() -> None:
    """At least one line is shipped, and each names a year or says that none was seen."""
    lines = [cutoff for standard in editions().standards.values() for cutoff in standard.cutoffs]
    years = {line.year for line in lines if line.year is not None}
    assert (bool(lines), [year for year in years if not 2016 <= year <= 2030]) == (True, [])
