"""The edition of a place that rules a track on a day, or why none does. Never in the browser."""

from dataclasses import replace
from datetime import date

from calculator.reading.problems import InputError, Problem
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard


def in_force(editions: Editions, track: str, on: date) -> Standard:
    """The one edition that rules the track on the day.

    Raises ``InputError`` where there is none, with what was seen last and what holds instead, or
    where the data allows more than one: an overlap is never settled by taking the last one.
    """
    ruling = editions.ruling(track, on)
    if len(ruling) == 1:
        return ruling[0]
    found = "、".join(standard.id for standard in ruling) or _none(editions, track, on)
    found = f"{on} 对 {track} 生效的是：{found}"
    raise InputError([Problem("standard", found, "用 --standard 指明的一个版本")])


def _none(editions: Editions, track: str, on: date) -> str:
    """That no edition rules, the one seen last, and the ways without points on the day."""
    last = editions.last_seen(track, on)
    ways = [way for place in editions.places.values() for way in place.ways.on(track, on)]
    said = [
        editions.gap(track, on).rstrip("。"),
        f"最后见到的是 {last.id}" if last else "",
        f"不用积分的途径：{'、'.join(way.title for way in ways)}" if ways else "",
    ]
    return f"没有一个版本（{'。'.join(filter(None, said))}）"


def of_place(editions: Editions, place_id: str) -> Editions:
    """The same with one place's editions and ways alone: each place has its own on a day."""
    own = {
        standard.id: standard
        for standard in editions.standards.values()
        if place_of(standard.id) == place_id
    }
    return replace(editions, standards=own, places={place_id: editions.places[place_id]})


def place_of(standard_id: str) -> str:
    """The place of an edition, by its id.

    >>> place_of("suzhou-2023-settlement")
    'suzhou'
    """
    return standard_id.partition("-")[0]
