"""Numbers, spans of months and starts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.typed_numbers import (
    read_months,
    read_start,
    read_typed_number,
    write_digits,
)

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The number, below 10000, as it is written in Chinese."""
    if number < 10:
        return DIGITS[number]
    written, rest = "", number
    for place, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, rest = divmod(rest, place)
        if digit:
            written += DIGITS[digit] + name
        elif written and rest and not written.endswith("零"):
            written += "零"
    written += DIGITS[rest] if rest else ""
    return written.removeprefix("一") if 10 <= number < 20 else written


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("00", "0"),
        ("096", "96"),
        ("1,200", "1200"),
        ("89.5", "89.5"),
        ("89。5", "89.5"),
        ("89点5", "89.5"),
        ("八十九点五", "89.5"),
        ("三点一四", "3.14"),
        ("九十六", "96"),
        ("十", "10"),
        ("一百一十五", "115"),
        ("一百十五", "115"),
        ("一百二", "120"),
        ("一千二", "1200"),
        ("两百零六", "206"),
        ("零", "0"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: str) -> None:
    """Leading zeros, thousands, a full stop for a point, Chinese numerals."""
    assert read_typed_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "1e3", "1E3", "0x10", "5_0", "+5", "-5", "½", "Ⅳ", "٩٦", "९६", ".5", "5.", "1.2.3"),
        *(
            "1,20",
            "0,200",
            "1,2000",
            "1 200",
            "九零",
            "三五",
            "零五",
            "一百零",
            "十零",
            "十二百",
        ),
        *(
            "5十",
            "十5",
            "1,五百",
            "百",
            "点五",
            "八十九点",
            "二十点十",
            "约90",
            "9" * 101,
            "九" * 101,
        ),
    ],
)
def test_what_is_no_number_or_may_be_several_is_refused(text: str) -> None:
    """What only machines write, and 三五, which may mean from three to five."""
    assert read_typed_number(text) is None


def test_every_chinese_numeral_is_read() -> None:
    """Every number of months that an answer may be, and beyond."""
    assert [read_typed_number(chinese(number)) for number in range(10_000)] == [
        str(number) for number in range(10_000)
    ]


@given(st.text(max_size=120))
def test_any_text_is_written_in_digits_or_stays(text: str) -> None:
    """No text raises, and what has no Chinese numeral is not touched."""
    written = write_digits(text)
    assert written == text or set(text) & set(f"{DIGITS}〇两十百千")


@given(st.text("零〇一二两三四五六七八九十百千点.,。0123456789", max_size=8))
def test_what_is_read_is_a_plain_number(text: str) -> None:
    """Of everything near a number, what is read has digits and one point."""
    number = read_typed_number(text)
    assert number is None or number.replace(".", "", 1).isdecimal()


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
        *("2.3年", "5年半3个月", "三五年", "-5年", "5年多", "Ⅴ年", "１年"),
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
