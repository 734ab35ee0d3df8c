"""``estimate``: a person's points, two parents', or one person a line."""

import argparse
import json

from calculator.answers.read_answers import read_answers
from calculator.answers.saved_answers import read_saved_answers
from calculator.cli.exit_codes import DONE, SOME_REFUSED
from calculator.cli.loading import load_editions
from calculator.cli.selection import parse_day_option, select_from_saved, select_standard
from calculator.cli.streams import print_json, read_document, read_lines
from calculator.reading.json_document import read_json_object
from calculator.reading.problems import InputError, Problem
from calculator.scoring.estimate import estimate
from calculator.scoring.family import estimate_family
from calculator.text.estimate import report_estimate
from calculator.text.family import report_family


def run(options: argparse.Namespace) -> int:
    """The points, as words or as JSON. Raises ``InputError``."""
    if options.lines:
        return _each_line(options)
    if options.facts == options.other == "-":
        raise InputError([Problem("SECOND_PARENT", "两处都是 -", "最多一处是 -")])
    kept = read_saved_answers(read_document(options.facts))
    other = read_saved_answers(read_document(options.other)).facts if options.other else kept.other
    editions = load_editions()
    on, standard = select_from_saved(options, kept, editions)
    known = editions.facts_accepted_by(standard)
    first = read_answers(kept.facts, known, on)
    if other is None:
        single = estimate(standard, first, options.track, on)
        print_json(single.as_json()) if options.json else print(report_estimate(single))
    else:
        family = estimate_family(standard, first, read_answers(other, known, on), options.track, on)
        print_json(family.as_json()) if options.json else print(report_family(family))
    return DONE


def _each_line(options: argparse.Namespace) -> int:
    if options.other:
        raise InputError([Problem("SECOND_PARENT", "--lines 与第二位家长同用", "不带 --lines")])
    on = parse_day_option(options.on)
    editions = load_editions()
    standard = select_standard(options, editions, on)
    known = editions.facts_accepted_by(standard)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each line
    code = DONE
    for number, line in read_lines(options.facts):
        try:
            answers = read_answers(read_json_object(line), known, on)
            output = estimate(standard, answers, options.track, on).as_json()
        except InputError as error:
            output = {"line": number, "error": str(error)}
            code = SOME_REFUSED
        print(json.dumps(output, ensure_ascii=False))
    return code
