"""``outlook``: a person's points on the days to come, and the next steps."""

import argparse
import sys

from calculator import outlook
from calculator.answers import read_answers
from calculator.desk import DONE
from calculator.desk.named import day_of, of_kept
from calculator.desk.streams import content, print_json
from calculator.desk.toml_files import load_editions
from calculator.kept import read_kept
from calculator.number import read_number
from calculator.problems import InputError, Problem, shown
from calculator.scoring import estimate
from calculator.words.outlook import report_outlook


def run(options: argparse.Namespace) -> int:
    """The days to come, as words or as JSON. Raises ``InputError``."""
    kept = read_kept(content(options.facts))
    editions = load_editions()
    on, standard = of_kept(options, kept, editions)
    if kept.other is not None:
        print("只展望第一位家长的积分。", file=sys.stderr)
    until = (
        outlook.months_after(on, 24) if options.until is None else day_of(options.until, "until")
    )
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
        print_json(found.as_json())
    else:
        ruled = editions.period(standard, track) if track else None
        last = min(until, ruled[1]) if ruled else until
        closing = outlook.deadlines(standard, track, on, last) if track and ruled else {}
        points = outlook.ahead(standard, facts, track, on, closing)
        print(report_outlook(found, zip(points, closing.values(), strict=True)))
        if track and last < until:
            print(f"\n这一版用到 {last}，之后按这一版推算只供参考。{standard.tracks[track].after}")
    return DONE
