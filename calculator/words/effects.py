"""What a change of a standard does to the golden cases, as text."""

from collections.abc import Iterable

from calculator.desk.effects import Effect
from calculator.words.compare import turned


def report_effects(found: Iterable[Effect]) -> str:
    """What the change does to every case, as text: those that it touches, one a line."""
    every = list(found)
    touched = [each for each in every if each.items or each.was != each.now]
    lines = [f"算例 {len(every)} 个，受影响的 {len(touched)} 个。"]
    for each in touched:
        items = "、".join(item.label for item in each.items)
        lines.append(
            f"  {each.id}：{turned(each.was, each.now)}" + (f"（{items}）" if items else "")
        )
    return "\n".join(lines)
