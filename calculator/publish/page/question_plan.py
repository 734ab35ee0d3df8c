"""Which question of an edition is asked in which step, and what its answers settle there.

Each fact is asked once, in the step where it is first of use: with the ways without points and the
conditions, among the few answers that move most points, or in a list to tick.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from calculator.answers.facts import Answer, Fact
from calculator.answers.situation import Situation
from calculator.answers.typed_text import format_answer
from calculator.publish.page.form_parts import FormQuestion, Route, Statement, TickRow, WayPanel
from calculator.scoring.eligibility import judge_condition
from calculator.standard.conditions import Condition
from calculator.standard.standard import Standard
from calculator.standard.ways import Way, Ways
from calculator.values.interval import INFINITY
from calculator.values.number import Bound

MOST_NUMBERS: Final = 6
"""Questions of the step that asks what moves most points: no more than one screen or two."""


class QuestionPlan:
    """Which fact is asked in which step; each attribute lists fact ids in the order of asking."""

    def __init__(self, standard: Standard, ways: Ways) -> None:
        self._standard = standard
        vetoes = standard.limits.void_if if standard.limits else ()
        self._vetoing = {fact for veto in vetoes for fact in veto.monotonicity}
        scored = self._scored()
        gates = [fact for condition in standard.conditions for fact in condition.facts]
        opening = self._opening_facts(ways)
        self.statements = tuple(self._statements({*scored, *opening}))
        stated = {statement.field for statement in self.statements}
        self.alone = [
            fact for fact in dict.fromkeys(gates) if fact not in {*scored, *opening, *stated}
        ]
        left = [fact for fact in scored if fact not in opening]
        self.numbers = self._numbers(left)
        taking = {f for item in standard.items if item.part == "deduction" for f in item.facts}
        taking |= self._vetoing
        rest = [fact for fact in left if fact not in self.numbers]
        rest.sort(key=lambda fact: standard.facts_by_id[fact].rare)
        self.extras = [fact for fact in rest if fact not in taking]
        self.deductions = [fact for fact in rest if fact in taking]
        self._order = [*opening, *stated, *self.alone, *self.numbers, *self.extras]
        self._order += self.deductions
        self.routes = tuple(self._routes(ways))

    def asked_each(self, facts: Iterable[str]) -> tuple[FormQuestion, ...]:
        """The questions for the facts, each once."""
        return tuple(self._asked(fact) for fact in dict.fromkeys(facts))

    def tick_rows(self, facts: list[str]) -> tuple[TickRow, ...]:
        """A row for each fact; points declared for an item stand in the row of its claim."""
        declared = {
            item.declaration.claimed.id: item.declaration.declared.id
            for item in self._standard.items
            if item.declaration
        }
        own = [fact for fact in facts if fact not in declared.values()]
        return tuple(self._tick_row(fact, declared.get(fact)) for fact in own)

    def _tick_row(self, fact_id: str, declared: str | None) -> TickRow:
        fact = self._standard.facts_by_id[fact_id]
        none = _none_text(fact)
        return TickRow(
            label=fact.label,
            asked=self.asked_each([fact_id, *([declared] if declared else [])]),
            yes="true" if fact.kind == "flag" else "",
            none=((fact_id, none),) if none else (),
        )

    def _asked(self, fact: str) -> FormQuestion:
        standard = self._standard
        reading = [item for item in standard.items if fact in item.facts]
        tracks = {track for item in reading for track in item.tracks}
        tracks |= {t for gate in standard.conditions if fact in gate.facts for t in gate.tracks}
        if fact in self._vetoing:
            tracks |= set(standard.tracks)
        return FormQuestion(
            standard.questions[fact],
            tuple(item for item in reading if max(item.facts, key=self._order.index) == fact),
            tuple(track for track in standard.tracks if track in tracks),
        )

    def _scored(self) -> list[str]:
        """The facts that points ask for, those of the widest item first; then what voids all."""
        widths = _widths(self._standard)
        ordered = sorted(self._standard.items, key=lambda item: -widths[item.id])
        facts = (fact for item in ordered for fact in item.facts)
        return list(dict.fromkeys([*facts, *sorted(self._vetoing)]))

    def _numbers(self, scored: list[str]) -> list[str]:
        """The answers that move most points, and the flags that open the same rows."""
        standard = self._standard
        chosen = [fact for fact in scored if self._is_typical(standard.facts_by_id[fact])]
        chosen = chosen[:MOST_NUMBERS]
        found: list[str] = []
        for fact in chosen:
            found.append(fact)
            for item in standard.items:
                if fact in item.facts and not item.members:
                    found += (
                        other for other in item.facts if standard.facts_by_id[other].kind == "flag"
                    )
        return [fact for fact in dict.fromkeys(found) if fact in scored]

    def _is_typical(self, fact: Fact) -> bool:
        """Whether nearly everybody has something to say to it."""
        if fact.rare or fact.id in self._vetoing or self._takes_points(fact.id):
            return False
        if fact.kind == "count":
            return fact.grows
        return fact.kind in ("date", "measures", "choice") and not _none_text(fact)

    def _takes_points(self, fact: str) -> bool:
        return any(fact in item.facts and item.part == "deduction" for item in self._standard.items)

    def _statements(self, elsewhere: set[str]) -> Iterator[Statement]:
        """The conditions that a single answer decides and that are asked nowhere else."""
        for condition in self._standard.conditions:
            if len(condition.facts) != 1 or condition.facts[0] in elsewhere:
                continue
            fact = self._standard.facts_by_id[condition.facts[0]]
            met = [text for text, state in _states(condition, fact) if state == "met"]
            if met and fact.kind != "choice":  # which of several choices it is, nobody can say
                yield Statement(condition, fact.id, met[0])

    def _opening_facts(self, ways: Ways) -> list[str]:
        """The edition's own facts with which another way begins."""
        standard = self._standard
        own = [
            condition.facts[0]
            for condition in standard.conditions
            if condition.outcome == "another_route" and len(condition.facts) == 1
        ]
        gates = [gate for way in ways.ways if way.track in standard.tracks if (gate := _gate(way))]
        asked = [fact for fact in (*gates, *own) if fact in standard.questions]
        return list(dict.fromkeys(asked))

    def _routes(self, ways: Ways) -> Iterator[Route]:
        standard = self._standard
        open_ways = [way for way in ways.ways if way.track in standard.tracks]
        open_ways.sort(key=lambda way: way.order)
        gates = [gate for way in open_ways if (gate := _gate(way))]
        for fact in dict.fromkeys([*gates, *self._opening_facts(ways)]):
            own = [way for way in open_ways if _gate(way) == fact]
            tracks = {way.track for way in own}
            if fact in standard.questions:
                asked, days = self._asked(fact), (date.min, date.max)
                tracks |= set(asked.tracks)
            else:
                asked = FormQuestion(ways.questions[fact], (), tuple(tracks), known=False)
                days = (
                    min(way.first for way in own),
                    max(way.last or date.max for way in own),
                )
            panels = tuple(WayPanel(way, _leading(way)) for way in own)
            yield Route(asked, panels, tuple(t for t in standard.tracks if t in tracks), days)
        for way in open_ways:
            if not _gate(way):
                days = (way.first, way.last or date.max)
                yield Route(None, (WayPanel(way, ()),), (way.track,), days)


