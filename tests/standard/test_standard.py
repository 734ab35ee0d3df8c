"""A standard: reading one, and what an officer is told about a faulty one."""

from datetime import date

import pytest

from calculator.answers.facts import Fact
from calculator.reading.problems import Problem
from calculator.standard.read_standard import read_facts, read_standard
from tests.support import (
    FACTS,
    ITEM,
    ON,
    PASSPORT,
    data_2016,
    faults_of,
    item_data,
    problems_of,
    small,
    small_data,
    suzhou_2016,
)

PUBLISHED = """
age education skill_or_title social_insurance housing_fund home residence family_planning
invention_patent utility_patent award_district award_municipal award_prefectural sports_top_three
child_vaccination_record child_vaccinations_complete maternal_child_card health_record
donation public_welfare_post city_management
"""
UNPUBLISHED = """
social_contribution investment_and_tax sports_other deduction_family_planning deduction_offence
deduction_dishonesty
"""
GIFT = PASSPORT | {
    "id": "gift",
    "part": "additional",
    "group": "类别",
    "label": "社会贡献",
    "rule": "unpublished",
    "confidence": "unpublished",
}
SOURCE = {"title": "来源", "url": "https://a.example", "seen": ON, "link": True}
ASKED = {"question": "？", "scope": "applicant"}


def test_the_2016_edition_has_the_items_of_the_contract() -> None:
    """Embedders rely on these ids."""
    found = {item.id for item in suzhou_2016().items if item.rule != "unpublished"}
    assert found == set(PUBLISHED.split())


def test_the_2016_edition_leaves_six_items_unpublished() -> None:
    """Six rows have no public figure."""
    found = {item.id for item in suzhou_2016().items if item.rule == "unpublished"}
    assert found == set(UNPUBLISHED.split())


def test_where_to_go_has_a_passport() -> None:
    """A text with the evidence for it; without one the edition says nothing."""
    data = small_data(contact=PASSPORT | {"text": "到居住地申请。"})
    found = read_standard(data, "small.toml", FACTS).contact
    assert found is not None
    assert found.text == "到居住地申请。"
    assert found.passport.confidence == "single"
    assert small().contact is None
    assert faults_of(small_data(contact={"text": "到居住地申请。"})) != []


def test_an_unpublished_row_may_be_rare() -> None:
    """Its two facts are then asked in the last block."""
    asked = dict.fromkeys(("veteran", "gift_claimed", "gift_points_declared"), ASKED)
    data = small_data(items=[ITEM, GIFT | {"rare": True}], facts=asked)
    known = read_standard(data, "small.toml", FACTS).facts_by_id
    assert [fact for fact in known if known[fact].rare and fact not in FACTS] == [
        "gift_claimed",
        "gift_points_declared",
    ]


def test_every_fact_that_a_row_or_a_condition_reads_is_asked() -> None:
    """Questions, rows and conditions fit together."""
    standard = suzhou_2016()
    read = {fact for item in standard.items for fact in item.facts}
    read |= {fact for condition in standard.conditions for fact in condition.facts}
    assert read == standard.uses


def test_a_fact_that_only_a_condition_reads_is_asked() -> None:
    """Without its question, it is refused like one that a row reads."""
    condition = PASSPORT | {"id": "c", "label": "条件", "reason": "须……", "all": ["health_record"]}
    assert [problem.where for problem in problems_of(lambda: small(conditions=[condition]))] == [
        "facts.health_record"
    ]


def test_a_small_standard_is_read() -> None:
    """The root keys stand as they were written."""
    standard = small()
    assert (standard.id, standard.title, standard.edition, standard.number, standard.area) == (
        "small",
        "小标准",
        "试用版",
        "〔2016〕1号",
        "市区",
    )


def test_a_question_says_how_it_is_asked_here() -> None:
    """The fact is shared, the question is the edition's own."""
    question = small().questions["veteran"]
    assert question.fact == FACTS["veteran"]
    assert question.text == "您是退役军人吗？"
    assert question.scope == "applicant"
    assert question.help == ""


