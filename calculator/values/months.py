"""Calendar months from one day to another: how many are full, and when so many will be."""

from datetime import MAXYEAR, date, timedelta


def full_months(since: date, day: date) -> int:
    """Full calendar months from ``since`` to a later ``day``.

    A month is full once its day of ``since`` is reached, or its own last day where it is shorter.

    >>> full_months(date(2016, 5, 15), date(2016, 6, 14))
    0
    >>> full_months(date(2016, 5, 15), date(2016, 6, 15))
    1
    >>> full_months(date(2016, 1, 31), date(2016, 2, 29))
    1
    >>> full_months(date(2016, 1, 31), date(2016, 3, 30))
    1
    """
    months = 12 * (day.year - since.year) + day.month - since.month
    full = day.day >= since.day or (day + timedelta(1)).day == 1
    return months if full else months - 1


def months_after(since: date, months: int) -> date:
    """The first day on which ``months`` months from ``since`` are full; at most ``date.max``.

    >>> months_after(date(2016, 1, 31), 1), months_after(date(2016, 5, 15), 12)
    (datetime.date(2016, 2, 29), datetime.date(2017, 5, 15))
    """
    year, month = divmod(12 * since.year + since.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    # December apart: below, the first of the next month would lie after the last possible year.
    if month == 11:
        return date(year, 12, since.day)
    last_day = (date(year, month + 2, 1) - timedelta(1)).day
    return date(year, month + 1, min(since.day, last_day))
