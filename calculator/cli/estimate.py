"""``estimate``: a person's points, two parents', or one person a line."""

import argparse
import json
from typing import Final

from calculator.answers.read_answers import read_answers
from calculator.answers.saved_answers import read_saved_answers
from calculator.cli.exit_codes import DONE, SOME_REFUSED
from calculator.cli.loading import load_editions
from calculator.cli.options import add_facts, add_json, add_on, add_standard, add_track
from calculator.cli.selection import parse_day_option, select_from_saved, select_standard
from calculator.cli.streams import print_json, read_document, read_lines
from calculator.reading.json_document import read_json_object
from calculator.reading.problems import InputError, Problem
from calculator.scoring.estimate import estimate
from calculator.scoring.family import estimate_family
from calculator.text.estimate import report_estimate
from calculator.text.family import report_family

SUMMARY: Final = "一个人的积分，或两位家长的"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One person or two, or a person a line."""
    add_facts(parser)
    parser.add_argument(
        "other", metavar="SECOND_PARENT.json", nargs="?", help="第二位家长的情况，取较高的一位"
    )
    add_standard(parser)
    add_track(parser)
    add_on(parser)
    add_json(parser)
    parser.add_argument("--lines", action="store_true", help="每行一个人，逐行输入输出")


def run(options: argparse.Namespace) -> int:
    """The points, as words or as JSON. Raises ``InputError``."""
    if options.lines:
        return _estimate_lines(options)
    if options.facts == options.other == "-":
        raise InputError([Problem("SECOND_PARENT", "两处都是 -", "最多一处是 -")])
    saved = read_saved_answers(read_document(options.facts))
    other = read_saved_answers(read_document(options.other)).facts if options.other else saved.other
    editions = load_editions()
    on, standard = select_from_saved(options, saved, editions)
    facts_by_id = editions.facts_accepted_by(standard)
    first = read_answers(saved.facts, facts_by_id, on)
    if other is None:
        single = estimate(standard, first, options.track, on)
        print_json(single.as_json()) if options.json else print(report_estimate(single))
    else:
        second = read_answers(other, facts_by_id, on)
        family = estimate_family(standard, first, second, options.track, on)
        print_json(family.as_json()) if options.json else print(report_family(family))
    return DONE


def _estimate_lines(options: argparse.Namespace) -> int:
    if options.other:
        raise InputError([Problem("SECOND_PARENT", "--lines 与第二位家长同用", "不带 --lines")])
    on = parse_day_option(options.on)
    editions = load_editions()
    standard = select_standard(options, editions, on)
    facts_by_id = editions.facts_accepted_by(standard)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each line
    code = DONE
    for number, line in read_lines(options.facts):
        try:
            answers = read_answers(read_json_object(line), facts_by_id, on)
            output = estimate(standard, answers, options.track, on).as_json()
        except InputError as error:
            output = {"line": number, "error": str(error)}
            code = SOME_REFUSED
        print(json.dumps(output, ensure_ascii=False))
    return code
