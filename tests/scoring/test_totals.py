"""The bare totals: the same numbers as the estimate, for any answers."""

from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answers
from calculator.answers.situation import Situation
from calculator.scoring.estimate import estimate
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from tests.support import ON, admissible, editions, small

STANDARDS = [
    *editions().standards.values(),
    small(
        total={
            "floor": 20,
            "void_if": "health_record",
            "clause": "not seen",
            "sources": ["a"],
            "confidence": "single",
            "checked_on": ON,
        },
        facts={
            entry: {"question": "？", "scope": "applicant"}
            for entry in ("veteran", "health_record")
        },
    ),
]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Standard, str, Answers]:
    """A standard, one of its tracks, and some answers."""
    standard = draw(st.sampled_from(STANDARDS))
    track = draw(st.sampled_from(list(standard.tracks)))
    asked = draw(st.lists(st.sampled_from(sorted(standard.uses)), unique=True))
    told = [entry for entry in asked if not entry.endswith("_claimed")]
    return standard, track, {entry: draw(admissible(standard.facts_by_id[entry])) for entry in told}


@given(cases())
def test_totals_are_those_of_the_estimate(case: tuple[Standard, str, Answers]) -> None:
    """Total, base points, and how many items are not counted."""
    standard, track, answers = case
    full = estimate(standard, answers, track, ON)
    bare = totals(standard, standard.rows(track, ON), Situation(answers, ON))
    assert bare.total == full.total
    assert bare.base == full.parts["base"]
    assert bare.not_counted == len(full.not_counted)