def test_a_track_says_its_days() -> None:
    """A day that no source shows is None."""
    track = suzhou_2016().tracks["settlement"]
    assert track.label == "户籍准入"
    assert track.plain == "落户"
    assert track.first == date(2016, 1, 15)
    assert track.last is None


def test_rows_are_those_of_the_track() -> None:
    """A row that names other tracks is left out."""
    track = small_data()["tracks"]["settlement"]
    both = {"settlement": track, "schooling": track}
    standard = small(tracks=both, items=[ITEM | {"tracks": ["schooling"]}])
    rows = [
        [row.id for row in standard.rows(track_id, ON)]
        for track_id in ("settlement", "schooling", None)
    ]
    assert rows == [[], ["veteran"], ["veteran"]]


def test_a_standard_may_declare_a_fact_of_its_own() -> None:
    """Another city's standard is a new file, and no code."""
    own = ASKED | {"kind": "flag", "label": "本地事项"}
    standard = small(facts={"local": own}, items=[ITEM | {"fact": "local"}])
    assert standard.facts_by_id["local"] == Fact("local", "flag", "本地事项")


def test_an_unpublished_row_brings_its_two_facts() -> None:
    """They need no entry in the list of facts."""
    facts = {"gift_claimed": ASKED, "gift_points_declared": ASKED}
    standard = small(facts=facts, items=[GIFT])
    assert [standard.facts_by_id[fact].kind for fact in sorted(standard.uses)] == ["flag", "points"]


@pytest.mark.parametrize("key", ["id", "title", "edition", "area"])
def test_a_root_key_is_required(key: str) -> None:
    """A standard says what it is."""
    data = {name: value for name, value in small_data().items() if name != key}
    assert faults_of(data) == [f"test.toml {key}：没有写，应为一段不空的文字"]


def test_a_misspelt_root_key_is_refused() -> None:
    """Nothing in the file is passed over."""
    problems = problems_of(lambda: read_standard(small_data(titel="x"), "my.toml", FACTS))
    assert [(problem.where, problem.meant) for problem in problems] == [("titel", "title")]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"tracks": {}}, "tracks"),
        ({"tracks": 5}, "tracks"),
        ({"passport": {}}, "passport.clause"),
        ({"items": "x"}, "items"),
        ({"items": [ITEM, 5]}, "items.2"),
        ({"items": [ITEM | {"points": "30"}]}, "items.veteran.points"),
        ({"items": [ITEM | {"sources": ["c"]}]}, "items.veteran.sources"),
        ({"sources": {"a": {}}}, "sources.a.title"),
        ({"materials": {"card": "社保卡"}}, "materials.card"),
        ({"materials": {"card": {"name": "社保卡"}}}, "materials.card.name"),
        ({"facts": {"veteran": {"question": "？"}}}, "facts.veteran.scope"),
        ({"facts": {"veteran": ASKED | {"hint": "x"}}}, "facts.veteran.hint"),
        ({"facts": {"veteran": ASKED, "local": ASKED}}, "facts.local"),
    ],
)
def test_a_fault_is_named_by_file_and_key_path(changes: dict[str, object], where: str) -> None:
    """An officer finds the place."""
    problems = problems_of(lambda: read_standard(small_data(**changes), "my.toml", FACTS))
    assert where in [problem.where for problem in problems]


def test_papers_that_everybody_brings_are_those_of_the_edition() -> None:
    """A name that ``[materials]`` does not have is a fault at the benefit."""
    data = small_data()
    data["tracks"]["settlement"]["materials"] = ["card"]
    problems = problems_of(lambda: read_standard(data, "my.toml", FACTS))
    assert "tracks.settlement.materials" in [problem.where for problem in problems]


def test_a_fault_of_a_figure_says_all_four_things() -> None:
    """File, key path, what was found, what is expected."""
    data = data_2016()
    item_data(data, "social_insurance")["per"] = "one"
    assert faults_of(data) == [
        'test.toml items.social_insurance.per：读到 "one"，应为不小于 1 的整数'
    ]


