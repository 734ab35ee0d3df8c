"""``estimate``: a person's points, two parents', or one person a line."""

import argparse
import json

from calculator.answers import read_answers
from calculator.desk import DONE, SOME_REFUSED
from calculator.desk.named import day_of, of_kept, standard_of
from calculator.desk.streams import content, lines_of, print_json
from calculator.desk.toml_files import load_editions
from calculator.document import read_object
from calculator.family import estimate_family
from calculator.kept import read_kept
from calculator.problems import InputError, Problem
from calculator.scoring import estimate
from calculator.words.estimate import report
from calculator.words.family import report_family


def run(options: argparse.Namespace) -> int:
    """The points, as words or as JSON. Raises ``InputError``."""
    if options.lines:
        return _each_line(options)
    if options.facts == options.other == "-":
        raise InputError([Problem("SECOND_PARENT", "两处都是 -", "最多一处是 -")])
    kept = read_kept(content(options.facts))
    other = read_kept(content(options.other)).facts if options.other else kept.other
    editions = load_editions()
    on, standard = of_kept(options, kept, editions)
    known = editions.known_to(standard)
    first = read_answers(kept.facts, known, on)
    if other is None:
        single = estimate(standard, first, options.track, on)
        print_json(single.as_json()) if options.json else print(report(single))
    else:
        family = estimate_family(standard, first, read_answers(other, known, on), options.track, on)
        print_json(family.as_json()) if options.json else print(report_family(family))
    return DONE


def _each_line(options: argparse.Namespace) -> int:
    if options.other:
        raise InputError([Problem("SECOND_PARENT", "--lines 与第二位家长同用", "不带 --lines")])
    on = day_of(options.on)
    editions = load_editions()
    standard = standard_of(options, editions, on)
    known = editions.known_to(standard)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each line
    code = DONE
    for number, line in lines_of(options.facts):
        try:
            answers = read_answers(read_object(line), known, on)
            output = estimate(standard, answers, options.track, on).as_json()
        except InputError as error:
            output = {"line": number, "error": str(error)}
            code = SOME_REFUSED
        print(json.dumps(output, ensure_ascii=False))
    return code
