"""within: the row belongs to an unpublished row above it, whose answers answer it too.

    [[items]]
    id = "social_contribution"
    rule = "unpublished"

    [[items]]
    id = "donation"
    within = "social_contribution"

Points declared for the group stand for all of it: the row then gives none, so that nothing counts
twice. Who has nothing of the group has nothing of the row, unless the row's own question was
answered. Otherwise the row gives its own points.
"""

from collections.abc import Container, Iterable
from datetime import date
from typing import NamedTuple

from calculator.answers.facts import Answer, Fact, extreme_answers
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import Definitions, Monotonicity, ReferencedItem, TableLine


class Within(NamedTuple):
    """The unpublished row to which another belongs, and its two facts."""

    group: ReferencedItem
    claimed: Fact
    declared: Fact

    @property
    def monotonicity(self) -> dict[str, Monotonicity]:
        """Up for ``claimed``: a yes leaves the row's points open, a no takes them away.

        ``declared`` is left out, as in an unpublished row: not to know it is to have been told
        none.
        """
        return {self.claimed.id: "up"}

    def is_declared(self, situation: Situation) -> bool:
        """Whether points declared for the group stand for the row as well."""
        return situation.declared_points(self.declared) is not None

    def excludes(self, situation: Situation, own_facts: Container[str]) -> bool:
        """Whether the group's answers leave the row no points; ``own_facts`` are the row's."""
        if self.is_declared(situation):
            return True
        if situation.flag(self.claimed) is not False:
            return False
        return not any(fact in own_facts for fact in situation.answers)

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """A no, which excludes the row, and a yes."""
        return extreme_answers(fact, on)

    def table_line(self) -> TableLine:
        """The line of the guide's table that says to what the row belongs."""
        return TableLine(f"填了「{self.group.label}」官方分值的", "不另计")

    def why(self, situation: Situation) -> str:
        """Why the row gives nothing, where the group's answers exclude it."""
        if self.is_declared(situation):
            return f"「{self.group.label}」填写的官方分值代表整类，这一项不另计"
        return f"「{self.group.label}」答了没有，不计分"


def read_within(table: Table, definitions: Definitions) -> Within | None:
    """What ``within`` names; None where it is not written, or names no unpublished row above."""
    if table.get("within") is None:
        return None
    named = table.text("within")
    groups = {key: row for key, row in definitions.rows.items() if row.declaration}
    group = groups.get(named)
    if group is None or group.declaration is None:
        expected = f"排在它前面、没有公开分值的一项：{'、'.join(groups)}"
        table.fault("within", named, expected, groups)
        return None
    return Within(group, group.declaration.claimed, group.declaration.declared)
