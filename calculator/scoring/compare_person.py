"""One person under two editions, or under two versions of one: totals, and points item by item."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from calculator.answers.facts import Answers
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring.carry_over import carry_over
from calculator.scoring.compare_items import labels_in_order
from calculator.scoring.estimate import Estimate, estimate
from calculator.standard.standard import Standard
from calculator.values.interval import ZERO, Interval


class ItemPoints(NamedTuple):
    """What one item gives under the first and the second edition; None where it does not count."""

    item: str
    label: str
    was: Interval | None
    now: Interval | None


@dataclass(frozen=True, slots=True)
class PersonComparison:
    """One person's estimates under the first (``was``) and the second edition (``now``).

    ``ask_again``: answered facts that the second edition uses too but that were not carried over.
    """

    was: Estimate
    now: Estimate
    ask_again: tuple[str, ...]

    @property
    def differing(self) -> tuple[ItemPoints, ...]:
        """The items that give other points under the second edition."""
        # A row that is missing in one edition gives nothing there: for who has nothing from it in
        # the other either, nothing differs.
        return tuple(item for item in self.points if (item.was or ZERO) != (item.now or ZERO))

    @property
    def points(self) -> tuple[ItemPoints, ...]:
        """Every item that counts under either, in the order of ``compare_items``."""
        was = {line.item.id: line.points for line in self.was.lines}
        now = {line.item.id: line.points for line in self.now.lines}
        return tuple(
            ItemPoints(item_id, label, was.get(item_id), now.get(item_id))
            for item_id, label in labels_in_order(self.was.standard, self.now.standard).items()
            if item_id in was or item_id in now
        )


def compare_person(
    a: Standard, b: Standard, facts: Answers, track: str | None, on: date
) -> PersonComparison:
    """One person under both editions on one day; ``facts`` are as answered under ``a``.

    ``track`` None is allowed where the editions share exactly one track, or where ``estimate``
    allows it. Raises ``InputError`` where they do not share the track.
    """
    track = _shared_track(a, b, track)
    carried = carry_over(a, b, facts)
    return PersonComparison(
        was=estimate(a, facts, track, on),
        now=estimate(b, carried, track, on),
        ask_again=tuple(fact for fact in facts if fact not in carried and fact in b.uses),
    )


def _shared_track(a: Standard, b: Standard, named: str | None) -> str | None:
    """The named track, or the only one that both editions have. Raises ``InputError``."""
    shared = [track for track in a.tracks if track in b.tracks]
    if named is None and len(shared) == 1:
        return shared[0]
    if not shared or (named is not None and named not in shared):
        found = f"读到 {quote_value(named)}" if shared else "两版没有共同的待遇"
        expected = f"两版都有的一种：{'、'.join(shared)}" if shared else ""
        raise InputError([Problem("track", found, expected)])
    return named
