"""Who may stand where, by trying everything: every reading, every completion of what is unknown.

It imports nothing of what it checks. A person is a dictionary of what is compared; None is unknown.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations, product
from typing import Any, TypeAlias

Person: TypeAlias = Mapping[str, Any]
"""``id``, ``total``, ``base``, ``date``, ``other`` and ``eligible``; high totals, base points and
other parents' totals come first, and early dates, which are numbers here."""

Outcome: TypeAlias = list[Person]


def readings(order: Sequence[str] | None, *, with_other: bool) -> list[tuple[str, ...]]:
    """Every sequence of what is compared after the totals that keeps to the order."""
    stated = [key for key in order or [] if key not in ("total", "other")]
    if order is None or not with_other:
        return [tuple(stated)]
    if "other" in order:
        return [tuple(key for key in order if key != "total")]
    every = permutations([*stated, "other"])
    return [keys for keys in every if [key for key in keys if key != "other"] == stated]


def completions(people: Sequence[Person]) -> Iterator[Outcome]:
    """Everybody with every value that matters in place of what is unknown."""
    choices = []
    for person in people:
        open_keys = [key for key in ("date", "other", "eligible") if person[key] is None]
        values = [_values(people, key) for key in open_keys]
        choices.append(
            [{**person, **dict(zip(open_keys, found, strict=True))} for found in product(*values)]
        )
    for found in product(*choices):
        yield list(found)


def _values(people: Sequence[Person], key: str) -> list[Any]:
    """One below what is known, each that is known, one above."""
    if key == "eligible":
        return [True, False]
    known = sorted({person[key] for person in people if person[key] is not None} or {0})
    return [known[0] - 1, *known, known[-1] + 1]


def _key(person: Person, reading: Sequence[str]) -> tuple[Any, ...]:
    return tuple(person[key] if key == "date" else -person[key] for key in ("total", *reading))


def admissions(
    people: Sequence[Person], every: Sequence[Sequence[str]], places: int | None, least: int
) -> dict[str, str]:
    """By id: yes or no where nothing can change it, else tie."""
    answers: dict[str, set[bool]] = {person["id"]: set() for person in people}
    for outcome, reading in product(completions(people), every):
        for person in outcome:
            key = _key(person, reading)
            rivals = [
                _key(other, reading)
                for other in outcome
                if other["eligible"] and other["id"] != person["id"]
            ]
            ahead = sum(rival < key for rival in rivals)
            level = sum(rival == key for rival in rivals)
            fits = person["eligible"] and person["total"] >= least
            for position in (ahead + 1, ahead + level + 1):
                answers[person["id"]].add(fits and (places is None or position <= places))
    return {
        name: "tie" if len(found) > 1 else "yes" if found == {True} else "no"
        for name, found in answers.items()
    }


def ranks(people: Sequence[Person], every: Sequence[Sequence[str]]) -> dict[str, int]:
    """By id, the rank: one more than the largest group that is surely ahead as a whole.

    Whoever surely may not apply comes after all others; whoever may is counted.
    """
    ahead = {(a["id"], b["id"]) for a in people for b in people if a["id"] != b["id"]}
    for outcome, reading in product(completions(people), every):
        by_id = {person["id"]: person for person in outcome}
        ahead = {(a, b) for a, b in ahead if _key(by_id[a], reading) < _key(by_id[b], reading)}
    barred = {person["id"]: person["eligible"] is False for person in people}
    ahead = {
        (a, b)
        for a, b in product(barred, barred)
        if barred[a] < barred[b] or (barred[a] == barred[b] and (a, b) in ahead)
    }
    return {name: 1 + _cut_before(name, list(barred), ahead) for name in barred}


def _cut_before(name: str, names: Sequence[str], ahead: set[tuple[str, str]]) -> int:
    """The size of the largest group without ``name`` of which each is ahead of all the rest."""
    sizes = [
        size
        for size in range(len(names))
        for group in combinations(names, size)
        if name not in group
        if all((a, b) in ahead for a in group for b in names if b not in group)
    ]
    return max(sizes)
