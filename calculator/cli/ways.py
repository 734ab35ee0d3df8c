"""``ways``: how a benefit of a place is had on a day, without points and by points."""

import argparse
from datetime import date
from typing import Final, TypedDict

from calculator.cli import options as shared
from calculator.cli.exit_codes import DONE
from calculator.cli.loading import load_editions
from calculator.cli.selection import parse_day_option
from calculator.cli.streams import print_json
from calculator.reading.problems import InputError, Problem, closest, quote_value
from calculator.standard.editions import Editions
from calculator.standard.place import Place
from calculator.text.ways import report_ways

SUMMARY: Final = "某天某项待遇怎样办：不用积分的途径，和按积分的版本"


class JsonWay(TypedDict):
    """One way in JSON; ``standard`` is null where ``kind`` is ``direct``."""

    id: str
    kind: str
    standard: str | None
    title: str


class JsonWays(TypedDict):
    """The ways to one benefit in JSON; ``gap`` says what is known where no edition rules."""

    place: str
    track: str
    on: str
    ways: list[JsonWay]
    gap: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Place, benefit, day."""
    parser.add_argument("--place", metavar="PLACE", help="哪个地方，默认第一个")
    shared.add_track(parser)
    parser.add_argument("--on", metavar="DATE", help="哪一天，默认今天")
    shared.add_json(parser)


def run(options: argparse.Namespace) -> int:
    """One benefit, or all that the place knows: as text, or as JSON. Raises ``InputError``.

    The JSON is one object for the benefit that ``--track`` names, else a list of them.
    """
    on = parse_day_option(options.on)
    editions = load_editions()
    places = list(editions.places)
    place = editions.places[_one_of("place", options.place or places[0], places)]
    tracks = list(place.tracks)
    if options.track is not None:
        tracks = [_one_of("track", options.track, tracks)]
    if options.json:
        found = [ways_json(place, track, editions, on) for track in tracks]
        print_json(found if options.track is None else found[0])
    else:
        print("\n\n".join(report_ways(place, track, editions, on) for track in tracks))
    return DONE


def ways_json(place: Place, track: str, editions: Editions, on: date) -> JsonWays:
    """The ways to a benefit on a day, those without points first."""
    direct: list[JsonWay] = [
        {"id": way.id, "kind": "direct", "standard": None, "title": way.title}
        for way in place.ways.on(track, on)
    ]
    by_points: list[JsonWay] = [
        {"id": standard.id, "kind": "points", "standard": standard.id, "title": standard.title}
        for standard in editions.ruling(track, on)
    ]
    return {
        "place": place.id,
        "track": track,
        "on": on.isoformat(),
        "ways": direct + by_points,
        "gap": None if by_points else editions.gap(track, on),
    }


def _one_of(name: str, text: str, allowed: list[str]) -> str:
    if text not in allowed:
        expected = f"其中之一：{'、'.join(allowed)}"
        meant = closest(text, allowed)
        raise InputError([Problem(name, f"读到 {quote_value(text)}", expected, meant=meant)])
    return text
