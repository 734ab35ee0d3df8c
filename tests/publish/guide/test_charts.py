"""Charts: what is drawn stands in the table behind, and nothing is drawn that nobody knows."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from calculator.publish.guide.charts import chart_cutoffs, chart_parts, chart_year
from calculator.publish.guide.charts.year import days_of, years_of
from calculator.standard.windows import MonthDay
from tests.support import editions, suzhou_2016

STANDARDS = list(editions().standards.values())
SVG = "{http://www.w3.org/2000/svg}"


def charts() -> Iterator[tuple[str, Markup]]:
    """Every chart of every edition and track."""
    for standard in STANDARDS:
        yield f"parts-{standard.id}", chart_parts(standard)
        for track in standard.tracks:
            yield f"year-{standard.id}-{track}", chart_year(standard, track)
    for track in ("settlement", "schooling", "medical"):
        yield f"cutoffs-{track}", chart_cutoffs(STANDARDS, track)


CHARTS = dict(charts())
DRAWN = {name: markup for name, markup in CHARTS.items() if "<svg" in markup}


def drawing(name: str) -> ET.Element:
    """The picture of a chart."""
    found = ET.fromstring(CHARTS[name]).find(f"{SVG}svg")  # noqa: S314  our own markup
    assert found is not None
    return found


def classes(name: str) -> list[str]:
    """The kinds of bars and marks in a chart."""
    return [element.get("class", "") for element in drawing(name).iter()]


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_chart_keeps_a_strict_policy(name: str) -> None:
    """No style stands inline, no script, no blank line that would end the raw block."""
    assert re.findall(r" style=|<style|<script|\n\s*\n", CHARTS[name]) == []


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_picture_has_a_name_and_a_description(name: str) -> None:
    """It is an image whose title and description are named by their ids."""
    picture = drawing(name)
    named = [picture.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    ids = [element.get("id") for element in named if element is not None and element.text]
    assert (picture.get("role"), picture.get("aria-labelledby")) == ("img", " ".join(map(str, ids)))


def test_ids_are_unique_over_all_charts() -> None:
    """All of them may stand in one page."""
    ids = re.findall(r' id="([^"]+)"', "".join(CHARTS.values()))
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_nothing_is_drawn_outside_the_view(name: str) -> None:
    """Every bar and mark lies between the two ends of the plot."""
    for element in drawing(name).iter():
        x = float(element.get("x") or element.get("cx") or 2)
        assert 0 <= x <= x + (float(element.get("width", 0)) if element.get("x") else 0) <= 320


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_labels_of_the_picture_stand_in_the_table_behind(name: str) -> None:
    """Whatever row is drawn can be read."""
    figure = ET.fromstring(CHARTS[name])  # noqa: S314  our own markup
    rows = [
        element for element in drawing(name).iter() if element.get("class", "").startswith("row ")
    ]
    drawn = [text for row in rows if "head" not in row.get("class", "") for text in row.itertext()]
    behind = "".join(text for part in figure.findall("details") for text in part.itertext())
    assert [text for text in drawn if not found_in(text, behind)] == []


def found_in(drawn: str, behind: str) -> bool:
    """Whether each part of a drawn text stands in the table, spaces and commas aside."""
    return all(part in behind for part in re.split(r"[，\s（）]", drawn) if part)


def test_open_rows_are_open_and_unpublished_ones_are_not_measured() -> None:
    """2016: patents, gifts and penalties have no end, six rows no figure; each is drawn so."""
    kinds = classes("parts-suzhou-2016")
    assert (kinds.count("open"), kinds.count("none")) == (3, 6)


def test_disputed_lines_are_ranges() -> None:
    """Settlement: 2017 to 2020 without 2016, on which sources differ."""
    assert classes("cutoffs-settlement").count("hatched") == 4


def test_nothing_connects_the_lines() -> None:
    """Besides the grid there is no path among the cut-offs."""
    lines = [path.get("d", "") for path in drawing("cutoffs-settlement").iter(f"{SVG}path")]
    assert [line for line in lines if not re.fullmatch(r"M[0-9.]+ 18V[0-9.]+", line)] == []


def test_what_has_no_date_is_written_not_placed() -> None:
    """The quota of 办法 第十九条 is published before the end of two months: no day, no mark."""
    text = CHARTS["year-suzhou-2016-settlement"]
    picture, beside = text.split("</svg>")
    assert ("入户指标数" in picture, "入户指标数" in beside) == (False, True)


def test_days_are_said_as_the_window_has_them() -> None:
    """A span, and a deadline whose beginning was not seen."""
    windows = {window.id: window for window in suzhou_2016().windows}
    said = [days_of(windows[name]) for name in ("schooling_apply", "schooling_sign")]
    assert said == ["1 月 1 日–4 月 15 日", "4 月 30 日以前"]


def test_what_has_no_day_is_said_without_one() -> None:
    """A length of working days, and what happens on one day of the year."""
    windows = {window.id: window for window in suzhou_2016().windows}
    apply = windows["schooling_apply"]
    said = [
        days_of(window)
        for window in (windows["settlement_quota"], replace(apply, first=apply.last))
    ]
    assert said == ["", "4 月 15 日"]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ((date(2016, 3, 1), date(2016, 3, 1)), "2016-03-01"),
        ((date(2016, 1, 1), date.max), "2016 年起"),
        ((date(2016, 1, 1), date(2020, 12, 31)), "2016 年至 2020 年"),
    ],
)
def test_days_in_force_are_said_by_the_year_where_they_are_years(
    period: tuple[date, date], said: str
) -> None:
    """And by the day where not."""
    assert years_of(replace(suzhou_2016().windows[0], in_force=period)) == said


def test_a_window_over_the_new_year_has_two_bars() -> None:
    """One to the end of January, one from the beginning of December."""
    standard = suzhou_2016()
    apply = next(window for window in standard.windows if window.id == "settlement_apply")
    winter = replace(apply, first=MonthDay(12, 1), last=MonthDay(1, 31))
    figure = ET.fromstring(chart_year(replace(standard, windows=(winter,)), "settlement"))  # noqa: S314
    bars = [element for element in figure.iter(f"{SVG}rect") if element.get("class") == "solid"]
    assert len(bars) == 2


def test_years_are_said_where_a_window_does_not_hold_for_all() -> None:
    """入医 ended on 31 August until 2019, and in 2020 on 10 September."""
    windows = {window.id: window for window in suzhou_2016().windows}
    said = [years_of(windows[name]) for name in ("medical_apply", "medical_apply_2020", "score")]
    assert said == ["2019 年及以前", "2020 年", ""]


def test_edition_without_windows_says_so() -> None:
    """2024: no timetable was seen."""
    text = CHARTS["year-suzhou-2024-schooling-schooling"]
    assert ("<svg" in text, "没有写明" in text) == (False, True)


def test_no_lines_are_said_where_none_were_seen() -> None:
    """A benefit of which no edition quotes a line."""
    assert "没有见到分数线" in chart_cutoffs([], "medical")
