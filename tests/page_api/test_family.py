"""Two parents on the page: one total, and nothing beside it that speaks of another."""

from typing import Any

import pytest

from calculator.standard.item import PARTS
from tests.page_api.ask import ask
from tests.support import suzhou_2016

NOTHING = {
    "birth_date": "1970-01-01",
    "education": "other",
    "skill_level": "none",
    "professional_title": "none",
    "veteran": "false",
    "housing_fund_months": "0",
    "investment_and_tax_claimed": "false",
    "residence_months": "24",
}
ELIGIBLE = {
    "residence_permit_held": "true",
    "continuous_residence_months": "24",
    "insured_now": "true",
}


def family(
    first: dict[str, str], second: dict[str, str], what: str = "estimate", on: str = "2025-05-01"
) -> dict[str, Any]:
    """The answer about two parents of 2025 who have 60 points by living here, and theirs."""
    own = NOTHING | ELIGIBLE | {"child_starting_grade": "true"} | first
    other = {f"other__{name}": text for name, text in (NOTHING | ELIGIBLE | second).items()}
    standard = "suzhou-2024-schooling"
    typed = {name: text for name, text in (own | other).items() if text}
    return ask(what, on=on, track="schooling", standard=standard, **typed)


LESS, MORE = {"social_insurance_months": "20"}, {"social_insurance_months": "100"}
OPEN, OUT = {"insured_now": ""}, {"insured_now": "false"}


@pytest.mark.parametrize(
    ("first", "second", "points", "whose"),
    [
        (MORE, LESS, "560 分", "按您的积分申请。"),
        (LESS, MORE, "560 分", "按孩子另一位家长的积分申请。"),
        (LESS, LESS, "160 分", "两位家长总分相同，另一位的积分作为排名参考。"),
        (LESS, MORE | OUT, "160 分", "按您的积分申请。"),
        (
            LESS,
            MORE | OPEN,
            "160–560 分",
            "孩子另一位家长能不能申请还不清楚，按谁的积分申请要看这一点。",
        ),
        (
            LESS | OUT,
            MORE | OUT,
            "560 分",
            "按已知情况，两位家长都不符合申请条件。",
        ),
        (
            LESS,
            MORE | {"social_insurance_months": ""},
            "至少 160 分",
            "还看不出谁的总分高，把未答的补上就知道了。",
        ),
    ],
)
def test_the_total_that_counts_and_whose_it_is(
    first: dict[str, str], second: dict[str, str], points: str, whose: str
) -> None:
    """A few words and a sentence, however the family stands."""
    shown = family(first, second)
    assert (shown["verdict"]["points"], shown["family"]["whose"]) == (points, whose)


def test_before_deductions_is_said_of_the_familys_total() -> None:
    """While that of the parent who counts may lose any number of points, and only then."""
    known = {"social_insurance_months": "30", "city_management_violations": "0"}
    other = {f"other__{fact}": text for fact, text in known.items()}
    for fields, said in (({"other__education": "doctor"}, "没有扣分的话，"), (known | other, "")):
        shown = ask(track="schooling", **fields)
        assert shown["verdict"]["points"].startswith(f"{said}至少 ")
        assert shown["verdict"]["before_deductions"] is bool(said)
        assert shown["picture"]["text"].startswith(f"{said}确定的 ")
        assert shown["family"]["against_cutoffs"]["low"] is not None


def test_bar_past_lines_and_outlook_are_the_familys() -> None:
    """The same two ends everywhere."""
    shown, later = (family(LESS, MORE | OPEN, what) for what in ("estimate", "later"))
    assert shown["family"]["against_cutoffs"] == {"low": 160, "high": 560}
    assert shown["picture"]["text"].startswith("确定的 160 分，最多到 560 分。")
    assert later["outlook"]["rows"][0]["text"] == "160–560 分"


@pytest.mark.parametrize(
    ("second", "base"),
    [(MORE, "560 分"), (MORE | OPEN, "160–560 分"), (MORE | OUT, "160 分")],
)
def test_parts_are_those_of_whose_total_counts(second: dict[str, str], base: str) -> None:
    """While that is open they reach over both."""
    parts = {part["label"]: part["text"] for part in family(LESS, second)["family"]["parts"]}
    assert parts[PARTS["base"]] == base


def test_reservations_are_those_of_whose_total_counts() -> None:
    """What only the other total rests on is no business of this one."""
    told = {
        name: family(LESS, MORE | second)["family"]["reservations"]
        for name, second in {"counts": {"education": "master"}, "out": OUT}.items()
    }
    own = family(LESS, MORE)
    assert told["out"] == own["estimate"]["reservations"]
    assert told["counts"] == own["other"]["reservations"]


def test_what_is_asked_next_decides_whose_total_counts() -> None:
    """First who may apply; nothing of a parent whose total cannot count."""
    found = family(LESS, MORE | OPEN)["family"]["next"]
    assert (found["field"], found["gain"]) == ("other.insured_now", "答了才知道按谁的积分申请")
    assert family(LESS, MORE | OUT | {"education": ""})["family"]["next"] is None
    found = family(LESS | {"education": ""}, MORE | OUT)["family"]["next"]
    assert found["field"] == "education"


def test_steps_tell_what_the_family_gains() -> None:
    """Nothing for the parent whose points do not count, and nothing that stays below the better."""
    steps = family(LESS, MORE, "later")["steps"]
    assert {step["who"] for step in steps if not step["farther"]} == {"孩子另一位家长"}
    assert steps[0] == {
        "text": "再住满 12 个月",
        "gain_text": "加 30 分",
        "label": "居住月数",
        "who": "孩子另一位家长",
        "farther": False,
        "costs": "",
    }


def test_steps_of_the_household_are_told_once() -> None:
    """Whoever takes them."""
    typed = {"social_insurance_months": "10", "other__social_insurance_months": "20"}
    steps = ask("later", track="schooling", **typed)["steps"]
    assert [step["who"] for step in steps if step["label"] == "母婴保健卡"] == [""]


def test_a_parent_who_becomes_eligible_counts_from_then() -> None:
    """Two months short of half a year on 1 May: from 1 July the better total counts."""
    later = family(LESS, MORE | {"continuous_residence_months": "4"}, "later")
    assert [(row["on"], row["text"]) for row in later["outlook"]["rows"]] == [
        ("2025-05-01", "160 分"),
        ("2026-05-01", "655 分"),
        ("2027-05-01", "750 分"),
        ("2028-05-01", "845 分"),
    ]


def test_a_material_that_one_parent_needs_for_certain_is_certain() -> None:
    """The second parent's open answer does not take that back."""
    for own, other in (("12", ""), ("", "12")):
        typed = {"social_insurance_months": own, "other__social_insurance_months": other}
        shown = ask(track="schooling", other__education="other", **typed)
        papers = {paper["label"]: paper["sure"] for paper in shown["papers"]}
        assert papers[suzhou_2016().materials["social_insurance_card"]] is True


def test_each_parents_conditions_are_told() -> None:
    """One may not apply, of the other it is open."""
    shown = family(OUT, MORE | OPEN)
    assert shown["conditions"]["verdict"] == "unmet"
    assert shown["other_conditions"]["verdict"] == "unknown"
