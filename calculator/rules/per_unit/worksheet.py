"""How a row of the shape ``per_unit`` is worked out on paper."""

from calculator.rules.per_unit.rule import PerUnit
from calculator.rules.worksheet import Places, signed


def instructions(shape: PerUnit, _: Places) -> list[str]:
    """Divide by the unit, drop the remainder unless parts count, multiply by the figure."""
    named = f"“{shape.fact.label}”"
    rate = f"乘以 {signed(shape.figure)}"
    if shape.parts:
        return [f"{named}除以 {shape.per}，再{rate}，不取整。"]
    units = named if shape.per == 1 else f"{named}除以 {shape.per}，余数不要"
    if shape.first is not None:
        return [f"{units}，得 0 的写 0，其他的减 1，{rate}，再加 {signed(shape.first)}。"]
    return [f"{units}{'' if shape.per == 1 else '，再'}{rate}。"]
