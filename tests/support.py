"""What several tests need: the 2016 edition to read or to spoil, and a small standard."""

import copy
import os
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.read_answers import read_answers
from calculator.cli.loading import load_editions, load_standard
from calculator.reading.json_document import read_json_object
from calculator.reading.problems import InputError, Problem
from calculator.reading.table import Table
from calculator.reading.toml_file import read_toml
from calculator.rules.shape import Definitions, ReferencedItem, Shape
from calculator.scoring.estimate import Estimate, estimate
from calculator.standard.editions import Editions
from calculator.standard.item import Item
from calculator.standard.loading import STANDARDS
from calculator.standard.passport import Source
from calculator.standard.read_item import read_item
from calculator.standard.read_standard import read_facts, read_standard
from calculator.standard.standard import Standard
from calculator.values.interval import Interval

ROOT: Final = Path(__file__).parents[1]
"""The folder of the project."""

AT_NIGHT: Final = "NIGHTLY" in os.environ
"""Whether this is ``make nightly``, in which what is slow looks longer."""

ON: Final = date(2016, 5, 15)
"""The day that facts are as of, where a test names none."""

FACTS: Final = read_facts(read_toml(STANDARDS / "facts.toml"), "facts.toml")
SOURCES: Final = {
    name: Source(name, name, f"https://{name}.example", ON, link=True) for name in ("a", "b")
}
PASSPORT: Final = {
    "clause": "not seen",
    "sources": ["a"],
    "confidence": "single",
    "checked_on": date(2016, 5, 1),
}
ITEM: Final = PASSPORT | {
    "id": "veteran",
    "part": "base",
    "group": "类别",
    "label": "退役军人",
    "rule": "flat",
    "fact": "veteran",
    "points": 30,
}

_S = TypeVar("_S", bound=Shape)


@cache
def editions() -> Editions:
    """The editions of the product, read once."""
    return load_editions()


TEMPLATE_PATH: Final = Path(__file__).parents[1] / "docs/assets/template.toml"
"""The standard that officers start from."""


@cache
def template() -> Standard:
    """The standard that officers start from, which has every shape; read once."""
    return load_standard(TEMPLATE_PATH, editions())


def suzhou_2016() -> Standard:
    """The edition that most cases are about."""
    return editions().get("suzhou-2016")


_DATA: Final = read_toml(STANDARDS / "suzhou/2016.toml")


def data_2016() -> dict[str, Any]:
    """The tables of suzhou-2016.toml, a copy to spoil."""
    return copy.deepcopy(_DATA)


def item_data(data: Mapping[str, Any], item_id: str) -> dict[str, Any]:
    """The table of one item."""
    found: dict[str, Any] = next(item for item in data["items"] if item["id"] == item_id)
    return found


def version_of_2016(**changes: dict[str, Any]) -> Standard:
    """The 2016 edition with some keys of some items changed."""
    data = data_2016()
    for item, keys in changes.items():
        item_data(data, item).update(keys)
    return read_standard(data, "new.toml", FACTS)


def small_data(**changes: object) -> dict[str, Any]:
    """A standard with one track, one item and one question, and any root keys changed."""
    source = {"title": "来源", "url": "https://a.example", "seen": ON, "link": True}
    data = {
        "id": "small",
        "title": "小标准",
        "edition": "试用版",
        "number": "〔2016〕1号",
        "area": "市区",
        "passport": PASSPORT,
        "tracks": {
            "settlement": PASSPORT
            | {
                "label": "户籍准入",
                "plain": "落户",
                "in_force": {"from": date(2016, 1, 15), "until": date(2016, 12, 31)},
            }
        },
        "sources": {"a": source, "b": source},
        "facts": {"veteran": {"question": "您是退役军人吗？", "scope": "applicant"}},
        "items": [ITEM],
    }
    return copy.deepcopy(data | changes)


def small(**changes: object) -> Standard:
    """The standard of ``small_data``."""
    return read_standard(small_data(**changes), "small.toml", FACTS)


ROW: Final = PASSPORT | {"part": "base", "group": "类别", "label": "某项"}
"""An item without an id and a rule."""


