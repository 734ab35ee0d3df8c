"""Where the answers to a group decide over a row within it."""

from collections.abc import Container, Iterator

from calculator.answers.situation import Situation
from calculator.rules.boundaries import Side
from calculator.rules.within.rule import Within


def changes(within: Within, own_facts: Container[str]) -> Iterator[Side]:
    """Points declared for the group; a no to it, with the row's own question answered and not."""

    def denied(situation: Situation) -> bool:
        return situation.flag(within.claimed) is False

    def answered(situation: Situation) -> bool:
        return any(fact in own_facts for fact in situation.answers)

    group = f"「{within.group.label}」"
    yield Side(f"{group}填了官方分值", within.is_declared)
    yield Side(f"{group}答没有，本项没有答", lambda s: denied(s) and not answered(s))
    yield Side(f"{group}答没有，本项答了", lambda s: denied(s) and answered(s))
