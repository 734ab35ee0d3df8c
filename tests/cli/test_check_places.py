"""What ``check`` refuses in the ways of a place."""

from dataclasses import replace

from calculator.cli.check.places import place_faults
from calculator.standard.place import Place
from calculator.standard.ways import Way
from tests.support import editions

PLACE = editions().places["suzhou"]


def with_ways(*ways: Way) -> Place:
    """Suzhou with these ways in place of its own."""
    return replace(PLACE, ways=replace(PLACE.ways, ways=ways))


def test_ways_that_do_not_say_which_comes_first_are_refused() -> None:
    """Both are named."""
    home, talent, *_ = PLACE.ways.ways
    twice = with_ways(home, replace(talent, order=home.order))
    assert [fault.where for fault in place_faults(twice)] == [
        "suzhou/ways.toml ways.home、ways.talent.order"
    ]


def test_ways_of_different_times_may_share_their_order() -> None:
    """Only one of them is ever told."""
    home, talent, *_ = PLACE.ways.ways
    before = replace(talent, order=home.order, last=home.first.replace(day=1, month=7))
    assert list(place_faults(with_ways(home, before))) == []


def test_the_ways_of_the_product_have_an_order() -> None:
    """Nothing is told by accident of the file."""
    assert [fault for place in editions().places.values() for fault in place_faults(place)] == []
