"""When a row within a group gives nothing, as the worksheet says it."""

from calculator.rules.within.rule import Within
from calculator.rules.worksheet import Places


def instructions(within: Within, places: Places) -> list[str]:
    """The sentences that write 0: points told for the whole group, and a no to it."""
    group = f"第 {places[within.group.id]} 行"
    return [
        f"{group}填了官方告知的分值的，写 0。",
        f"{group}答“否”、这一行没有填的，写 0。",
    ]
