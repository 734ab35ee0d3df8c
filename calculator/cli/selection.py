"""What a command names or leaves out: the day, the benefit, the edition."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from calculator.answers.read_answers import parse_date
from calculator.answers.saved_answers import SavedAnswers
from calculator.cli.loading import load_standard
from calculator.reading.problems import InputError, Problem, closest, quote_value
from calculator.standard.editions import Editions
from calculator.standard.in_force import in_force, of_place
from calculator.standard.place import Place
from calculator.standard.standard import Standard
from calculator.text.saved_answers import NEWER

_SHANGHAI = timezone(timedelta(hours=8))


def select_from_saved(
    options: argparse.Namespace, saved: SavedAnswers, editions: Editions
) -> tuple[date, Standard]:
    """The day and the standard; what no option names stands in the document, where it was kept."""
    if saved.newer:
        print(NEWER, file=sys.stderr)
    if options.standard is None and saved.standard is not None:
        editions.get(saved.standard)  # an id: a document does not name files of this machine
    for name in ("standard", "track", "on"):
        if getattr(options, name) is None:
            setattr(options, name, getattr(saved, name))
    on = parse_day_option(options.on)
    return on, select_standard(options, editions, on)


def select_standard(options: argparse.Namespace, editions: Editions, on: date) -> Standard:
    """The standard that was named, or the one in force in the place."""
    if options.standard:
        return standard_by_name(options.standard, editions)
    own = of_place(editions, select_place(options.place, editions).id)
    all_tracks = list(_all_tracks(own))
    tracks = [one_of("track", options.track, all_tracks)] if options.track else all_tracks
    ruling = {in_force(own, track, on).id for track in tracks}
    if len(ruling) > 1:
        found = f"没有写，而各项待遇在 {on} 适用不同版本：{'、'.join(sorted(ruling))}"
        raise InputError([Problem("track", found, f"其中之一：{'、'.join(tracks)}")])
    return editions.get(ruling.pop())


def select_place(name: str | None, editions: Editions) -> Place:
    """The place that was named, or the first."""
    places = list(editions.places)
    return editions.places[one_of("place", name or places[0], places)]


def one_of(name: str, text: str, allowed: list[str]) -> str:
    """The text itself. Raises ``InputError`` where it is none of those that are allowed."""
    if text not in allowed:
        expected = f"其中之一：{'、'.join(allowed)}"
        meant = closest(text, allowed)
        raise InputError([Problem(name, f"读到 {quote_value(text)}", expected, meant=meant)])
    return text


def standard_by_name(name: str, editions: Editions) -> Standard:
    """The standard of an id or of a file."""
    return load_standard(Path(name), editions) if name.endswith(".toml") else editions.get(name)


def parse_day_option(text: str | None, name: str = "on") -> date:
    """The day that was named; without one, today in Suzhou."""
    if text is None:
        return datetime.now(_SHANGHAI).date()
    day = parse_date(text)
    if day is None:
        raise InputError([Problem(name, f"读到 {quote_value(text)}", "一个日期，例如 2016-05-15")])
    return day


def _all_tracks(editions: Editions) -> Iterator[str]:
    yield from dict.fromkeys(
        track for standard in editions.standards.values() for track in standard.tracks
    )
