"""What ``check`` refuses in the ways of a place."""

from dataclasses import replace
from datetime import date

from calculator.cli.check.editions import check_editions
from calculator.cli.check.places import place_faults
from calculator.standard.editions import collect_editions
from calculator.standard.place import Place
from calculator.standard.ways import Way
from tests.support import FACTS, editions, problems_of, small, small_data

PLACE = editions().places["suzhou"]


def with_ways(*ways: Way) -> Place:
    """Suzhou with these ways in place of its own."""
    return replace(PLACE, ways=replace(PLACE.ways, ways=ways))


def test_ways_that_do_not_say_which_comes_first_are_refused() -> None:
    """Both are named."""
    home, talent, *_ = PLACE.ways.ways
    twice = with_ways(home, replace(talent, order=home.order))
    [fault] = place_faults(twice)
    assert (fault.file, fault.where) == ("suzhou/ways.toml", "ways.talent.order")
    assert "ways.home.order" in fault.found


def test_ways_of_different_times_may_share_their_order() -> None:
    """Only one of them is ever told."""
    home, talent, *_ = PLACE.ways.ways
    before = replace(talent, order=home.order, last=home.first.replace(day=1, month=7))
    assert list(place_faults(with_ways(home, before))) == []


def test_the_ways_of_the_product_have_an_order() -> None:
    """Nothing is told by accident of the file."""
    assert [fault for place in editions().places.values() for fault in place_faults(place)] == []


def test_editions_of_different_places_may_rule_the_same_day() -> None:
    """Two of one place may not: ``test_check.py``."""
    places = dict.fromkeys(("kunshan", "suzhou"), PLACE)
    data = small_data()
    data["tracks"]["settlement"]["in_force"] = {"from": date(2016, 1, 1), "until": "not seen"}
    both = [small(**data | {"id": f"{place}-1"}) for place in places]
    known = collect_editions(FACTS, both, places)
    found = [problem.found for problem in problems_of(lambda: check_editions(known))]
    assert [problem for problem in found if "同时适用" in problem] == []
