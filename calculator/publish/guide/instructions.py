"""How a row is worked out on paper: a closed set of short sentences, in order.

A sentence that writes a number ends the row's reckoning, except for rounding and the cap, which
always come last. ``tests/publish/test_worksheet.py`` does what the sentences say, and nothing else.
"""

from collections.abc import Mapping
from functools import singledispatch

from calculator.answers.facts import Fact
from calculator.rules.age import Age
from calculator.rules.best_of import BestOf
from calculator.rules.brackets import Brackets
from calculator.rules.flat import Flat
from calculator.rules.per_unit import PerUnit
from calculator.rules.requires import AtLeast, IsOneOf, IsTrue, Requirement, RowCounts
from calculator.rules.rounding import MODES
from calculator.rules.steps_above import StepsAbove
from calculator.rules.sum_capped import SumCapped
from calculator.rules.tiers import Tiers
from calculator.rules.unpublished import Unpublished
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.number import Number, format_decimal

Places = Mapping[str, int]
"""The number of each row on the sheet, by item id; a fact stands where its row does."""


def instructions(item: Item, standard: Standard, places: Places) -> list[list[str]]:
    """The sentences of a row; one list for each of several ways where sources differ."""
    opening = [*_limits(item, standard), *(_need(each, item, places) for each in item.requires)]
    ways = item.alternatives or (item,)
    return [[*opening, *_steps(way.shape, places), *_closing(way)] for way in ways]


def _limits(item: Item, standard: Standard) -> list[str]:
    """For which benefits and on which days the row counts at all."""
    said = []
    if set(item.tracks) != set(standard.tracks):
        labels = "、".join(standard.tracks[track].label for track in item.tracks)
        said.append(f"申请的不是{labels}的，写 0。")
    first, last = item.in_force
    if first.year > 1 or last.year < 9999:
        since = f"早于 {first.isoformat()}" if first.year > 1 else ""
        until = f"晚于 {last.isoformat()}" if last.year < 9999 else ""
        said.append(f"估算日期{'或'.join(filter(None, (since, until)))}的，写 0。")
    return said


def _need(need: Requirement, item: Item, places: Places) -> str:
    """When a prerequisite is not met."""
    match need:
        case IsTrue(fact):
            return f"{_named(fact, item, places)}不是“是”的，写 0。"
        case AtLeast(fact, least):
            together = "合计" if fact.kind == "measures" else ""
            return f"{_named(fact, item, places)}{together}不满 {format_decimal(least)} 的，写 0。"
        case IsOneOf(fact, allowed):
            choices = "、".join(f"“{(fact.choices or {})[each]}”" for each in allowed)
            return f"{_named(fact, item, places)}不是{choices}的，写 0。"
        case RowCounts(row):
            return f"第 {places[getattr(row, 'id', '')]} 行是 0 的，写 0。"
    raise TypeError(need)


def _named(fact: Fact, item: Item, places: Places) -> str:
    """The question, with its row where it is asked in another one."""
    row = places[fact.id]
    return f"“{fact.label}”" + ("" if row == places[item.id] else f"（第 {row} 行）")


def _closing(item: Item) -> list[str]:
    said = []
    if item.rounding:
        said.append(
            f"得数{MODES[item.rounding.mode]}到 {format_decimal(item.rounding.to)} 的倍数。"
        )
    if item.cap is not None:
        beyond = "超过" if item.cap >= 0 else "低于"
        said.append(f"{beyond} {_signed(item.cap)} 的，写 {_signed(item.cap)}。")
    return said


def _signed(points: Number) -> str:
    return format_decimal(points).replace("-", "−")


@singledispatch
def _steps(shape: object, _: Places) -> list[str]:
    raise TypeError(shape)  # a new shape needs its sentences here


@_steps.register
def _flat(shape: Flat, _: Places) -> list[str]:
    return [f"“是”写 {_signed(shape.figure)}，“否”写 0。"]


@_steps.register
def _tiers(shape: Tiers, _: Places) -> list[str]:
    alone = len(shape.ladders) == 1
    said = []
    for ladder in shape.ladders:
        choices = ladder.fact.choices or {}
        steps = [f"{choices[step]} {_signed(points)}" for step, points in ladder.steps.items()]
        verb = "写" if alone else "查数"
        said.append(f"按{ladder.fact.label}{verb}：{'；'.join([*steps, '其他 0'])}。")
    return said if alone else [*said, "写查到的数中大的一个。"]


@_steps.register
def _per_unit(shape: PerUnit, _: Places) -> list[str]:
    named = f"“{shape.fact.label}”"
    rate = f"乘以 {_signed(shape.figure)}"
    if shape.parts:
        return [f"{named}除以 {shape.per}，再{rate}，不取整。"]
    units = named if shape.per == 1 else f"{named}除以 {shape.per}，余数不要"
    if shape.first is not None:
        return [f"{units}，得 0 的写 0，其他的减 1，{rate}，再加 {_signed(shape.first)}。"]
    return [f"{units}{'' if shape.per == 1 else '，再'}{rate}。"]


@_steps.register
def _steps_above(shape: StepsAbove, _: Places) -> list[str]:
    start, below = format_decimal(shape.start), _signed(shape.below)
    full = "小数不要" if shape.step == 1 else f"除以 {format_decimal(shape.step)}，余数不要"
    rate = "" if shape.step_figure == 1 else f"乘以 {_signed(shape.step_figure)}，"
    return [
        *_amount(shape.fact, shape.combine),
        *(["是 0 的，写 0。"] if shape.below else []),
        f"不满 {start} 的，写 {below}。",
        f"满 {start} 的，减去 {start}，{full}，{rate}再加 {_signed(shape.figure)}。",
    ]


def _amount(fact: Fact, combine: str) -> list[str]:
    if fact.kind != "measures":
        return [f"看“{fact.label}”。"]
    how = "相加" if combine == "sum" else "只取最大的"
    return [f"“{fact.label}”有几个数的，{how}。"]


@_steps.register
def _brackets(shape: Brackets, _: Places) -> list[str]:
    falling = [
        f"满 {format_decimal(b.start)} 的，写 {_signed(b.figure)}。" for b in reversed(shape.bands)
    ]
    return [*_amount(shape.fact, "sum"), *falling, "其他的，写 0。"]


@_steps.register
def _age(shape: Age, _: Places) -> list[str]:
    said = []
    for band in shape.bands:
        figure = f"写 {_signed(band.figure)}"
        if band.per_year_younger:
            younger = f"用 {band.oldest} 减去周岁，乘以 {_signed(band.per_year_younger)}"
            figure = f"{younger}，再加 {_signed(band.figure)}"
        said.append(f"{band.youngest} 至 {band.oldest} 周岁的，{figure}。")
    return [*said, "其他的，写 0。"]


@_steps.register
def _best_of(shape: BestOf, places: Places) -> list[str]:
    return [f"{_rows(shape, places)}中写大的一个。"]


@_steps.register
def _sum_capped(shape: SumCapped, places: Places) -> list[str]:
    return [f"{_rows(shape, places)}相加。"]


def _rows(shape: BestOf | SumCapped, places: Places) -> str:
    return f"第 {'、'.join(str(places[getattr(each, 'id', '')]) for each in shape.members)} 行"


@_steps.register
def _unpublished(shape: Unpublished, _: Places) -> list[str]:
    told = "官方告知扣几分的，写成负数。" if shape.taken_away else "官方告知了分值的，照写。"
    return ["“否”写 0。", told, "“是”而没有告知分值的，画一横，不计入。"]
