"""What ``check`` refuses in a place's ways without points."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from calculator.reading.problems import Problem
from calculator.standard.place import Place


def place_faults(place: Place) -> Iterator[Problem]:
    """Ways to one benefit that are open on the same day without saying which is told first."""
    for one, other in combinations(place.ways.ways, 2):
        since = max(one.first, other.first)
        until = min(one.last or date.max, other.last or date.max)
        if one.track == other.track and one.order == other.order and since <= until:
            first, second = f"ways.{one.id}.order", f"ways.{other.id}.order"
            found = f"{since} 起 {one.track} 两种途径同时可用，和 {first} 一样是 {one.order}"
            yield Problem(second, found, "不同的数字，小的先说", f"{place.id}/ways.toml")
