"""The few kinds of sentences of a worksheet, followed to the letter. Any other is an error."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import floor, inf
from typing import Final, TypeAlias

Number: TypeAlias = Fraction | float
Answer: TypeAlias = bool | str | Number | list[Number]
N: Final = r"(−?[0-9]+(?:\.[0-9]+)?)"


@dataclass
class Person:
    """The answers on the sheet by their printed names, and the points of each row so far.

    ``this`` is the answer to the row's own question, ``told`` the points officially told; both
    stand by row in ``claimed`` and ``told``. ``left_empty``: none of the row's questions has one.
    """

    answers: dict[str, Answer]
    benefit: tuple[str, ...]
    on: date
    points: dict[str, Number] = field(default_factory=dict)
    claimed: dict[str, Answer] = field(default_factory=dict)
    told: dict[str, Answer] = field(default_factory=dict)
    left_empty: bool = False
    value: Number = 0
    looked_up: list[Number] = field(default_factory=list)

    def amount(self, name: str) -> Number:
        """The answer to a question for a number."""
        answer = self.answers[name]
        assert isinstance(answer, Fraction | float)
        return answer


Step: TypeAlias = Callable[[re.Match[str], Person], Number | None]
KINDS: Final[list[tuple[str, Step]]] = []
LAST: Final = ("超过", "低于", "得数")


class Dash(Exception):  # noqa: N818  no error: a dash is drawn
    """The row is not counted."""


def sentence(pattern: str) -> Callable[[Step], Step]:
    """A kind of sentence. What follows it gives the points written, None where none are."""

    def register(step: Step) -> Step:
        KINDS.append((pattern, step))
        return step

    return register


def follow(sentences: list[str], person: Person) -> Number | None:
    """The points that a row's sentences end with; None where a dash is drawn."""
    person.value = 0
    person.looked_up = []
    written = False
    for text in sentences:
        if written and not text.startswith(LAST):
            continue
        matches = [(m, step) for pattern, step in KINDS if (m := re.fullmatch(pattern, text))]
        assert len(matches) == 1, text
        match, step = matches[0]
        try:
            points = step(match, person)
        except Dash:
            return None
        if points is not None:
            person.value = points
            written = True
    return person.value


def number(text: str | None) -> Fraction:
    """A printed number, its minus sign a real one; where none is printed, one."""
    return Fraction((text or "1").replace("−", "-"))


def whole(value: Number) -> Number:
    """Without the remainder."""
    return value if value in (inf, -inf) else Fraction(floor(value))


def product(value: Number, rate: Fraction) -> Number:
    """Also of what has no limit."""
    return (inf if rate > 0 else -inf) if value == inf else value * rate


@sentence("申请的不是(.+)的，写 0。")
def _benefit(m: re.Match[str], person: Person) -> Number | None:
    return None if set(m[1].split("、")) & set(person.benefit) else 0


@sentence("估算日期早于 (.+)或晚于 (.+)的，写 0。")
def _days(m: re.Match[str], person: Person) -> Number | None:
    inside = date.fromisoformat(m[1]) <= person.on <= date.fromisoformat(m[2])
    return None if inside else 0


@sentence("“([^”]+)”(?:（第 [0-9]+ 行）)?不是“是”的，写 0。")
def _need(m: re.Match[str], person: Person) -> Number | None:
    return None if person.answers[m[1]] is True else 0


@sentence(f"“(.+)”答“是”写 {N}，答“否”写 0。")
def _flag(m: re.Match[str], person: Person) -> Number | None:
    return number(m[2]) if person.answers[m[1]] is True else 0


@sentence("第 ([0-9]+) 行填了官方告知的分值的，写 0。")
def _told_for_group(m: re.Match[str], person: Person) -> Number | None:
    return 0 if isinstance(person.told[m[1]], Fraction) else None


@sentence("第 ([0-9]+) 行答“否”、这一行没有填的，写 0。")
def _no_to_group(m: re.Match[str], person: Person) -> Number | None:
    return 0 if person.claimed[m[1]] is False and person.left_empty else None


@sentence("按(.+)(写|查数)：(.+)；其他 0。")
def _look_up(m: re.Match[str], person: Person) -> Number | None:
    listed = dict(step.rsplit(" ", 1) for step in m[3].split("；"))
    person.looked_up.append(number(listed.get(str(person.answers[m[1]]), "0")))
    return person.looked_up[-1] if m[2] == "写" else None


@sentence("写查到的数中大的一个。")
def _greatest(_: re.Match[str], person: Person) -> Number | None:
    return max(person.looked_up)


@sentence(f"“([^”]+)”(?:除以 {N}，余数不要，再)?乘以 {N}。")
def _rate(m: re.Match[str], person: Person) -> Number | None:
    return product(whole(person.amount(m[1]) / number(m[2])), number(m[3]))


@sentence("“(.+)”有几个数的，(相加|只取最大的)。")
def _several(m: re.Match[str], person: Person) -> Number | None:
    several = person.answers[m[1]]
    assert isinstance(several, list)
    person.value = sum(several) if m[2] == "相加" else max(several, default=0)
    return None


@sentence("是 0 的，写 0。")
def _nothing(_: re.Match[str], person: Person) -> Number | None:
    return 0 if person.value == 0 else None


@sentence(f"不满 {N} 的，写 {N}。")
def _below(m: re.Match[str], person: Person) -> Number | None:
    return number(m[2]) if person.value < number(m[1]) else None


@sentence(f"满 {N} 的，减去 {N}，(?:小数不要|除以 {N}，余数不要)，(?:乘以 {N}，)?再加 {N}。")
def _above(m: re.Match[str], person: Person) -> Number | None:
    assert person.value >= number(m[1])
    steps = whole((person.value - number(m[2])) / number(m[3]))
    return product(steps, number(m[4])) + number(m[5])


@sentence(f"{N} 至 {N} 周岁的，写 {N}。")
def _band(m: re.Match[str], person: Person) -> Number | None:
    inside = number(m[1]) <= person.amount("出生日期") <= number(m[2])
    return number(m[3]) if inside else None


@sentence(f"{N} 至 {N} 周岁的，用 {N} 减去周岁，乘以 {N}，再加 {N}。")
def _ladder(m: re.Match[str], person: Person) -> Number | None:
    age = person.amount("出生日期")
    inside = number(m[1]) <= age <= number(m[2])
    return (number(m[3]) - age) * number(m[4]) + number(m[5]) if inside else None


@sentence("其他的，写 0。")
def _otherwise(_m: re.Match[str], _: Person) -> Number | None:
    return 0


@sentence("第 (.+) 行中写大的一个。")
def _best(m: re.Match[str], person: Person) -> Number | None:
    return max(person.points[row] for row in m[1].split("、"))


@sentence(f"(超过|低于) {N} 的，写 {N}。")
def _cap(m: re.Match[str], person: Person) -> Number | None:
    beyond = person.value > number(m[2]) if m[1] == "超过" else person.value < number(m[2])
    return number(m[3]) if beyond else None


@sentence("“否”写 0。")
def _not_so(_: re.Match[str], person: Person) -> Number | None:
    return 0 if person.answers["this"] is False else None


@sentence("官方告知(了分值的，照写|扣几分的，写成负数)。")
def _told(m: re.Match[str], person: Person) -> Number | None:
    told = person.answers["told"]
    if not isinstance(told, Fraction):
        return None
    return told if m[1].endswith("照写") else -told


@sentence("“是”而没有告知分值的，画一横，不计入。")
def _dash(_m: re.Match[str], _: Person) -> Number | None:
    raise Dash