def standard_of(*rows: Mapping[str, object], asked: str, **changes: object) -> Standard:
    """A small standard of these rows, each completed by ``ROW``; ``asked`` are its facts."""
    questions = {fact: {"question": "？", "scope": "applicant"} for fact in asked.split()}
    items = [ROW | dict(row) for row in rows]
    both = PASSPORT | {"sources": ["a", "b"], "confidence": "confirmed"}
    return small(**{"items": items, "facts": questions, "passport": both} | changes)


def problems_of(read: Callable[[], object]) -> list[Problem]:
    """The problems with which ``read`` is refused; none where it is not."""
    try:
        read()
    except InputError as error:
        return list(error.problems)
    return []


def faults_of(data: Mapping[str, object]) -> list[str]:
    """What is wrong with the data of a standard, a message each."""
    return [str(p) for p in problems_of(lambda: read_standard(data, "test.toml", FACTS))]


def shape_of(shape: type[_S], keys: Mapping[str, object], rows: Mapping[str, ReferencedItem]) -> _S:
    """The shape that an item with these keys has. Raises ``InputError``."""
    problems: list[Problem] = []
    read = shape.read(Table(keys, "items.x", problems), Definitions(FACTS, rows))
    if problems:
        raise InputError(problems)
    return read


def shape_faults(shape: type[Shape], **keys: object) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault that the shape finds in these keys."""
    problems = problems_of(lambda: shape_of(shape, keys, {}))
    return [(problem.where, problem.expected) for problem in problems]


def small_item(**changes: object) -> Item:
    """``ITEM`` with some keys changed; None leaves one out. Raises ``InputError``."""
    problems: list[Problem] = []
    data = {key: value for key, value in (ITEM | changes).items() if value is not None}
    table = Table(data, f"items.{data['id']}", problems)
    item = read_item(table, Definitions(FACTS, {}), ("settlement", "schooling"), ("card",), SOURCES)
    if problems:
        raise InputError(problems)
    return item


def item_faults(**changes: object) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault of ``small_item``."""
    return [(p.where, p.expected) for p in problems_of(lambda: small_item(**changes))]


def answers_of(document: str, on: date = ON) -> Answers:
    """The answers of a JSON text, as the command line reads them."""
    return read_answers(read_json_object(document), editions().all_facts, on)


def estimated(answers: Answers, on: date = ON, track: str | None = None) -> Estimate:
    """The estimate under the 2016 edition."""
    return estimate(suzhou_2016(), answers, track, on)


def line_points(item_id: str, answers: Answers, on: date = ON) -> Interval:
    """What the item gives under the 2016 edition."""
    found = [line for line in estimated(answers, on).lines if line.item.id == item_id]
    return found[0].points


def admissible(fact: Fact, on: date = ON) -> st.SearchStrategy[Answer]:
    """Any admissible answer to the fact, small counts being as likely as large ones."""
    match fact.kind:
        case "flag":
            return st.booleans()
        case "choice":
            return st.sampled_from(list(fact.choices or ()))
        case "count":
            return st.integers(0, 12) | st.integers(0, fact.max)
        case "measure":
            return st.fractions(0, 300, max_denominator=100)
        case "measures":
            return st.lists(st.fractions(0, 300, max_denominator=100), max_size=4).map(tuple)
        case "points":
            return st.fractions(0, fact.max, max_denominator=10)
        case _:
            return st.dates(fact.earliest, on)


WORKED: Final = answers_of(
    """{"birth_date": "1981-03-02", "education": "bachelor", "skill_level": "none",
        "professional_title": "intermediate", "social_insurance_months": 96,
        "housing_fund_months": 96, "home_areas": [90], "lives_in_own_home": true,
        "residence_months": 119, "health_record": false, "city_management_violations": 0}"""
)
"""Somebody of 2016, worked out in the golden case ``worked-check``."""

SCORED: Final = {
    fact: admissible(suzhou_2016().facts_by_id[fact])
    for item in suzhou_2016().items
    for fact in item.monotonicity
}
"""What may be answered to every fact that a row of 2016 reads."""
