"""The command line: ``python -m calculator estimate|rank|outlook|diff|standards|check``.

Exit 0 done; 3 done, but some lines were refused, each named; 2 the input is at fault: a message
on stderr, nothing on stdout.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import BinaryIO, Final

from calculator import outlook
from calculator.applicants import Contest, read_admissions, read_applicants, write_ranking
from calculator.arguments import Run, make_parser
from calculator.check import check_together
from calculator.compare import person
from calculator.document import MOST_BYTES, read_object
from calculator.editions import Editions
from calculator.effects import FOLDER, effects
from calculator.facts import read_answers, read_day
from calculator.family import estimate_family
from calculator.golden import read_cases
from calculator.kept import Kept, read_kept
from calculator.number import read_number
from calculator.problems import InputError, Problem, cannot_open, shown
from calculator.scoring import estimate
from calculator.standard import Standard
from calculator.toml_files import load_editions, load_standard, read_toml
from calculator.words.compare import report_editions, report_person
from calculator.words.edition import days_in_force
from calculator.words.effects import report_effects
from calculator.words.estimate import report
from calculator.words.family import report_family
from calculator.words.kept import NEWER
from calculator.words.outlook import report_outlook

DONE, AT_FAULT, SOME_REFUSED = 0, 2, 3
_SHANGHAI = timezone(timedelta(hours=8))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = make_parser(_COMMANDS).parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()
        return AT_FAULT


def _estimate(options: argparse.Namespace) -> int:
    if options.lines:
        return _estimate_lines(options)
    if options.facts == options.other == "-":
        raise InputError([Problem("SECOND_PARENT", "两处都是 -", "最多一处是 -")])
    kept = read_kept(_content(options.facts))
    other = read_kept(_content(options.other)).facts if options.other else kept.other
    editions = load_editions()
    on, standard = _of_kept(options, kept, editions)
    known = editions.known_to(standard)
    first = read_answers(kept.facts, known, on)
    if other is None:
        single = estimate(standard, first, options.track, on)
        _print_json(single.as_json()) if options.json else print(report(single))
    else:
        family = estimate_family(standard, first, read_answers(other, known, on), options.track, on)
        _print_json(family.as_json()) if options.json else print(report_family(family))
    return DONE


def _of_kept(options: argparse.Namespace, kept: Kept, editions: Editions) -> tuple[date, Standard]:
    """The day and the standard; what no option names stands in the document, where it was kept."""
    if kept.newer:
        print(NEWER, file=sys.stderr)
    if options.standard is None and kept.standard is not None:
        editions.get(kept.standard)  # an id: a document does not name files of this machine
    for name in ("standard", "track", "on"):
        if getattr(options, name) is None:
            setattr(options, name, getattr(kept, name))
    on = _day(options.on)
    return on, _standard(options, editions, on)


def _estimate_lines(options: argparse.Namespace) -> int:
    if options.other:
        raise InputError([Problem("SECOND_PARENT", "--lines 与第二位家长同用", "不带 --lines")])
    on = _day(options.on)
    editions = load_editions()
    standard = _standard(options, editions, on)
    known = editions.known_to(standard)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each line
    code = DONE
    for number, line in _lines(options.facts):
        try:
            answers = read_answers(read_object(line), known, on)
            output = estimate(standard, answers, options.track, on).as_json()
        except InputError as error:
            output = {"line": number, "error": str(error)}
            code = SOME_REFUSED
        print(json.dumps(output, ensure_ascii=False))
    return code


def _print_json(output: object) -> None:
    print(json.dumps(output, ensure_ascii=False, indent=1))


def _rank(options: argparse.Namespace) -> int:
    from tqdm import tqdm  # noqa: PLC0415 - 50 ms that no other command needs

    on = _day(options.on)
    editions = load_editions()
    standard = _standard(options, editions, on)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each row
    seats = _lines(options.seats) if options.seats is not None else None
    admissions = read_admissions(options.quota, options.threshold, seats)
    contest = Contest(standard, options.track, on, editions.known_to(standard), admissions)
    size = Path(options.applicants).stat().st_size if Path(options.applicants).is_file() else None
    refused = 0

    def remark(words: object) -> None:
        tqdm.write(str(words), file=sys.stderr)

    def refuse(problem: Problem) -> None:
        nonlocal refused
        refused += 1
        remark(problem)

    def watched() -> Iterator[tuple[int, bytes]]:
        # `disable=None`: no bar where stderr is no terminal.
        with tqdm(total=size, unit="B", unit_scale=True, disable=None, leave=False) as bar:
            for number, line in _lines(options.applicants):
                bar.update(len(line) + 1)
                yield number, line

    applicants = read_applicants(watched(), contest, refuse, remark)
    write_ranking(sys.stdout, applicants, contest)
    if refused:
        remark(f"已排 {len(applicants)} 人。上面列出的行没有排，改好后请重新运行。")
    return SOME_REFUSED if refused else DONE


def _outlook(options: argparse.Namespace) -> int:
    kept = read_kept(_content(options.facts))
    editions = load_editions()
    on, standard = _of_kept(options, kept, editions)
    if kept.other is not None:
        print("只展望第一位家长的积分。", file=sys.stderr)
    until = outlook.months_after(on, 24) if options.until is None else _day(options.until, "until")
    furthest = outlook.months_after(on, 12 * outlook.MOST_YEARS)
    if not on <= until <= furthest:
        raise InputError([Problem("until", f"读到 {until}", f"{on} 到 {furthest} 之间的日期")])
    line = None if options.line is None else read_number(options.line)
    if options.line is not None and line is None:
        raise InputError([Problem("line", f"读到 {shown(options.line)}", "一个分数，例如 1000")])
    facts = read_answers(kept.facts, editions.known_to(standard), on)
    track = estimate(standard, facts, options.track, on).track
    found = outlook.look_ahead(standard, facts, track, on, until=until, line=line)
    if options.json:
        _print_json(found.as_json())
    else:
        ruled = editions.period(standard, track) if track else None
        last = min(until, ruled[1]) if ruled else until
        closing = outlook.deadlines(standard, track, on, last) if track and ruled else {}
        points = outlook.ahead(standard, facts, track, on, closing)
        print(report_outlook(found, zip(points, closing.values(), strict=True)))
        if track and last < until:
            print(f"\n这一版用到 {last}，之后按这一版推算只供参考。{standard.tracks[track].after}")
    return DONE


def _diff(options: argparse.Namespace) -> int:
    on = _day(options.on)
    editions = load_editions()
    a, b = (_named(name, editions) for name in (options.a, options.b))
    known = {**b.known, **editions.known_to(a)}
    said = [report_editions(a, b)]
    if options.facts is not None:
        facts = read_answers(read_kept(_content(options.facts)).facts, known, on)
        said.append(report_person(person(a, b, facts, options.track, on)))
    if a.id == b.id:
        path = FOLDER / f"{a.id}.toml"
        if path.is_file():
            cases = read_cases(read_toml(path), known, path.name)
            said.append(report_effects(effects(a, b, cases)))
        else:
            said.append(f"没有找到算例 tests/golden/{path.name}，没有逐例比较。")
    print("\n\n".join(said))
    return DONE


def _standards(_: argparse.Namespace) -> int:
    for standard in load_editions().standards.values():
        number = standard.number or "文号未见"
        print(f"{standard.id}  {standard.title}（{standard.edition}），{number}")
        for track in standard.tracks.values():
            print(f"  {track.id}  {track.label}：{days_in_force(track)}")
    return DONE


def _check(options: argparse.Namespace) -> int:
    editions = load_editions()
    checked = [load_standard(path, editions) for path in options.paths]
    check_together(editions.listed, checked)
    for standard in checked or editions.standards.values():
        print(f"{standard.id}：{len(standard.items)} 项，没有发现问题")
    return DONE


def _standard(options: argparse.Namespace, editions: Editions, on: date) -> Standard:
    """The standard that was named, or the one in force."""
    if options.standard:
        return _named(options.standard, editions)
    tracks = [options.track] if options.track else list(_all_tracks(editions))
    if set(tracks) - set(_all_tracks(editions)):
        expected = f"其中之一：{'、'.join(_all_tracks(editions))}"
        raise InputError([Problem("track", f"读到 {shown(options.track)}", expected)])
    ruling = {editions.in_force(track, on).id for track in tracks}
    if len(ruling) > 1:
        found = f"没有写，而各项待遇在 {on} 适用不同版本：{'、'.join(sorted(ruling))}"
        raise InputError([Problem("track", found, f"其中之一：{'、'.join(tracks)}")])
    return editions.get(ruling.pop())


def _named(name: str, editions: Editions) -> Standard:
    """The standard of an id or of a file."""
    return load_standard(Path(name), editions) if name.endswith(".toml") else editions.get(name)


def _all_tracks(editions: Editions) -> Iterator[str]:
    yield from dict.fromkeys(track for each in editions.standards.values() for track in each.tracks)


def _day(text: str | None, name: str = "on") -> date:
    """The day that was named; without one, today in Suzhou."""
    if text is None:
        return datetime.now(_SHANGHAI).date()
    day = read_day(text)
    if day is None:
        raise InputError([Problem(name, f"读到 {shown(text)}", "一个日期，例如 2016-05-15")])
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


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """The file, or standard input; whatever cannot be read is an input at fault."""
    try:
        if name != "-":
            with Path(name).open("rb") as stream:
                yield stream
        elif sys.stdin is None:
            raise FileNotFoundError
        else:
            yield sys.stdin.buffer
    except OSError as error:
        raise InputError([Problem(name, cannot_open(error), "可读的文件")]) from None


_COMMANDS: Final[dict[str, Run]] = {
    "estimate": _estimate,
    "rank": _rank,
    "outlook": _outlook,
    "diff": _diff,
    "standards": _standards,
    "check": _check,
}
