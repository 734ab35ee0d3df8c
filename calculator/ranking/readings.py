"""The readings of an order: the ways to read what a text leaves open about it.

For a child's benefit the other parent's total is "a reference" on equal totals (办法 第七条), and
no text says whether it is looked at before, between or after what else is compared. Each place is a
reading. None stands for the others: between two people the first and the last place tell all, but
not between three, of whom somebody may come first only where the reference stands in the middle.

>>> readings(("total", "base", "registration_date"), with_other=False)
(('base', 'registration_date'),)
>>> readings(("total", "base"), with_other=True)
(('other_parent_total', 'base'), ('base', 'other_parent_total'))
"""

from typing import TypeAlias

from calculator.standard.ranking import OTHER_PARENT_TOTAL

Reading: TypeAlias = tuple[str, ...]
"""What is compared between equal totals, the first difference deciding."""


def readings(order: tuple[str, ...] | None, *, with_other: bool) -> tuple[Reading, ...]:
    """Every reading of an edition's ``order``; ``with_other``: the other parent's total is used.

    ``order`` None, where the edition states none: nothing is compared but the totals.
    """
    if order is None:
        return ((),)
    stated = order[1:]
    if not with_other:
        return (tuple(key for key in stated if key != OTHER_PARENT_TOTAL),)
    if OTHER_PARENT_TOTAL in stated:
        return (stated,)
    return tuple(
        (*stated[:place], OTHER_PARENT_TOTAL, *stated[place:]) for place in range(len(stated) + 1)
    )
