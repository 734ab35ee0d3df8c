"""All editions, and which of them rules a track on a day."""

from datetime import date
from typing import Any

import pytest

from calculator.answers.facts import Fact
from calculator.reading.problems import Problem
from calculator.standard.editions import Editions, collect_editions, read_editions
from calculator.standard.in_force import in_force, of_place
from calculator.standard.loading import load_data
from tests.support import FACTS, ITEM, editions, problems_of, small, small_data


def edition(name: str, first: date | str, last: date | str) -> dict[str, Any]:
    """A small standard that is in force for settlement on these days."""
    data = small_data(id=name)
    data["tracks"]["settlement"]["in_force"] = {"from": first, "until": last}
    return data


def two(second_from: date) -> Editions:
    """An edition for 2016, and one from a day on."""
    return collect_editions(
        FACTS,
        [
            small(**edition("old", date(2016, 1, 1), date(2016, 12, 31))),
            small(**edition("new", second_from, "not seen")),
        ],
    )


def test_an_edition_is_found_by_its_id() -> None:
    """Every edition has an id."""
    assert editions().get("suzhou-2016").id == "suzhou-2016"


def test_an_unknown_edition_is_refused() -> None:
    """The message names those that there are."""
    expected = f"其中之一：{'、'.join(editions().standards)}"
    assert problems_of(lambda: editions().get("suzhou-1999")) == [
        Problem("standard", '读到 "suzhou-1999"', expected, meant="suzhou-2021")
    ]


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2016, 1, 1), "old"),
        (date(2016, 12, 31), "old"),
        (date(2017, 1, 1), "new"),
        (date(2100, 1, 1), "new"),
    ],
)
def test_one_edition_rules_a_day(on: date, name: str) -> None:
    """An edition rules from its first day to its last, both inside."""
    assert in_force(two(date(2017, 1, 1)), "settlement", on).id == name


@pytest.mark.parametrize(
    ("second_from", "on", "track", "found"),
    [
        (date(2017, 1, 1), date(2015, 12, 31), "settlement", "没有一个版本"),
        (date(2017, 1, 3), date(2017, 1, 2), "settlement", "没有一个版本"),
        (date(2016, 12, 31), date(2016, 12, 31), "settlement", "old、new"),
        (date(2017, 1, 1), date(2016, 5, 15), "schooling", "没有一个版本"),
    ],
)
def test_a_gap_or_an_overlap_is_said(second_from: date, on: date, track: str, found: str) -> None:
    """No edition is taken because it is the last one."""
    problems = problems_of(lambda: in_force(two(second_from), track, on))
    said = "".join(problem.found for problem in problems)
    assert [entry for entry in (str(on), track, found) if entry not in said] == []


def test_an_edition_whose_first_day_nobody_saw_rules_no_day() -> None:
    """An unknown beginning is not taken for a beginning."""
    known = collect_editions(FACTS, [small(**edition("x", "not seen", "not seen"))])
    problems = problems_of(lambda: in_force(known, "settlement", date(2016, 5, 15)))
    assert [problem.where for problem in problems] == ["standard"]


def test_facts_are_those_of_all_editions() -> None:
    """A fact that one edition declares is known where another is used."""
    local = {"kind": "flag", "label": "本地事项", "question": "？", "scope": "applicant"}
    declaring = small(id="a", facts={"local": local}, items=[ITEM | {"fact": "local"}])
    plain = small(id="b")
    assert collect_editions(FACTS, [declaring, plain]).facts_accepted_by(plain)["local"] == Fact(
        "local", "flag", "本地事项"
    )


def test_a_standard_outside_the_product_knows_its_own_facts() -> None:
    """A document may hold the facts of the very standard that scores it."""
    local = {"kind": "flag", "label": "本地事项", "question": "？", "scope": "applicant"}
    outside = small(facts={"local": local}, items=[ITEM | {"fact": "local"}])
    assert "local" in editions().facts_accepted_by(outside)


def test_two_editions_of_one_id_are_refused() -> None:
    """A copy that kept the id of its original would hide it."""
    assert problems_of(lambda: collect_editions(FACTS, [small(), small()])) == [
        Problem("id", "读到 small，small.toml 也是", "每个文件一个 id", "small.toml")
    ]


def test_one_fact_is_not_declared_in_two_ways() -> None:
    """An answer means the same in every edition."""
    asked = {"question": "？", "scope": "applicant", "label": "本地事项"}
    flag, count = (asked | {"kind": "flag"}, asked | {"kind": "count", "unit": "次", "max": 9})
    rows = [ITEM | {"fact": "local"}], [ITEM | {"rule": "per_unit", "fact": "local", "per": 1}]
    both = [
        small(id=name, facts={"local": fact}, items=items)
        for name, fact, items in zip("ab", (flag, count), rows, strict=True)
    ]
    assert [p.where for p in problems_of(lambda: collect_editions(FACTS, both))] == ["facts.local"]


def test_the_listed_facts_are_those_of_their_file() -> None:
    """What a standard outside the product may use without declaring it."""
    local = {"kind": "flag", "label": "本地事项", "question": "？", "scope": "applicant"}
    known = collect_editions(
        FACTS, [small(facts={"local": local}, items=[ITEM | {"fact": "local"}])]
    )
    assert (known.common_facts == FACTS, "local" in known.all_facts) == (True, True)


def test_editions_are_read_from_the_tables_of_all_files() -> None:
    """What the build hands to the browser is what the files hold."""
    assert sorted(read_editions(load_data()).standards) == sorted(editions().standards)


def test_a_faulty_edition_is_named_by_its_file() -> None:
    """A fault in one of several files says which."""
    data = {"facts": load_data()["facts"], "standards": {"new-2030.toml": small_data(area="")}}
    problems = problems_of(lambda: read_editions(data))
    assert [(problem.file, problem.where) for problem in problems] == [("new-2030.toml", "area")]


def test_each_place_has_an_edition_of_its_own_on_a_day() -> None:
    """What rules in one place rules nowhere else."""
    places = dict.fromkeys(("kunshan", "suzhou"), next(iter(editions().places.values())))
    both = [
        small(**edition(name, date(2016, 1, 1), "not seen")) for name in ("kunshan-1", "suzhou-1")
    ]
    known = collect_editions(FACTS, both, places)
    found = [
        in_force(of_place(known, place), "settlement", date(2016, 5, 15)).id for place in places
    ]
    assert found == ["kunshan-1", "suzhou-1"]
