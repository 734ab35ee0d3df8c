"""The form as the templates need it, in the order of a good clerk's questions.

Of each edition: what may spare points altogether, the conditions, the few answers that move most
points, a list to tick of what most people have little of, and what takes points away. Every
question is asked once, in the step where it is first of use. Nothing is preset: ``none`` are the
answers that one tap on 都没有 may give, the texts of statements those of one tap on 都符合.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

from calculator.publish.page.form_parts import FormQuestion, Route, Statement, TickRow
from calculator.publish.page.question_plan import QuestionPlan
from calculator.scoring.carry_over import what_is_counted
from calculator.standard.editions import Editions
from calculator.standard.standard import Question, Standard
from calculator.standard.ways import NO_WAYS, Ways


@dataclass(frozen=True, slots=True)
class EditionForm:
    """The form of one edition; ``counts`` tells by fact what an answer counts there.

    ``days`` tells by track the first and the last day on which the edition is known to rule.
    ``alone`` are questions of conditions that several answers decide together: no one tap meets
    them.
    """

    standard: Standard
    days: dict[str, tuple[str, str]]
    routes: tuple[Route, ...]
    statements: tuple[Statement, ...]
    one_by_one: tuple[FormQuestion, ...]
    alone: tuple[FormQuestion, ...]
    numbers: tuple[FormQuestion, ...]
    extras: tuple[TickRow, ...]
    deductions: tuple[TickRow, ...]
    counts: dict[str, str]

    @property
    def questions(self) -> Iterator[FormQuestion]:
        """Every question, in the order of asking."""
        yield from (route.asked for route in self.routes if route.asked)
        yield from (*self.one_by_one, *self.alone, *self.numbers)
        for row in (*self.extras, *self.deductions):
            yield from row.asked


def forms(editions: Editions, first: str) -> list[EditionForm]:
    """The form of every edition; that of the edition with the id ``first`` comes first."""
    ordered = sorted(editions.standards.values(), key=lambda standard: standard.id != first)
    return [
        edition_form(standard, ways_of(editions, standard), days_of(editions, standard))
        for standard in ordered
    ]


def days_of(editions: Editions, standard: Standard) -> dict[str, tuple[str, str]]:
    """By track, the first and the last day of its period; without those that nobody knows."""
    periods = {track: editions.period(standard, track) for track in standard.tracks}
    return {
        track: (period[0].isoformat(), period[1].isoformat())
        for track, period in periods.items()
        if period
    }


def ways_of(editions: Editions, standard: Standard) -> Ways:
    """The ways without points of the edition's place; none for a lone file."""
    place = editions.places.get(standard.id.partition("-")[0])
    return place.ways if place else NO_WAYS


def edition_form(
    standard: Standard, ways: Ways = NO_WAYS, days: Mapping[str, tuple[str, str]] | None = None
) -> EditionForm:
    """The form of one edition, beside the ways without points of its place."""
    plan = QuestionPlan(standard, ways)
    return EditionForm(
        standard=standard,
        days=dict(days or {}),
        routes=plan.routes,
        statements=plan.statements,
        one_by_one=plan.asked_each(statement.field for statement in plan.statements),
        alone=plan.asked_each(plan.alone),
        numbers=plan.asked_each(plan.numbers),
        extras=plan.tick_rows(plan.extras),
        deductions=plan.tick_rows(plan.deductions),
        counts={fact: _mark(standard, asked) for fact, asked in standard.questions.items()},
    )


def _mark(standard: Standard, question: Question) -> str:
    """A short mark, the same for two questions of which one's answer is the other's.

    Points officially told were told under one edition: their mark is that of no other.
    """
    told_under = standard.id if question.fact.kind == "points" else ""
    return f"{crc32(f'{what_is_counted(question)}{told_under}'.encode()):08x}"
