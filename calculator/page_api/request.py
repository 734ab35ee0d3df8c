"""What every request about a person says: which edition, benefit and day, and what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from calculator.answers.facts import Answers
from calculator.answers.read_answers import parse_date
from calculator.page_api.fields import Form, Reading, read_fields
from calculator.reading.problems import InputError
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.family import FamilyEstimate, estimate_family, with_household
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track


class Parent(NamedTuple):
    """One applicant: the prefix of their fields, their answers, the household's among them."""

    prefix: str
    answers: Answers
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class PersonRequest:
    """A request that can be answered: the day is None where it is at fault."""

    standard: Standard
    track: Track | None
    on: date | None
    today: date | None
    reading: Reading
    parents: tuple[Parent, ...]
    family: FamilyEstimate | None


def read_request(request: Mapping[str, Any], editions: Editions) -> PersonRequest | dict[str, str]:
    """The request, or what is wrong with its edition or benefit, by field."""
    standard = editions.standards.get(str(request.get("standard")))
    if standard is None:
        return {"standard": "没有这一版标准，请另选一版"}
    track = standard.tracks.get(str(request.get("track") or ""))
    if track is None and (request.get("track") or not _one_total(standard)):
        return {"track": "请选择办哪一项"}
    track_id = track.id if track else None
    on, today = (_day(request.get(key)) for key in ("on", "today"))
    if on is None:
        words = "请选择 2000 年到 2100 年之间的日期" if request.get("on") else "请选择日期"
        return PersonRequest(standard, track, None, today, Reading(errors={"on": words}), (), None)
    typed = request.get("fields")
    form = Form(standard, editions.facts_accepted_by(standard), on)
    fields = typed if isinstance(typed, Mapping) else {}
    reading = read_fields(fields, form, child=bool(track and track.child))
    if not reading.two:
        only = estimate(standard, reading.first, track_id, on)
        return PersonRequest(
            standard, track, on, today, reading, (Parent("", reading.first, only),), None
        )
    both = with_household(standard, reading.first, reading.other)
    family = estimate_family(standard, *both, track_id, on)
    parents = tuple(
        Parent(prefix, answers, result)
        for prefix, answers, result in zip(("", "other."), both, family.parents, strict=True)
    )
    return PersonRequest(standard, track, on, today, reading, parents, family)


def _one_total(standard: Standard) -> bool:
    """Whether all benefits score alike, so that none need be named."""
    try:
        estimate(standard, {}, None, standard.passport.checked_on)
    except InputError:
        return False
    return True


def _day(value: object) -> date | None:
    """A day of this century; further off there is no edition to speak of."""
    day = parse_date(str(value or ""))
    return day if day and 2000 <= day.year <= 2100 else None
