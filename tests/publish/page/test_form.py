"""The form: each question once, in the order in which a good clerk asks."""

from itertools import combinations

import pytest

from calculator.answers.situation import Situation
from calculator.answers.typed_text import parse_typed_answers
from calculator.publish.page.form import EditionForm, edition_form, forms
from calculator.publish.page.form_parts import FormQuestion, TickRow
from calculator.scoring.eligibility import judge_condition
from calculator.scoring.estimate import estimate
from calculator.values.interval import ZERO
from tests.support import ON, PASSPORT, editions, standard_of

FORMS = {form.standard.id: form for form in forms(editions(), "suzhou-2016")}
ALL = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def facts(*found: FormQuestion) -> list[str]:
    """What the questions ask for."""
    return [asked.question.fact.id for asked in found]


def listed(rows: tuple[TickRow, ...]) -> list[str]:
    """What the rows of a list ask for."""
    return [fact for row in rows for fact in facts(*row.asked)]


def made(*rows: dict[str, object], asked: str, **tables: object) -> EditionForm:
    """The form of an edition that was made up."""
    return edition_form(standard_of(*rows, asked=asked, **tables))


def test_the_edition_named_comes_first() -> None:
    """The page shows it until its script has looked at the day."""
    assert next(iter(FORMS)) == "suzhou-2016"
    assert forms(editions(), "suzhou-2021")[0].standard.id == "suzhou-2021"


def test_what_moves_most_points_is_asked_first() -> None:
    """In numbers, after everything that decides whether points are needed at all."""
    assert facts(*FORMS["suzhou-2023-settlement"].numbers)[:2] == [
        "social_insurance_months",
        "residence_months",
    ]


@ALL
def test_every_question_is_asked_once(form: EditionForm) -> None:
    """Those of the points, and those that only the conditions read."""
    asked = [a.question.fact.id for a in form.questions if a.known]
    assert sorted(asked) == sorted(form.standard.questions)


@ALL
def test_every_item_is_settled_by_the_last_question_that_it_reads(form: EditionForm) -> None:
    """Once, and not before it can be."""
    found = [asked for asked in form.questions if asked.known]
    order = facts(*found)
    settled = [item.id for asked in found for item in asked.settles]
    assert sorted(settled) == sorted(item.id for item in form.standard.items)
    for asked in found:
        for item in asked.settles:
            assert max(item.facts, key=order.index) == asked.question.fact.id


@ALL
def test_the_numbers_fit_on_a_screen_or_two(form: EditionForm) -> None:
    """Six, and the yes or no that opens the same row."""
    numbers = [asked for asked in form.numbers if asked.question.fact.kind != "flag"]
    assert 3 <= len(numbers) <= 6


@ALL
def test_nothing_rare_is_among_the_numbers(form: EditionForm) -> None:
    """What few have is ticked in a list."""
    assert [asked for asked in form.numbers if asked.question.fact.rare] == []


@ALL
def test_none_of_these_means_no_points(form: EditionForm) -> None:
    """Every row that the lists alone decide gives nothing, and none is left out any more."""
    rows = (*form.extras, *form.deductions)
    none = dict(pair for row in rows for pair in row.none)
    standard = form.standard
    answers = parse_typed_answers(none, standard.facts_by_id, ON)
    own = {item.id for item in standard.items if {*item.facts} <= {*none}}
    for track in standard.tracks:
        result = estimate(standard, answers, track, ON)
        assert {line.item.id for line in result.lines if line.points != ZERO} & own == set()
        assert set(result.not_counted) & own == set()


@ALL
def test_every_deduction_is_asked_last(form: EditionForm) -> None:
    """What takes points away, and nothing that only gives any."""
    taking = {f for i in form.standard.items if i.part == "deduction" for f in i.facts}
    assert set(listed(form.extras)) & taking == set()
    limits = form.standard.limits
    vetoing = {f for veto in (limits.void_if if limits else ()) for f in veto.monotonicity}
    assert set(listed(form.deductions)) <= taking | vetoing


@ALL
def test_a_statement_is_met_by_its_answer(form: EditionForm) -> None:
    """One tap answers the conditions that one answer decides."""
    for statement in form.statements:
        met = {statement.field: statement.text}
        answers = parse_typed_answers(met, form.standard.facts_by_id, ON)
        assert judge_condition(statement.condition, Situation(answers, ON)).state == "met"


@ALL
def test_on_any_day_a_field_has_one_answer_that_meets_all(form: EditionForm) -> None:
    """Two conditions about the same fact follow each other."""
    for one, other in combinations(form.statements, 2):
        (first, last), (after, until) = one.condition.in_force, other.condition.in_force
        apart = last < after or until < first
        shared = set(one.condition.tracks) & set(other.condition.tracks)
        assert one.field != other.field or apart or not shared


def test_a_statement_is_asked_nowhere_else() -> None:
    """A yes there answers the question."""
    for form in FORMS.values():
        stated = {statement.field for statement in form.statements}
        rest = {*facts(*form.alone, *form.numbers), *listed(form.extras + form.deductions)}
        assert stated & rest == set()


def test_questions_say_for_which_benefit_they_are_asked() -> None:
    """Months in Nanjing count for settlement only; a child's grade is asked for schooling only."""
    tracks = {a.question.fact.id: a.tracks for a in FORMS["suzhou-2021"].questions}
    assert tracks["residence_months_nanjing"] == ("settlement",)
    assert tracks["education"] == ("settlement", "schooling", "medical")
    assert tracks["child_starting_grade"] == ("schooling",)


def test_what_spares_points_is_asked_before_all_else() -> None:
    """The stage of the child decides whether the medical insurance asks for points."""
    for form in FORMS.values():
        opening = [route.asked for route in form.routes if route.asked]
        assert list(form.questions)[: len(opening)] == opening


def test_what_voids_the_total_stands_among_the_deductions() -> None:
    """For every benefit."""
    row = {"id": "health_record", "rule": "flat", "fact": "health_record", "points": 10}
    form = made(row, asked="health_record veteran", total=PASSPORT | {"void_if": "veteran"})
    [veto] = form.deductions
    assert facts(*veto.asked) == ["veteran"]
    assert veto.tracks == ("settlement",)


def test_an_edition_without_deductions_has_no_list_of_them() -> None:
    """Nor anything in its place."""
    row = {"id": "record", "rule": "flat", "fact": "health_record", "points": 10}
    form = made(row, asked="health_record")
    assert (form.routes, form.statements, form.alone, form.deductions) == ((), (), (), ())
    assert listed(form.extras) == ["health_record"]
