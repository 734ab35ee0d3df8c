"""``diff``: two editions row by row, for a person, and what a change does to the golden cases."""

import argparse

from calculator.answers import read_answers
from calculator.compare import person
from calculator.desk import DONE
from calculator.desk.effects import FOLDER, effects
from calculator.desk.named import day_of, named
from calculator.desk.streams import content
from calculator.desk.toml_files import load_editions, read_toml
from calculator.golden import read_cases
from calculator.kept import read_kept
from calculator.words.compare import report_editions, report_person
from calculator.words.effects import report_effects


def run(options: argparse.Namespace) -> int:
    """The differences, in words. Raises ``InputError``."""
    on = day_of(options.on)
    editions = load_editions()
    a, b = (named(name, editions) for name in (options.a, options.b))
    known = {**b.known, **editions.known_to(a)}
    said = [report_editions(a, b)]
    if options.facts is not None:
        facts = read_answers(read_kept(content(options.facts)).facts, known, on)
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