def _gate(way: Way) -> str | None:
    """The fact that is asked first of a way: that of its first condition, where one decides it."""
    first = next(iter(way.conditions), None)
    return first.facts[0] if first and len(first.facts) == 1 else None


def _leading(way: Way) -> tuple[str, ...]:
    """The answers to the way's first question with which it goes on."""
    [requirement, *_] = way.conditions[0].alternatives[0]
    fact = requirement.fact if hasattr(requirement, "fact") else None
    if not isinstance(fact, Fact):
        return ()
    return tuple(text for text, state in _states(way.conditions[0], fact) if state == "met")


def _states(condition: Condition, fact: Fact) -> Iterator[tuple[str, str]]:
    """The texts of the field that decide the condition, and what each comes to."""
    for answer in _deciding_answers(condition, fact):
        situation = Situation({fact.id: answer}, date.max)
        yield format_answer(answer), judge_condition(condition, situation).state


def _deciding_answers(condition: Condition, fact: Fact) -> Iterator[Answer]:
    match fact.kind:
        case "flag":
            yield from (True, False)
        case "choice":
            yield from fact.choices or ()
        case "count":
            least = (r for way in condition.alternatives for r in way if hasattr(r, "least"))
            yield from (requirement.least for requirement in least)


def _none_text(fact: Fact) -> str:
    """The text that means having nothing of it; empty where there is none."""
    match fact.kind:
        case "flag":
            return "false"
        case "count":
            return "" if fact.grows else "0"
        case "choice":
            return "none" if "none" in (fact.choices or {}) else ""
        case _:
            return ""


def _widths(standard: Standard) -> dict[str, Bound]:
    """How far the points of each item reach where nothing is answered.

    Without an end they reach further than any that have one, and no further than can be sorted.
    """
    empty = Situation({}, standard.passport.checked_on)
    widths = {item.id: item.points(empty).width for item in standard.items}
    widest = max((width for width in widths.values() if width < INFINITY), default=0)
    return {item: min(width, widest + 1) for item, width in widths.items()}
