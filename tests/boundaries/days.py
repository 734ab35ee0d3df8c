"""The days at which something begins or ends, with the days beside them outside."""

from datetime import date

from calculator.rules.boundaries import ONE_DAY, Period


def ends(period: Period) -> list[date]:
    """The first and the last day, where there is one, each with the day beside it outside."""
    first, last = period
    beginning = [first - ONE_DAY, first] if first > date.min else []
    return beginning + ([last, last + ONE_DAY] if last < date.max else [])
