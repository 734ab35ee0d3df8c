"""age: points for an age in full years, in bands or in a ladder."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.age.rule import Age, Band
from calculator.rules.example import situation
from calculator.rules.shape import Fault, TableLine
from calculator.values.interval import Interval, exactly
from tests.support import FACTS, ON, admissible, shape_faults, shape_of, small_item

BIRTH = FACTS["birth_date"]
BAND = Age(BIRTH, (Band(18, 40, 10, 0),))
LADDER = Age(BIRTH, (Band(0, 40, 20, 2), Band(41, 45, 10, 0)))
ONE: dict[str, object] = {"from": 18, "to": 40, "points": 10}


@pytest.mark.parametrize(
    ("born", "points"),
    [
        (date(1998, 5, 16), 0),
        (date(1998, 5, 15), 10),
        (date(1998, 5, 14), 10),
        (date(1975, 5, 16), 10),
        (date(1975, 5, 15), 0),
        (date(1900, 1, 1), 0),
        (ON, 0),
    ],
)
def test_both_ends_of_the_band_are_inside(born: date, points: int) -> None:
    """From the 18th birthday to the day before the 41st."""
    assert BAND.points(situation(birth_date=born)) == exactly(points)


@pytest.mark.parametrize(
    ("on", "points"),
    [
        (date(2018, 2, 28), 0),
        (date(2018, 3, 1), 10),
        (date(2041, 2, 28), 10),
        (date(2041, 3, 1), 0),
    ],
)
def test_a_leap_day_birthday_falls_on_the_first_of_march(on: date, points: int) -> None:
    """Someone born on 29 February grows older on 1 March in common years."""
    assert BAND.points(situation(on, birth_date=date(2000, 2, 29))) == exactly(points)


@pytest.mark.parametrize(("on", "points"), [(date(2020, 2, 28), 0), (date(2020, 2, 29), 10)])
def test_a_leap_day_birthday_stays_in_leap_years(on: date, points: int) -> None:
    """In a leap year the birthday is the day itself."""
    band = Age(BIRTH, (Band(20, 20, 10, 0),))
    assert band.points(situation(on, birth_date=date(2000, 2, 29))) == exactly(points)


def test_unknown_reaches_the_band_though_both_ends_are_outside() -> None:
    """Too young and too old score 0, and an unknown birthday still reaches the points."""
    assert BAND.points(situation()) == Interval(0, 10)


def test_a_band_beyond_every_age_is_out_of_reach() -> None:
    """No admissible birthday makes anybody 130."""
    assert Age(BIRTH, (Band(130, 140, 10, 0),)).points(situation()) == exactly(0)


@pytest.mark.parametrize(
    ("born", "why"),
    [
        (date(1998, 5, 15), "2016-05-15 时 18 周岁，在 18 至 40 周岁内，计 10 分"),
        (date(1998, 5, 16), "2016-05-15 时 17 周岁，不在 18 至 40 周岁内，不计分"),
        (date(1975, 5, 15), "2016-05-15 时 41 周岁，不在 18 至 40 周岁内，不计分"),
    ],
)
def test_the_reason_is_the_age_and_the_band(born: date, why: str) -> None:
    """The age on the day, and whether it lies in the band."""
    assert BAND.why(situation(birth_date=born)) == why


def test_the_table_has_one_line() -> None:
    """The band with its points, saying that its ends are inside."""
    assert BAND.table_lines() == [TableLine("18 至 40 周岁（含两端）", "10 分")]


@pytest.mark.parametrize(
    ("born", "ends"),
    [
        (date(1975, 5, 16), ["to"]),
        (date(1976, 5, 16), []),
        (date(1998, 5, 15), ["from"]),
        (date(1998, 5, 16), []),
        (date(1975, 5, 15), []),
        (None, []),
    ],
)
def test_an_end_of_a_band_bears_on_those_of_that_age(born: date | None, ends: list[str]) -> None:
    """40 years old and 18 years old; the points bear on everybody."""
    known = situation() if born is None else situation(birth_date=born)
    assert [key for key in ("from", "to") if BAND.depends_on_figure(key, known)] == ends
    assert BAND.depends_on_figure("points", known) is True


@pytest.mark.parametrize(
    ("rule", "on", "points"),
    [
        (BAND, date(2016, 5, 15), [0, 10]),
        (BAND, date(2016, 2, 29), [0, 10]),
        (BAND, date(1900, 1, 1), [0, 0]),
        (LADDER, date(2016, 5, 15), [0, 100]),
    ],
)
def test_telling_births_give_least_and_most(rule: Age, on: date, points: list[int]) -> None:
    """Of ages that there are on the day, 29 February among the days."""
    told = rule.telling_answers(rule.fact, on)
    assert [rule.points(situation(on, birth_date=born)).low for born in told] == points


def test_a_birthday_pushes_neither_way() -> None:
    """Too young and too old both give none."""
    assert BAND.monotonicity == {"birth_date": "any"}


@pytest.mark.parametrize(
    ("age", "points"), [(0, 100), (39, 22), (40, 20), (41, 10), (45, 10), (46, 0), (116, 0)]
)
def test_a_ladder_falls_with_age(age: int, points: int) -> None:
    """Each year younger gives more, and the next band has its own points."""
    assert LADDER.points(situation(birth_date=date(2016 - age, 5, 15))) == exactly(points)


@pytest.mark.parametrize(
    ("age", "points"),
    [(41, 0), (40, 20), (39, 22), (27, 46), (26, 48), (25, 50), (24, 50), (0, 50)],
)
def test_a_cap_ends_a_ladder(age: int, points: int) -> None:
    """Twenty at forty, two more for each year younger, fifty at most: reached at twenty-five."""
    ladder = [{"from": 0, "to": 40, "points": 20, "per_year_younger": 2}]
    item = small_item(rule="age", fact="birth_date", points=None, bands=ladder, cap=50)
    assert item.points(situation(birth_date=date(2016 - age, 5, 15))) == exactly(points)


@pytest.mark.parametrize(
    ("age", "points"), [(17, 0), (18, 30), (35, 30), (36, 0), (39, 0), (40, 10), (50, 10), (51, 0)]
)
def test_between_bands_there_are_no_points(age: int, points: int) -> None:
    """Several bands need not meet; both ends of each are inside."""
    bands = Age(BIRTH, (Band(18, 35, 30, 0), Band(40, 50, 10, 0)))
    assert bands.points(situation(birth_date=date(2016 - age, 5, 15))) == exactly(points)


def test_single_points_are_what_the_eldest_of_each_band_get() -> None:
    """The single figures of the bands."""
    assert LADDER.single_points == (20, 10)


def test_before_the_first_birthday_everybody_is_unborn() -> None:
    """A day before any admissible birth date reaches nothing, and harms nothing."""
    assert BAND.points(situation(date(1850, 1, 1))) == exactly(0)


def test_an_unknown_age_reaches_the_ladder() -> None:
    """The youngest have most, the eldest none."""
    assert LADDER.points(situation()) == Interval(0, 100)


@pytest.mark.parametrize(
    ("age", "why"),
    [
        (30, "2016-05-15 时 30 周岁，20 分 + 小 10 × 2 分 = 40 分"),
        (41, "2016-05-15 时 41 周岁，在 41 至 45 周岁内，计 10 分"),
        (46, "2016-05-15 时 46 周岁，不在 40 周岁及以下、41 至 45 周岁内，不计分"),
    ],
)
def test_the_reason_on_a_ladder_is_the_years_younger(age: int, why: str) -> None:
    """The points at its end, and those for each year younger."""
    assert LADDER.why(situation(birth_date=date(2016 - age, 5, 15))) == why


def test_the_table_has_a_line_a_band() -> None:
    """A ladder has one for its end and one for each year younger."""
    assert LADDER.table_lines() == [
        TableLine("40 周岁", "20 分"),
        TableLine("每小 1 岁", "再加 2 分"),
        TableLine("41 至 45 周岁（含两端）", "10 分"),
    ]


@pytest.mark.parametrize(
    ("bands", "rule"),
    [
        ([ONE], BAND),
        (
            [
                {"from": 0, "to": 40, "points": 20, "per_year_younger": 2},
                {"from": 41, "to": 45, "points": 10},
            ],
            LADDER,
        ),
    ],
)
def test_it_is_read_from_its_keys(bands: list[dict[str, object]], rule: Age) -> None:
    """A date of birth, and bands with their points."""
    assert shape_of(Age, {"fact": "birth_date", "bands": bands}, {}) == rule


def test_only_a_date_has_an_age() -> None:
    """A fact of another kind is refused, naming the kind that is expected."""
    expected = "facts.toml 或本文件 [facts] 中一项情况的名称（种类：date）"
    faults = shape_faults(Age, fact="residence_months", bands=[ONE])
    assert faults == [("items.x.fact", expected)]


@pytest.mark.parametrize(
    ("bands", "fault"),
    [
        ([], ("items.x.bands", "至少一档，例如 [{ from = 18, to = 40, points = 10 }]")),
        ([ONE | {"from": -1}], ("items.x.bands.1.from", "不小于 0 的整数")),
        ([ONE | {"to": 17}], ("items.x.bands.1.to", "不小于 from（18）的岁数")),
        (
            [ONE | {"per_year_younger": -1}],
            ("items.x.bands.1.per_year_younger", "不小于 0 的分值"),
        ),
        ([ONE | {"points": "10"}], ("items.x.bands.1.points", "一个数字")),
        (
            [ONE | {"until": 50}],
            ("items.x.bands.1.until", "其中之一：from、to、points、per_year_younger"),
        ),
        (
            [ONE, {"from": 40, "to": 50, "points": 5}],
            ("items.x.bands", "大于 40 的 from：各档不重叠"),
        ),
    ],
)
def test_a_fault_stands_at_its_key(bands: list[dict[str, object]], fault: tuple[str, str]) -> None:
    """Each key that does not fit says what is expected."""
    assert fault in shape_faults(Age, fact="birth_date", bands=bands)


@given(st.data(), st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.sampled_from([BAND, LADDER]))
def test_the_reach_contains_every_birthday(data: st.DataObject, on: date, rule: Age) -> None:
    """Whatever the unknown birthday turns out to be, the points lie in the reach."""
    born = data.draw(admissible(BIRTH, on))
    assert rule.points(situation(on, birth_date=born)).low in rule.points(situation(on))


@given(st.dates(date(1900, 1, 1), ON))
def test_the_points_change_twice_in_a_life(born: date) -> None:
    """Points are given exactly between the 18th birthday and the 41st."""
    birthday = date(born.year, born.month, min(born.day, 28))
    inside = birthday.replace(year=birthday.year + 18) <= ON
    inside &= birthday.replace(year=birthday.year + 41) > ON
    assert BAND.points(situation(birth_date=birthday)) == exactly(10 if inside else 0)


def test_a_band_may_be_one_year() -> None:
    """From its birthday to the day before the next."""
    one = shape_of(Age, {"fact": "birth_date", "bands": [ONE | {"to": 18}]}, {})
    born = [date(1998, 5, 16), date(1998, 5, 15), date(1997, 5, 15)]
    assert [one.points(situation(birth_date=day)) for day in born] == list(map(exactly, (0, 10, 0)))


def test_before_the_first_birthday_one_is_none_years_old() -> None:
    """Also where nothing is known of anybody but that they are born."""
    newborn = Age(BIRTH, (Band(0, 0, 10, 0),))
    first_year = BIRTH.earliest.replace(month=5)
    assert newborn.points(situation(first_year)) == exactly(10)
    assert newborn.why(situation(first_year, birth_date=first_year)).startswith(
        "1900-05-01 时 0 周岁，在 0 周岁及以下内"
    )


def test_who_is_not_born_yet_has_no_birthday() -> None:
    """A day before the earliest birth date reaches no age but 0."""
    assert Age(BIRTH, (Band(0, 0, 10, 0),)).points(situation(date(1899, 1, 1))) == exactly(10)


@pytest.mark.parametrize(
    ("youngest", "faults"),
    [
        (116, []),
        (117, [Fault("bands", "读到 117 周岁起的一档，没有人到得了", "不大于 116 周岁")]),
    ],
)
def test_a_band_that_nobody_reaches_is_a_fault(youngest: int, faults: list[Fault]) -> None:
    """Birth dates begin in 1900: in 2016 nobody is older than 116."""
    rule = Age(FACTS["birth_date"], (Band(18, 40, 10, 0), Band(youngest, 130, 5, 0)))
    assert rule.faults(date(2016, 5, 15)) == faults
