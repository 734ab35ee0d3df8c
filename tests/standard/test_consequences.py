"""Only the cause of a fault is listed, not what follows from it."""

from collections.abc import Mapping
from datetime import date

import pytest

from calculator.standard.read_standard import read_standard
from tests.support import FACTS, ITEM, PASSPORT, problems_of, small_data

ASKED = {"question": "？", "scope": "applicant"}
LADDER = PASSPORT | {
    "id": "degree",
    "part": "base",
    "group": "类别",
    "label": "学历",
    "rule": "tiers",
    "ladders": [{"fact": "educaton", "bachelor": 60}],
}
BANDS = {key: LADDER[key] for key in LADDER if key != "ladders"} | {
    "rule": "brackets",
    "fact": "residence_month",
    "bands": [{"from": 12, "points": 5}],
}
CONDITION = PASSPORT | {"id": "c", "label": "条件", "reason": "须……"}
GIFT = LADDER | {"id": "gift", "rule": "unpublishd", "confidence": "unpublished"}


def places(**changes: object) -> list[tuple[str, str]]:
    """Where the faults of a changed small standard stand, and what was probably meant."""
    problems = problems_of(lambda: read_standard(small_data(**changes), "my.toml", FACTS))
    return [(problem.where, problem.meant) for problem in problems]


@pytest.mark.parametrize(
    ("item", "where", "meant"),
    [
        (ITEM | {"rule": "falt"}, "items.veteran.rule", "flat"),
        (ITEM | {"fact": "vetran"}, "items.veteran.fact", "veteran"),
        (ITEM | {"fact": "education"}, "items.veteran.fact", ""),
        (ITEM | {"fact": 5}, "items.veteran.fact", ""),
        (LADDER, "items.degree.ladders.1.fact", "education"),
        (BANDS, "items.degree.fact", "residence_months"),
        (ITEM | {"fact": "vetran", "requires": []}, "items.veteran.fact", "veteran"),
    ],
)
def test_a_misspelt_word_in_a_row_leaves_its_question_alone(
    item: Mapping[str, object], where: str, meant: str
) -> None:
    """The question is innocent, and so are figures that depend on the fact."""
    assert places(items=[item]) == [(where, meant)]


@pytest.mark.parametrize(
    ("requires", "where", "meant"),
    [
        ("health_recod", "items.veteran.requires", "health_record"),
        (
            {"fact": "educaton", "one_of": ["doctor"]},
            "items.veteran.requires.fact",
            "education",
        ),
        (5, "items.veteran.requires", ""),
    ],
)
def test_a_misspelt_word_in_a_prerequisite_leaves_questions_alone(
    requires: object, where: str, meant: str
) -> None:
    """Whichever of the questions it was."""
    facts = {"veteran": ASKED, "health_record": ASKED}
    assert places(items=[ITEM | {"requires": requires}], facts=facts) == [(where, meant)]


def test_a_condition_that_cannot_be_read_leaves_questions_alone() -> None:
    """It may have been the one that asks."""
    facts = {"veteran": ASKED, "health_record": ASKED}
    assert places(conditions=[CONDITION], facts=facts) == [("conditions.c.all", "")]


@pytest.mark.parametrize("key", ["items", "conditions", "total"])
def test_a_part_in_wrong_brackets_leaves_questions_alone(key: str) -> None:
    """``[items]`` for ``[[items]]`` hides all rows."""
    wrong: object = [{}] if key == "total" else {"id": "x"}
    facts = {"veteran": ASKED, "health_record": ASKED}
    assert places(**{"facts": facts, key: wrong}) == [(key, "")]


def test_a_misspelt_question_is_the_only_fault() -> None:
    """Not the missing one besides; the row is right."""
    assert places(facts={"vetran": ASKED}) == [("facts.vetran", "veteran")]


def test_an_unpublished_row_with_a_misspelt_rule_keeps_its_questions() -> None:
    """Its two facts are those that the file asks for."""
    facts = dict.fromkeys(("veteran", "gift_claimed", "gift_points_declared"), ASKED)
    assert places(items=[ITEM, GIFT], facts=facts) == [("items.gift.rule", "unpublished")]


def test_a_misspelt_source_confirms_nothing_less() -> None:
    """The one that is left is not blamed for being one."""
    item = ITEM | {"sources": ["a", "bb"], "confidence": "confirmed"}
    assert places(items=[item]) == [("items.veteran.sources", "b")]


def test_a_figure_that_inherits_too_little_is_not_blamed() -> None:
    """Its row is."""
    item = ITEM | {"confidence": "confirmed", "passport": {"points": {"clause": "第三条"}}}
    assert places(items=[item]) == [("items.veteran.confidence", "")]


def test_a_line_without_a_number_is_not_blamed_for_its_confidence() -> None:
    """Whether its ends differ is not known."""
    line = PASSPORT | {"track": "settlement", "year": 2016, "area": "市区", "low": "x", "high": 5}
    assert places(cutoffs=[line]) == [("cutoffs.1.low", "")]


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("veteran", "facts.toml 已经定义了 veteran"),
        ("gift_claimed", 'rule = "unpublished" 的这一项 已经定义了 gift_claimed'),
    ],
)
def test_a_fact_that_is_defined_is_not_defined_again(fact: str, found: str) -> None:
    """Once, with all the keys that would define it."""
    facts = dict.fromkeys(("veteran", "gift_claimed", "gift_points_declared"), ASKED)
    facts[fact] = ASKED | {"kind": "flag", "label": "某事", "rare": True}  # type: ignore[assignment]
    gift = GIFT | {"rule": "unpublished", "ladders": None}
    del gift["ladders"]
    data = small_data(items=[ITEM, gift], facts=facts)
    problems = problems_of(lambda: read_standard(data, "my.toml", FACTS))
    assert [(problem.where, problem.found) for problem in problems] == [
        (f"facts.{fact}.kind", found)
    ]


@pytest.mark.parametrize("key", ["clause", "number", "url", "from"])
def test_what_nobody_saw_is_said_in_one_way(key: str) -> None:
    """``not seen``, wherever it may stand."""
    source = {"title": "来源", "url": "未见", "seen": date(2016, 5, 1), "link": False}
    window = PASSPORT | {"id": "w", "kind": "apply", "label": "申请", "text": "……"}
    changes: dict[str, tuple[dict[str, object], str]] = {
        "clause": ({"items": [ITEM | {"clause": "未见"}]}, "items.veteran.clause"),
        "number": ({"number": "不详"}, "number"),
        "url": ({"sources": {"a": source}}, "sources.a.url"),
        "from": ({"windows": [window | {"from": "无", "until": "10-31"}]}, "windows.w.from"),
    }
    data, where = changes[key]
    assert places(**data) == [(where, '"not seen"')]
