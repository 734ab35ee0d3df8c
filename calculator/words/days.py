"""Days in words."""

from datetime import date


def day_in_words(day: date) -> str:
    """A day as people write it.

    >>> day_in_words(date(2016, 5, 15))
    '2016 年 5 月 15 日'
    """
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
