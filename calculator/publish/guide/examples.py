"""Example households: named people with everyday questions, estimated at build.

Who they are stands in ``examples.toml``, their answers in the golden cases, so that the points on
the page are those which ``tests/scoring/test_golden_cases.py`` holds against sums made by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from calculator.publish.golden import read_cases_of
from calculator.publish.guide.fragment import fragment
from calculator.reading.toml_file import read_toml
from calculator.scoring.eligibility import Finding, judge, verdict
from calculator.scoring.estimate import Estimate, Line, estimate
from calculator.scoring.family import estimate_family
from calculator.scoring.golden_cases import GoldenCase
from calculator.standard.conditions import STATES
from calculator.standard.cutoffs import Cutoff, latest_cutoff
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.values.interval import ZERO, Interval

FILE: Final = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """One who is scored: what is known of them, and what comes of it."""

    who: str
    situation: str
    estimate: Estimate
    findings: tuple[Finding, ...]

    @property
    def lines(self) -> list[Line]:
        """The rows that give or may give points."""
        return [line for line in self.estimate.lines if line.points != ZERO]

    @property
    def left_out(self) -> list[str]:
        """The rows without a public figure that concern them."""
        labels = {item.id: item.label for item in self.estimate.standard.items}
        return [labels[item] for item in self.estimate.not_counted]


@dataclass(frozen=True, slots=True)
class Household:
    """A family with one wish; with two parents the better total counts."""

    name: str
    lesson: str
    note: str
    track: Track
    people: tuple[ExamplePerson, ...]
    total: Interval
    counts: str
    past: tuple[Cutoff, ...]

    @property
    def may(self) -> str:
        """Whether they may apply, in the public's words."""
        return STATES[verdict(finding for person in self.people for finding in person.findings)]

    @property
    def shown(self) -> Markup:
        """The household as it stands in the page."""
        return fragment("example.html", home=self)


def households(editions: Editions) -> list[Household]:
    """Every example household with its estimate.

    Raises ``InputError`` or ``KeyError`` where their data is at fault.
    """
    tables = read_toml(FILE)["households"]
    used = {table["standard"]: editions.get(table["standard"]) for table in tables}
    cases = {key: read_cases_of(standard, editions) for key, standard in used.items()}
    return [
        _household(table, used[table["standard"]], cases[table["standard"]]) for table in tables
    ]


def _household(
    data: Mapping[str, Any], standard: Standard, cases: Mapping[str, GoldenCase]
) -> Household:
    found = [cases[person["case"]] for person in data["people"]]
    people = tuple(
        _person(person["who"], case, standard)
        for person, case in zip(data["people"], found, strict=True)
    )
    case = found[0]
    total, counts = people[0].estimate.total, ""
    if len(people) > 1:
        family = estimate_family(standard, case.facts, found[1].facts, case.track, case.on)
        total = family.total
        counts = {"first": people[0].who, "second": people[1].who}.get(family.counts, "")
    return Household(
        name=data["name"],
        lesson=data["lesson"],
        note=data["note"],
        track=standard.tracks[case.track],
        people=people,
        total=total,
        counts=counts,
        past=_past(standard, case),
    )


def _past(standard: Standard, case: GoldenCase) -> tuple[Cutoff, ...]:
    """The lines of the case's year, or the latest before it."""
    own = [line for line in standard.cutoffs if line.track == case.track]
    of_year = [line for line in own if line.year == case.on.year]
    latest = latest_cutoff(own, case.track, case.on)
    return tuple(of_year or ([latest] if latest else []))


def _person(who: str, case: GoldenCase, standard: Standard) -> ExamplePerson:
    return ExamplePerson(
        who=who,
        situation=case.situation,
        estimate=estimate(standard, case.facts, case.track, case.on),
        findings=judge(standard.conditions, case.facts, case.track, case.on),
    )
