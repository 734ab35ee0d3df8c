"""Points of Suzhou's non-local residents, scored by a published standard.

What this module exports is promised: a change of it stands in CHANGELOG.md under "Contracts".
Every other module may change from one release to the next.

>>> from datetime import date
>>> import calculator
>>> editions = calculator.load_editions()
>>> standard = editions.get("suzhou-2016")
>>> on = date(2016, 5, 15)
>>> document = calculator.read_json_object(
...     '{"birth_date": "1986-02-01", "education": "bachelor", "social_insurance_months": 96}'
... )
>>> answers = calculator.read_answers(document, editions.facts_accepted_by(standard), on)
>>> result = calculator.estimate(standard, answers, "settlement", on)
>>> result.before_deductions  # of the total itself, penalties that are not answered leave no end
Interval(low=550, high=inf)
>>> first = result.lines[0]
>>> first.item.label, first.points, first.why
('年龄', Interval(low=10, high=10), '2016-05-15 时 30 周岁，在 18 至 40 周岁内，计 10 分')

What is not answered is unknown, never "no": points are an ``Interval``. An input that is at fault
raises ``InputError``, whose ``problems`` are a ``Problem`` for each fault, in Chinese.

- Editions: ``load_editions`` gives the ``Editions`` of all places, checked as ``check`` does;
  ``load_standard`` one ``Standard`` from a file of its own. ``Editions.in_force`` tells which one
  rules a benefit on a day.
- Answers: ``read_json_object`` (JSON, numbers digit for digit), then ``read_answers``.
- Points: ``estimate`` gives an ``Estimate``, whose every ``Line`` says how its points come about;
  ``estimate_family`` a ``FamilyEstimate`` of two parents for a child's benefit. ``as_json()`` of
  either is what the command line prints with ``--json``.
- Who may apply: ``judge`` gives a ``Finding`` for each of ``Standard.conditions``; ``verdict`` sums
  them up.
- Coming days and next steps: ``outlook`` gives an ``Outlook``.
- Two editions: ``compare_items`` gives an ``ItemChange`` for each row, ``compare_person`` a
  ``PersonComparison``.
- Admission: ``rank`` puts each ``Applicant`` in order as a ``RankedApplicant``; ``quota``,
  ``threshold`` and ``seats`` make the ``Admission`` that it decides by.

Each name is loaded when it is first used, so that importing this package loads nothing else: it is
also the package that the browser runs, where most of these modules are not.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calculator.answers.read_answers import read_answers
    from calculator.cli.loading import load_editions, load_standard
    from calculator.ranking.admission import Admission, quota, seats, threshold
    from calculator.ranking.applicant import Applicant
    from calculator.ranking.order import RankedApplicant, rank
    from calculator.reading.json_document import read_json_object
    from calculator.reading.problems import InputError, Problem
    from calculator.scoring.compare_items import ItemChange, compare_items
    from calculator.scoring.compare_person import PersonComparison, compare_person
    from calculator.scoring.eligibility import Finding, judge, verdict
    from calculator.scoring.estimate import Estimate, Line, estimate
    from calculator.scoring.family import FamilyEstimate, estimate_family
    from calculator.scoring.outlook import Outlook, outlook
    from calculator.standard.editions import Editions
    from calculator.standard.standard import Standard
    from calculator.values.interval import Interval
else:  # what a checker must not see: with it every name would seem to be there

    def __getattr__(name: str) -> object:
        """The promised object of that name, from its module (PEP 562)."""
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - the browser's engine lacks it

        return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


__all__ = [
    "Admission",
    "Applicant",
    "Editions",
    "Estimate",
    "FamilyEstimate",
    "Finding",
    "InputError",
    "Interval",
    "ItemChange",
    "Line",
    "Outlook",
    "PersonComparison",
    "Problem",
    "RankedApplicant",
    "Standard",
    "compare_items",
    "compare_person",
    "estimate",
    "estimate_family",
    "judge",
    "load_editions",
    "load_standard",
    "outlook",
    "quota",
    "rank",
    "read_answers",
    "read_json_object",
    "seats",
    "threshold",
    "verdict",
]

_MODULE_OF = {
    "Admission": "ranking.admission",
    "Applicant": "ranking.applicant",
    "Editions": "standard.editions",
    "Estimate": "scoring.estimate",
    "FamilyEstimate": "scoring.family",
    "Finding": "scoring.eligibility",
    "InputError": "reading.problems",
    "Interval": "values.interval",
    "ItemChange": "scoring.compare_items",
    "Line": "scoring.estimate",
    "Outlook": "scoring.outlook",
    "PersonComparison": "scoring.compare_person",
    "Problem": "reading.problems",
    "RankedApplicant": "ranking.order",
    "Standard": "standard.standard",
    "compare_items": "scoring.compare_items",
    "compare_person": "scoring.compare_person",
    "estimate": "scoring.estimate",
    "estimate_family": "scoring.family",
    "judge": "scoring.eligibility",
    "load_editions": "cli.loading",
    "load_standard": "cli.loading",
    "outlook": "scoring.outlook",
    "quota": "ranking.admission",
    "rank": "ranking.order",
    "read_answers": "answers.read_answers",
    "read_json_object": "reading.json_document",
    "seats": "ranking.admission",
    "threshold": "ranking.admission",
    "verdict": "scoring.eligibility",
}
"""Below which module of ``calculator`` each promised name stands."""


def __dir__() -> list[str]:
    return [*globals(), *__all__]
