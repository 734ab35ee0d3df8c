"""A person's answers, from a JSON document: each as its fact allows, none against another."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from calculator.answers.facts import Answer, Answers, Fact
from calculator.reading.problems import InputError, Problem, quote_key, quote_value
from calculator.values.number import Number, Numeral, read_number

_TOLD: Final = "_points_declared"


def read_answers(
    document: Mapping[str, Any], known: Mapping[str, Fact], on: date
) -> dict[str, Answer]:
    """The answers of a JSON object as ``document.read_object`` gives it.

    ``known`` holds every fact that any edition knows; ``on`` is the day the facts are as of.
    Raises ``InputError`` with every key that is unknown and every value that does not fit.
    """
    return read_each_answer(document, known, on, read_value)


def read_each_answer(
    given: Mapping[str, Any],
    known: Mapping[str, Fact],
    on: date,
    read: Callable[[Fact, Any, date], Answer | None],
) -> dict[str, Answer]:
    """The answers that ``read`` makes of what is given; a null is unknown.

    Raises ``InputError`` with every key that is unknown, every value that ``read`` does not take,
    and every contradiction.
    """
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for key, value in given.items():
        fact = known.get(key)
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
        told = f"一处说没有（false），一处又填了官方分值 {quote_value(answers[declared])}"
        problems.append(Problem(f"{claimed}、{declared}", told, "只答其中一处"))
    if problems:
        raise InputError(problems)
    return answers


def contradictions(answers: Answers) -> list[tuple[str, str]]:
    """Where points were told for what was answered no: the two facts."""
    pairs = [(f"{key.removesuffix(_TOLD)}_claimed", key) for key in answers if key.endswith(_TOLD)]
    return [pair for pair in pairs if answers.get(pair[0]) is False]


def read_value(fact: Fact, value: Any, on: date) -> Answer | None:
    """A value of a JSON document, numbers being ``Numeral``; None where it does not fit."""
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
            measures = [number_within(fact, each) for each in value]
            return tuple(m for m in measures if m is not None) if None not in measures else None
        case _:
            return number_within(fact, value)


def _is_plain_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Numeral)


def number_within(fact: Fact, value: Any) -> Number | None:
    """The number that a numeral stands for, where it is of the fact's kind and range."""
    number = read_number(value) if isinstance(value, Numeral) else None
    if number is None or not 0 <= number <= fact.max:
        return None
    return number if isinstance(number, int) or fact.kind != "count" else None


def parse_date(text: str) -> date | None:
    """A calendar day written 2016-05-15; None for anything else, 31 February among it."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def date_within(text: str, earliest: date, latest: date) -> date | None:
    """The day written 2016-05-15 where it is one of these; else None."""
    day = parse_date(text)
    return day if day and earliest <= day <= latest else None
