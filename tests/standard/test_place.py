"""Places: read from their folder, and a way or a stated gap for every day and benefit."""

from datetime import date, timedelta
from typing import Any

import pytest

from calculator.standard.place import Place, read_place
from tests.support import FACTS, editions, problems_of

TRACK = {"label": "户籍准入", "plain": "落户"}
DATA: dict[str, Any] = {"id": "tree", "name": "树城", "tracks": {"settlement": TRACK}}
FIRST, LAST = date(2016, 1, 1), date(2028, 12, 31)


def read(**changes: object) -> Place:
    """A place without ways, with some keys changed."""
    return read_place("tree", DATA | changes, None, FACTS)


def test_a_place_has_its_name_and_its_benefits() -> None:
    """Without a file of ways it has none."""
    place = read()
    assert (place.name, [*place.tracks], place.ways.ways) == ("树城", ["settlement"], ())


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"id": "bush"}, "tree/place.toml id"),
        ({"tracks": {}}, "tree/place.toml tracks"),
        ({"name": ""}, "tree/place.toml name"),
        ({"mayor": "x"}, "tree/place.toml mayor"),
    ],
)
def test_a_fault_names_the_file_and_the_key(changes: dict[str, object], where: str) -> None:
    """An id that is not the folder's, no benefit, no name, a key that nobody reads."""
    found = [f"{p.file} {p.where}" for p in problems_of(lambda: read(**changes))]
    assert found == [where]


@pytest.mark.parametrize("track", ["settlement", "schooling", "medical"])
def test_every_day_has_a_way_or_a_stated_gap(track: str) -> None:
    """From the first year of the policy on, for as far as anybody asks."""
    known = editions()
    place = known.places["suzhou"]
    for number in range((LAST - FIRST).days + 1):
        on = FIRST + timedelta(number)
        found = place.ways.on(track, on) or known.ruling(track, on) or known.gap(track, on)
        assert found, f"{track} {on}"


@pytest.mark.parametrize(
    ("track", "on", "ways", "edition"),
    [
        ("settlement", date(2016, 6, 1), [], "suzhou-2016"),
        ("settlement", date(2024, 7, 31), ["talent", "county_cities"], "suzhou-2023-settlement"),
        (
            *("settlement", date(2026, 11, 25)),
            *(["home", "talent", "county_cities"], "suzhou-2023-settlement"),
        ),
        ("settlement", date(2027, 6, 1), ["home", "talent", "county_cities"], None),
        ("schooling", date(2024, 10, 1), ["school_by_home"], "suzhou-2024-schooling"),
        ("schooling", date(2026, 11, 25), ["school_by_home"], None),
        ("medical", date(2020, 6, 1), [], "suzhou-2016"),
        ("medical", date(2022, 6, 1), ["insured_through_school"], "suzhou-2021"),
        (
            *("medical", date(2026, 11, 25)),
            *(["insured_through_school", "insured_through_parent"], None),
        ),
    ],
)
def test_what_holds_on_a_day(track: str, on: date, ways: list[str], edition: str | None) -> None:
    """By points or not, as FACTS has it."""
    known = editions()
    ruling = [standard.id for standard in known.ruling(track, on)]
    found = [way.id for way in known.places["suzhou"].ways.on(track, on)]
    assert (found, ruling) == (ways, [edition] if edition else [])
