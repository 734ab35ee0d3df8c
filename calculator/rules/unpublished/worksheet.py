"""How a row of the shape ``unpublished`` is worked out on paper."""

from calculator.rules.unpublished.rule import Unpublished
from calculator.rules.worksheet import Places


def instructions(shape: Unpublished, _: Places) -> list[str]:
    """Points officially told, or a dash where the row applies and nobody told any."""
    told = "官方告知扣几分的，写成负数。" if shape.taken_away else "官方告知了分值的，照写。"
    return ["“否”写 0。", told, "“是”而没有告知分值的，画一横，不计入。"]
