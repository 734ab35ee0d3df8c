"""When a prerequisite is not met, as the worksheet says it."""

from collections.abc import Callable

from calculator.answers.facts import Fact
from calculator.rules.requires import Requirement
from calculator.rules.requires.rule import AtLeast, IsOneOf, IsTrue, RowCounts
from calculator.rules.worksheet import Places, name_rows
from calculator.values.number import format_decimal


def instruction(requirement: Requirement, named: Callable[[Fact], str], places: Places) -> str:
    """The sentence that writes 0; ``named`` gives a question as this row refers to it."""
    match requirement:
        case IsTrue(fact):
            unmet = f"{named(fact)}不是“是”"
        case AtLeast(fact, least):
            together = "合计" if fact.kind == "measures" else ""
            unmet = f"{named(fact)}{together}不满 {format_decimal(least)} "
        case IsOneOf(fact, allowed):
            choices = "、".join(f"“{(fact.choices or {})[choice]}”" for choice in allowed)
            unmet = f"{named(fact)}不是{choices}"
        case RowCounts(row):
            unmet = f"{name_rows([row], places)}是 0 "
        case _:
            raise TypeError(requirement)  # a new kind needs its sentence here
    return f"{unmet}的，写 0。"
