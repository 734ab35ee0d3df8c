"""The command line: ``python -m calculator estimate|standards|check``.

Exit 0 done; 3 done, but some lines were refused, each named; 2 the input is at fault: a message
on stderr, nothing on stdout.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import BinaryIO

from calculator.document import MOST_BYTES, read_object
from calculator.editions import Editions
from calculator.facts import read_answers, read_day
from calculator.problems import InputError, Problem, shown
from calculator.scoring import Estimate, estimate
from calculator.standard import Standard
from calculator.toml_files import load_editions, load_standard
from calculator.words import report

DONE, AT_FAULT, SOME_REFUSED = 0, 2, 3
_SHANGHAI = timezone(timedelta(hours=8))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()
        return AT_FAULT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m calculator", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("estimate", help="the points of one person")
    command.set_defaults(run=_estimate)
    command.add_argument("facts", metavar="FACTS.json", help="a JSON object of facts; - for stdin")
    command.add_argument("--standard", metavar="ID|PATH.toml")
    command.add_argument("--track", metavar="TRACK")
    command.add_argument("--on", metavar="DATE", help="the day the facts are as of; default today")
    command.add_argument("--json", action="store_true")
    command.add_argument("--lines", action="store_true", help="JSON Lines in and out")

    command = commands.add_parser("standards", help="the editions, and when each is in force")
    command.set_defaults(run=_standards)

    command = commands.add_parser("check", help="find what is wrong with standards")
    command.set_defaults(run=_check)
    command.add_argument("paths", metavar="PATH.toml", nargs="*", type=Path)
    return parser


def _estimate(options: argparse.Namespace) -> int:
    on = _day(options.on)
    editions = load_editions()
    standard = _standard(options, editions, on)
    if not options.lines:
        result = _of_document(_content(options.facts), standard, editions, options.track, on)
        if options.json:
            print(json.dumps(result.as_json(), ensure_ascii=False, indent=1))
        else:
            print(report(result))
        return DONE
    code = DONE
    for number, line in _lines(options.facts):
        try:
            result = _of_document(line, standard, editions, options.track, on)
            output = result.as_json()
        except InputError as error:
            output = {"line": number, "error": str(error)}
            code = SOME_REFUSED
        print(json.dumps(output, ensure_ascii=False))
    return code


def _of_document(
    data: bytes, standard: Standard, editions: Editions, track: str | None, on: date
) -> Estimate:
    answers = read_answers(read_object(data), editions.known_to(standard), on)
    return estimate(standard, answers, track, on)


def _standards(_: argparse.Namespace) -> int:
    for standard in load_editions().standards.values():
        print(f"{standard.id}  {standard.title}（{standard.edition}），{standard.number}")
        for track in standard.tracks.values():
            first, last = track.first or "起始日未见", track.last or "截止日未见"
            print(f"  {track.id}  {track.label}：{first} 至 {last}")
    return DONE


def _check(options: argparse.Namespace) -> int:
    editions = load_editions()
    checked = [load_standard(path, editions) for path in options.paths]
    for standard in checked or editions.standards.values():
        print(f"{standard.id}：{len(standard.items)} 项，没有发现问题")
    return DONE


def _standard(options: argparse.Namespace, editions: Editions, on: date) -> Standard:
    """The standard that was named, or the one in force."""
    if options.standard and options.standard.endswith(".toml"):
        return load_standard(Path(options.standard), editions)
    if options.standard:
        return editions.get(options.standard)
    tracks = [options.track] if options.track else list(_all_tracks(editions))
    ruling = {editions.in_force(track, on).id for track in tracks}
    if len(ruling) > 1:
        found = f"没有写，而各项待遇在 {on} 适用不同版本：{'、'.join(sorted(ruling))}"
        raise InputError([Problem("track", found, f"其中之一：{'、'.join(tracks)}")])
    return editions.get(ruling.pop())


def _all_tracks(editions: Editions) -> Iterator[str]:
    yield from dict.fromkeys(track for each in editions.standards.values() for track in each.tracks)


def _day(text: str | None) -> date:
    """The day that was named; without one, today in Suzhou."""
    if text is None:
        return datetime.now(_SHANGHAI).date()
    day = read_day(text)
    if day is None:
        raise InputError([Problem("on", f"读到 {shown(text)}", "一个日期，例如 2016-05-15")])
    return day


def _content(name: str) -> bytes:
    with _opened(name) as stream:
        return stream.read(MOST_BYTES + 1)


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers; of one that is too long, its beginning."""
    with _opened(name) as stream:
        number = 0
        while line := stream.readline(MOST_BYTES + 2):
            number += 1
            rest = line
            while len(rest) == MOST_BYTES + 2 and not rest.endswith(b"\n"):
                rest = stream.readline(MOST_BYTES + 2)
            if line.strip():
                yield number, line.removesuffix(b"\n")


def _opened(name: str) -> BinaryIO:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        found = f"打不开：{error.strerror}"
        raise InputError([Problem(shown(name)[1:-1], found, "可读的文件")]) from None
