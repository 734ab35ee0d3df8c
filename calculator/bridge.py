"""The one door between the page and the module: JSON text in, JSON text out.

The page sends what was typed; everything that it shows comes back as words and numbers. A field
that does not fit is told by name and then taken as unknown, so that an estimate always comes.
"""

import json
from datetime import date
from functools import cache
from typing import Any, cast

from calculator.editions import Editions, read_editions
from calculator.facts import Answer, read_day, read_texts
from calculator.item import PARTS
from calculator.number import read_number
from calculator.passport import CONFIDENCE
from calculator.problems import InputError, spaced
from calculator.scoring import Estimate, Line, ends, estimate
from calculator.standard import Standard
from calculator.words.estimate import headline, part_short, reservations
from calculator.words.points import points_short


def respond(request: str) -> str:
    """The answer to one request of the page.

    ``{"standard", "track", "on", "fields": {fact id: text}}`` gives
    ``{"estimate": … | null, "errors": {field: words}}``.
    """
    return json.dumps(answer(json.loads(request), shipped_editions()), ensure_ascii=False)


@cache
def shipped_editions() -> Editions:
    """The editions as the build made them for the browser, beside this module in its archive."""
    loader = cast("Any", globals()["__loader__"])
    tables = loader.get_data(__file__.rpartition("/")[0] + "/standards.json")
    return read_editions(json.loads(tables, parse_float=read_number))


def answer(request: dict[str, Any], editions: Editions) -> dict[str, Any]:
    """What the page shows for what was typed."""
    errors: dict[str, str] = {}
    result = None
    on = read_day(request["on"])
    if on is None:
        errors["on"] = "请选择日期"
    else:
        standard = editions.get(request["standard"])
        answers = _answers(request["fields"], standard, editions, on, errors)
        result = _shown(estimate(standard, answers, request["track"] or None, on))
    return {"estimate": result, "errors": errors}


def _answers(
    fields: dict[str, str], standard: Standard, editions: Editions, on: date, errors: dict[str, str]
) -> dict[str, Answer]:
    """The answers that fit; the others go to ``errors`` and stay unknown."""
    known = editions.known_to(standard)
    try:
        return read_texts(fields, known, on)
    except InputError as error:
        for problem in error.problems:
            for field in problem.where.split("、"):
                errors[field] = f"请填{spaced(problem.expected)}"
    return read_texts({key: text for key, text in fields.items() if key not in errors}, known, on)


def _shown(result: Estimate) -> dict[str, Any]:
    standard = result.standard
    labels = {item.id: item.label for item in standard.items}
    nearest = result.unknown[0] if result.unknown else None
    return {
        "total": ends(result.total),
        "text": points_short(result.total),
        "headline": headline(result),
        "reservations": reservations(result),
        "parts": [{"label": PARTS[part], "text": part_short(result, part)} for part in PARTS],
        "lines": [_line(line) for line in result.lines],
        "not_counted": [{"item": item, "label": labels[item]} for item in result.not_counted],
        "next": nearest and {"fact": nearest, "label": standard.questions[nearest].fact.label},
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "item": line.item.id,
        "part": line.item.part,
        "label": line.item.label,
        "points": ends(line.points),
        "text": points_short(line.points),
        "why": line.why,
        "confidence": line.confidence,
        "confidence_words": CONFIDENCE[line.confidence],
        "clause": line.item.passport.clause,
        "members": [_line(member) for member in line.members],
    }
