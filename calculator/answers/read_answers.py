"""Reading a person's answers from a JSON document.

Each value is checked against its fact; only one check concerns two answers (``contradictions``).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from calculator.answers.facts import Answer, Answers, Fact
from calculator.reading.problems import InputError, Problem, quote_key, quote_value
from calculator.values.number import Number, Numeral, read_number

_DECLARED_SUFFIX: Final = "_points_declared"


def read_answers(
    document: Mapping[str, Any], facts_by_id: Mapping[str, Fact], on: date
) -> dict[str, Answer]:
    """The answers of a JSON object as ``json_document.read_json_object`` gives it.

    ``facts_by_id`` holds every fact that may be a key; ``on`` is the day the facts are as of.
    Raises ``InputError`` with every key that is no fact, every value that does not fit its fact,
    and every contradiction.
    """
    return read_answers_with(read_value, document, facts_by_id, on)


def read_answers_with(
    read: Callable[[Fact, Any, date], Answer | None],
    values: Mapping[str, Any],
    facts_by_id: Mapping[str, Fact],
    on: date,
) -> dict[str, Answer]:
    """The answers that ``read`` makes of the values by fact id; a value None is unknown.

    ``read`` gives None where a value does not fit. Raises ``InputError`` as ``read_answers`` does.
    """
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for key, value in values.items():
        fact = facts_by_id.get(key)
        if fact is None:
            problems.append(
                Problem(
                    quote_key(key), f"不认识的键，值为 {quote_value(value)}", "计分标准中的情况"
                )
            )
        elif value is not None:
            answer = read(fact, value, on)
            if answer is None:
                problems.append(Problem(key, f"读到 {quote_value(value)}", fact.allowed))
            else:
                answers[key] = answer
    for claimed, declared in contradictions(answers):
        found = f"一处说没有（false），一处又填了官方分值 {quote_value(answers[declared])}"
        problems.append(Problem(f"{claimed}、{declared}", found, "只答其中一处"))
    if problems:
        raise InputError(problems)
    return answers


def contradictions(answers: Answers) -> list[tuple[str, str]]:
    """Where points are declared for an item that was answered no: (claimed fact, declared fact)."""
    pairs = [
        (f"{fact_id.removesuffix(_DECLARED_SUFFIX)}_claimed", fact_id)
        for fact_id in answers
        if fact_id.endswith(_DECLARED_SUFFIX)
    ]
    return [(claimed, declared) for claimed, declared in pairs if answers.get(claimed) is False]


def read_value(fact: Fact, value: Any, on: date) -> Answer | None:
    """The answer that a value of a JSON document is; None where it does not fit the fact.

    Numbers come as ``Numeral``.
    """
    match fact.kind:
        case "flag":
            return value if isinstance(value, bool) else None
        case "choice":
            return value if _is_plain_text(value) and value in (fact.choices or ()) else None
        case "date":
            return date_within(value, fact.earliest, on) if _is_plain_text(value) else None
        case "measures":
            if not isinstance(value, list) or len(value) > fact.most:
                return None
            numbers = [number_within(fact, measure) for measure in value]
            measures = tuple(number for number in numbers if number is not None)
            return measures if len(measures) == len(numbers) else None
        case _:
            return number_within(fact, value)


def _is_plain_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Numeral)


def number_within(fact: Fact, value: Any) -> Number | None:
    """The number that a ``Numeral`` stands for; None where it does not fit the fact.

    It must lie within 0 and the fact's ``max``, and be whole for a count.
    """
    number = read_number(value) if isinstance(value, Numeral) else None
    if number is None or not 0 <= number <= fact.max:
        return None
    return number if isinstance(number, int) or fact.kind != "count" else None


def parse_date(text: str) -> date | None:
    """A calendar day written 2016-05-15; None for anything else, such as 2016-02-31."""
    # fromisoformat alone would take 20160515 and 2016-W20-7 too.
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def date_within(text: str, earliest: date, latest: date) -> date | None:
    """The day written 2016-05-15 where it lies between these two, both included; else None."""
    day = parse_date(text)
    return day if day and earliest <= day <= latest else None
