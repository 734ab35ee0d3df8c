"""Months as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.typed_months import read_months, read_start


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5年", 60),
        ("8 年", 96),
        ("5年3个月", 63),
        ("5 年 3 个月", 63),
        ("5年零3个月", 63),
        ("5年3月", 63),
        ("五年三个月", 63),
        ("五年零三个月", 63),
        ("12年3个月", 147),
        ("5.5年", 66),
        ("五年半", 66),
        ("半年", 6),
        ("96个月", 96),
        ("九十六个月", 96),
        ("96 月", 96),
    ],
)
def test_a_span_is_counted_in_months(text: str, months: int) -> None:
    """Years, months, both, and halves of a year."""
    assert read_months(text) == months


@pytest.mark.parametrize(
    "text",
    [
        *("", "年", "月", "半", "96", "12年3月", "05年3月", "2012年", "2012年3月", "5年12个月"),
        *("2.3年", "5年半3个月", "5.5年3个月", "三五年", "-5年", "5年多", "Ⅴ年", "１年"),
    ],
)
def test_what_is_no_span_or_may_be_a_month_is_refused(text: str) -> None:
    """12年3月 may be March 2012."""
    assert read_months(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2012.3",
            "2012.03",
            "2012-03",
            "2012/3",
            "201203",
            "2012 3",
            "2012年3月",
            "2012 年 3 月",
        ),
        *(
            "2012年3月份",
            "2012年3月起",
            "从2012年3月",
            "自2012.3开始",
            "2012.3至今",
            "二〇一二年三月",
        ),
    ],
)
def test_a_start_is_a_year_and_a_month(text: str) -> None:
    """With customary separators, and words of a beginning."""
    assert read_start(text) == (2012, 3)


@pytest.mark.parametrize(
    "text",
    ["", "2012", "2012年", "2012-13", "2012-0", "1899-12", "12.3", "2012-03-01", "3月", "96"],
)
def test_what_names_no_month_is_no_start(text: str) -> None:
    """A year alone, a day, no such month, and before 1900."""
    assert read_start(text) is None


@given(st.integers(0, 99), st.integers(0, 11))
def test_every_span_is_the_sum_of_its_years_and_months(years: int, months: int) -> None:
    """However it is spaced."""
    texts = (f"{years}年{months}个月", f"{years} 年 {months} 个月", f"{years}年零{months}个月")
    assert {read_months(text) for text in texts} == {12 * years + months}


@given(st.text(max_size=30) | st.text("0123456789.-年月个半零从起 五十", max_size=12))
def test_no_text_is_both_a_span_and_a_start(text: str) -> None:
    """And none raises."""
    assert read_months(text) is None or read_start(text) is None
