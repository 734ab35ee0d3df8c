"""``outlook``: a person's points on the days to come, and the next steps."""

import argparse
import sys
from typing import Final

from calculator.answers.read_answers import read_answers
from calculator.answers.saved_answers import read_saved_answers
from calculator.cli.exit_codes import DONE
from calculator.cli.loading import load_editions
from calculator.cli.options import add_facts, add_json, add_on, add_standard, add_track
from calculator.cli.selection import parse_day_option, select_from_saved
from calculator.cli.streams import print_json, read_document
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring import outlook
from calculator.scoring.estimate import estimate
from calculator.text.outlook import report_outlook
from calculator.values.months import months_after
from calculator.values.number import read_number

SUMMARY: Final = "以后各天的总分，和下一步"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One person, the days to look at, and a line to reach."""
    add_facts(parser)
    add_standard(parser)
    add_track(parser)
    add_on(parser)
    parser.add_argument("--until", metavar="DATE", help="到哪一天，默认两年后")
    parser.add_argument("--line", metavar="N", help="什么时候到 N 分")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """The days to come, as words or as JSON. Raises ``InputError``."""
    saved = read_saved_answers(read_document(options.facts))
    editions = load_editions()
    on, standard = select_from_saved(options, saved, editions)
    if saved.other is not None:
        print("只展望第一位家长的积分。", file=sys.stderr)
    until = (
        months_after(on, 24) if options.until is None else parse_day_option(options.until, "until")
    )
    furthest = months_after(on, 12 * outlook.MOST_YEARS)
    if not on <= until <= furthest:
        raise InputError([Problem("until", f"读到 {until}", f"{on} 到 {furthest} 之间的日期")])
    line = None if options.line is None else read_number(options.line)
    if options.line is not None and line is None:
        raise InputError(
            [Problem("line", f"读到 {quote_value(options.line)}", "一个分数，例如 1000")]
        )
    facts = read_answers(saved.facts, editions.facts_accepted_by(standard), on)
    track = estimate(standard, facts, options.track, on).track
    found = outlook.outlook(standard, facts, track, on, until=until, line=line)
    if options.json:
        print_json(found.as_json())
    else:
        ruled = editions.period(standard, track) if track else None
        last = min(until, ruled[1]) if ruled else until
        closing = outlook.deadlines(standard, track, on, last) if track and ruled else {}
        points = outlook.totals_on(standard, facts, track, on, closing)
        print(report_outlook(found, zip(points, closing.values(), strict=True)))
        if track and last < until:
            print(f"\n这一版用到 {last}，之后按这一版推算只供参考。{standard.tracks[track].after}")
    return DONE
