"""Calendar months: full on their day, short months and the end of the calendar included."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from calculator.values.months import full_months, months_after

DAY = timedelta(1)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 700))
@example(date(2016, 1, 31), 1)
@example(date(2016, 1, 29), 13)
def test_a_month_is_full_on_its_day_and_not_before(since: date, months: int) -> None:
    """The day after so many months is the first on which they are full."""
    day = months_after(since, months)
    assert (full_months(since, day), full_months(since, day - DAY)) == (months, months - 1)


def test_months_end_with_the_last_day_that_there_is() -> None:
    """No month ends after the calendar does."""
    assert months_after(date(9999, 12, 15), 1) == date.max
    assert months_after(date(9999, 1, 31), 1) == date(9999, 2, 28)
    assert months_after(date(9999, 11, 30), 1) == date(9999, 12, 30)
    assert full_months(date(9999, 11, 30), date.max) == 1
