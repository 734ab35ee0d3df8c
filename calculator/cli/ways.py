"""``ways``: how a benefit of a place is had on a day, without points and by points."""

import argparse
from datetime import date
from typing import Final, TypedDict

from calculator.cli import options as shared
from calculator.cli.exit_codes import DONE
from calculator.cli.loading import load_editions
from calculator.cli.selection import one_of, parse_day_option, select_place
from calculator.cli.streams import print_json
from calculator.standard.editions import Editions
from calculator.standard.in_force import of_place
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
    shared.add_place(parser)
    shared.add_track(parser)
    parser.add_argument("--on", metavar="DATE", help="哪一天，默认今天")
    shared.add_json(parser)


def run(options: argparse.Namespace) -> int:
    """One benefit, or all that the place knows: as text, or as JSON. Raises ``InputError``.

    The JSON is one object for the benefit that ``--track`` names, else a list of them.
    """
    on = parse_day_option(options.on)
    editions = load_editions()
    place = select_place(options.place, editions)
    editions = of_place(editions, place.id)
    tracks = list(place.tracks)
    if options.track is not None:
        tracks = [one_of("track", options.track, tracks)]
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
