"""What a command names or leaves out: the day, the benefit, the edition."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from calculator.answers import read_day
from calculator.desk.toml_files import load_standard
from calculator.editions import Editions
from calculator.kept import Kept
from calculator.problems import InputError, Problem, shown
from calculator.standard import Standard
from calculator.words.kept import NEWER

_SHANGHAI = timezone(timedelta(hours=8))


def of_kept(options: argparse.Namespace, kept: Kept, editions: Editions) -> tuple[date, Standard]:
    """The day and the standard; what no option names stands in the document, where it was kept."""
    if kept.newer:
        print(NEWER, file=sys.stderr)
    if options.standard is None and kept.standard is not None:
        editions.get(kept.standard)  # an id: a document does not name files of this machine
    for name in ("standard", "track", "on"):
        if getattr(options, name) is None:
            setattr(options, name, getattr(kept, name))
    on = day_of(options.on)
    return on, standard_of(options, editions, on)


def standard_of(options: argparse.Namespace, editions: Editions, on: date) -> Standard:
    """The standard that was named, or the one in force."""
    if options.standard:
        return named(options.standard, editions)
    tracks = [options.track] if options.track else list(_all_tracks(editions))
    if set(tracks) - set(_all_tracks(editions)):
        expected = f"其中之一：{'、'.join(_all_tracks(editions))}"
        raise InputError([Problem("track", f"读到 {shown(options.track)}", expected)])
    ruling = {editions.in_force(track, on).id for track in tracks}
    if len(ruling) > 1:
        found = f"没有写，而各项待遇在 {on} 适用不同版本：{'、'.join(sorted(ruling))}"
        raise InputError([Problem("track", found, f"其中之一：{'、'.join(tracks)}")])
    return editions.get(ruling.pop())


def named(name: str, editions: Editions) -> Standard:
    """The standard of an id or of a file."""
    return load_standard(Path(name), editions) if name.endswith(".toml") else editions.get(name)


def day_of(text: str | None, name: str = "on") -> date:
    """The day that was named; without one, today in Suzhou."""
    if text is None:
        return datetime.now(_SHANGHAI).date()
    day = read_day(text)
    if day is None:
        raise InputError([Problem(name, f"读到 {shown(text)}", "一个日期，例如 2016-05-15")])
    return day


def _all_tracks(editions: Editions) -> Iterator[str]:
    yield from dict.fromkeys(track for each in editions.standards.values() for track in each.tracks)
