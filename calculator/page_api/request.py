"""Reading a request about a person: which edition, benefit and day, and what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from calculator.answers.facts import Answers
from calculator.answers.read_answers import parse_date
from calculator.page_api.fields import OTHER, Form, FormAnswers, read_fields
from calculator.reading.problems import InputError
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.family import FamilyEstimate, estimate_family, with_household
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track


class Parent(NamedTuple):
    """One applicant: the person themself, or either parent of a child.

    ``prefix`` is that of their fields' names, ``""`` or ``OTHER``. ``answers`` hold those about
    the household too, whoever gave them.
    """

    prefix: str
    answers: Answers
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class PersonRequest:
    """A request whose edition and benefit are right.

    ``track`` None: all benefits score alike, and none was named. ``on`` None: the day was missing
    or wrong; then ``fields`` hold the error, and there are no ``parents``. ``today`` None: not
    said. ``parents``: one, or both of a child. ``family``: their estimate, of two parents only.
    """

    standard: Standard
    track: Track | None
    on: date | None
    today: date | None
    fields: FormAnswers
    parents: tuple[Parent, ...]
    family: FamilyEstimate | None


def read_request(request: Mapping[str, Any], editions: Editions) -> PersonRequest | dict[str, str]:
    """The request, or the errors of its edition or benefit, in Chinese by field."""
    standard = editions.standards.get(str(request.get("standard")))
    if standard is None:
        return {"standard": "没有这一版标准，请另选一版"}
    track = standard.tracks.get(str(request.get("track") or ""))
    if track is None and (request.get("track") or not _score_alike(standard)):
        return {"track": "请选择办哪一项"}
    track_id = track.id if track else None
    on, today = (_day(request.get(key)) for key in ("on", "today"))
    if on is None:
        words = "请选择 2000 年到 2100 年之间的日期" if request.get("on") else "请选择日期"
        errors = FormAnswers(errors={"on": words})
        return PersonRequest(standard, track, None, today, errors, (), None)
    typed = request.get("fields")
    texts = typed if isinstance(typed, Mapping) else {}
    form = Form(standard, editions.facts_accepted_by(standard), on)
    fields = read_fields(texts, form, child=bool(track and track.child))
    if not fields.two_parents:
        only = Parent("", fields.first, estimate(standard, fields.first, track_id, on))
        return PersonRequest(standard, track, on, today, fields, (only,), None)
    both = with_household(standard, fields.first, fields.other)
    family = estimate_family(standard, *both, track_id, on)
    parents = tuple(
        Parent(prefix, answers, result)
        for prefix, answers, result in zip(("", OTHER), both, family.parents, strict=True)
    )
    return PersonRequest(standard, track, on, today, fields, parents, family)


def _score_alike(standard: Standard) -> bool:
    """Whether all benefits score alike, so that ``estimate`` needs no track."""
    try:
        estimate(standard, {}, None, standard.passport.checked_on)
    except InputError:
        return False
    return True


def _day(value: object) -> date | None:
    """A day of the years 2000 to 2100; None for anything else."""
    day = parse_date(str(value or ""))
    return day if day and 2000 <= day.year <= 2100 else None
