"""How a benefit is had on a day, as text."""

from datetime import date

from calculator.text.ways import report_ways
from tests.support import editions

TODAY = date(2026, 11, 25)


def report(track: str, on: date = TODAY) -> str:
    """The text for Suzhou."""
    known = editions()
    return report_ways(known.places["suzhou"], track, known, on)


def test_ways_without_points_stand_first() -> None:
    """Before the edition that rules."""
    said = report("settlement")
    assert said.index("可能不用积分：有房直接落户") < said.index("按积分：苏州市区积分落户")


def test_the_line_is_the_latest_of_that_time() -> None:
    """No line of a later year, none that did not hold yet."""
    assert "分数线：2016 年市区 735 分" in report("settlement", date(2016, 6, 1))
    assert "分数线：2024 年市区 250 分" in report("settlement", date(2024, 6, 30))
    assert "分数线：2024 年市区 200 分" in report("settlement", date(2024, 7, 1))


def test_where_no_edition_rules_it_is_said() -> None:
    """With what is known of the time after the last one."""
    assert "这一天没有见到适用的版本" in report("medical")


def test_a_season_that_was_seen_only_before_is_no_promise() -> None:
    """Dates of last year are not this year's."""
    said = report("medical")
    assert "2026 年秋的办法没有见到" in said
    assert "2025 年 10 月 1 日" not in said


def test_a_season_that_runs_is_told() -> None:
    """With the dates that were seen for it."""
    assert "时间：2025 年 10 月 1 日至 12 月 31 日" in report("medical", date(2025, 11, 1))
