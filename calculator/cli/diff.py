"""``diff``: two editions row by row, for a person, and what a change does to the golden cases."""

import argparse
from typing import Final

from calculator.answers.read_answers import read_answers
from calculator.answers.saved_answers import read_saved_answers
from calculator.cli.exit_codes import DONE
from calculator.cli.golden_effects import GOLDEN, golden_effects, report_effects
from calculator.cli.loading import load_editions
from calculator.cli.locate import lines_named
from calculator.cli.options import add_on, add_track
from calculator.cli.selection import parse_day_option, standard_by_name
from calculator.cli.streams import read_document
from calculator.reading.toml_file import read_toml
from calculator.scoring.compare_person import compare_person
from calculator.scoring.golden_cases import read_golden_cases
from calculator.standard.loading import edition_path
from calculator.text.compare_items import report_editions
from calculator.text.compare_person import report_person

SUMMARY: Final = "比较两版，或一版的两稿"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two editions, and a person to compare them for."""
    parser.add_argument("a", metavar="A", help="版本的 id，或文件")
    parser.add_argument("b", metavar="B", help="版本的 id，或文件")
    parser.add_argument("--facts", metavar="FACTS.json", help="一个人，按 A 回答的情况")
    add_track(parser)
    add_on(parser)


def run(options: argparse.Namespace) -> int:
    """The differences, in words. Raises ``InputError``."""
    on = parse_day_option(options.on)
    editions = load_editions()
    a, b = (standard_by_name(name, editions) for name in (options.a, options.b))
    facts_by_id = {**b.facts_by_id, **editions.facts_accepted_by(a)}
    said = [report_editions(a, b)]
    if options.facts is not None:
        saved = read_saved_answers(read_document(options.facts))
        facts = read_answers(saved.facts, facts_by_id, on)
        said.append(report_person(compare_person(a, b, facts, options.track, on)))
    if a.id == b.id:
        name, path = f"tests/golden/{edition_path(a.id)}", GOLDEN / edition_path(a.id)
        if path.is_file():
            with lines_named({name: path}):
                cases = read_golden_cases(read_toml(path, name), facts_by_id, name)
            said.append(report_effects(golden_effects(a, b, cases)))
        else:
            said.append(f"没有找到算例 {name}，没有逐例比较。")
    print("\n\n".join(said))
    return DONE