def test_several_faults_are_said_at_once() -> None:
    """One pass finds them all."""
    data = data_2016()
    data["area"] = ""
    item_data(data, "social_insurance")["per"] = True
    item_data(data, "home")["combine"] = "max"
    item_data(data, "residence")["per"] = 0
    assert faults_of(data) == [
        "test.toml items.social_insurance.per：读到 true，应为不小于 1 的整数",
        'test.toml items.home.combine：读到 "max"，应为其中之一：sum、best',
        "test.toml items.residence.per：读到 0，应为不小于 1 的整数",
        'test.toml area：读到 ""，应为一段不空的文字',
    ]


def test_a_row_that_stands_twice_is_refused() -> None:
    """An id names one row."""
    assert faults_of(small_data(items=[ITEM, ITEM])) == [
        'test.toml items.2.id：读到 "veteran"，应为未用过的 id（这一个上面已有）'
    ]


def test_a_track_does_not_end_before_it_begins() -> None:
    """Days in the wrong order are refused."""
    data = small_data()
    data["tracks"]["settlement"]["in_force"]["until"] = date(2016, 1, 14)
    assert faults_of(data) == [
        'test.toml tracks.settlement.in_force.until：读到 "2016-01-14"，应为不早于 2016-01-15'
    ]


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (["passport"], "passport.colour"),
        (["tracks", "settlement"], "tracks.settlement.colour"),
        (["tracks", "settlement", "in_force"], "tracks.settlement.in_force.colour"),
        (["sources", "a"], "sources.a.colour"),
        (["facts", "veteran"], "facts.veteran.colour"),
    ],
)
def test_no_table_has_a_key_that_nobody_reads(path: list[str], where: str) -> None:
    """A key that has no meaning is refused in every table."""
    data = small_data(sources=dict.fromkeys(("a", "b"), SOURCE))
    table = data
    for key in path:
        table[key] = dict(table[key])
        table = table[key]
    table["colour"] = "red"
    problems = problems_of(lambda: read_standard(data, "my.toml", FACTS))
    assert [(problem.where, problem.found) for problem in problems] == [
        (where, '不认识的键，值为 "red"')
    ]


@pytest.mark.parametrize("key", ["from", "until"])
def test_a_day_that_nobody_saw_is_said_to_be_not_seen(key: str) -> None:
    """A missing day is a fault, "not seen" is none."""
    data = small_data()
    data["tracks"]["settlement"]["in_force"][key] = "not seen"
    assert faults_of(data) == []


def test_a_fact_that_a_row_reads_must_be_asked() -> None:
    """A row without its question is refused at the question."""
    problems = problems_of(lambda: read_standard(small_data(facts={}), "my.toml", FACTS))
    assert [problem.where for problem in problems] == ["facts.veteran"]


def test_a_question_for_nothing_is_refused() -> None:
    """Nobody is asked what no row reads."""
    data = small_data(facts={"veteran": ASKED, "health_record": ASKED})
    problems = problems_of(lambda: read_standard(data, "my.toml", FACTS))
    assert [problem.where for problem in problems] == ["facts.health_record"]


def test_a_row_may_require_a_row_above_it() -> None:
    """Rows refer upwards only."""
    second = ITEM | {"id": "second", "requires": {"row": "veteran"}}
    assert [item.id for item in small(items=[ITEM, second]).items] == ["veteran", "second"]


def test_a_row_may_not_require_a_row_below_it() -> None:
    """A row that stands below is not known yet."""
    first = ITEM | {"id": "first", "requires": {"row": "veteran"}}
    problems = problems_of(lambda: small(items=[first, ITEM]))
    assert [problem.where for problem in problems] == ["items.first.requires.row"]


def test_facts_are_read_from_their_file() -> None:
    """Each table is a fact, named by its key."""
    facts = read_facts({"x": {"kind": "flag", "label": "某事"}}, "facts.toml")
    assert facts == {"x": Fact("x", "flag", "某事")}


def test_a_faulty_fact_is_named_by_its_file() -> None:
    """The list of facts is checked like a standard."""
    table = {"kind": "flag", "label": "某事", "max": 5}
    assert problems_of(lambda: read_facts({"x": table}, "facts.toml")) == [
        Problem(
            "x.max",
            "不认识的键，值为 5",
            "其中之一：kind、choices、label、household、step、rare",
            "facts.toml",
        )
    ]
