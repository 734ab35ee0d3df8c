"""Reading a table of a data file key by key."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from calculator.reading.problems import Problem
from calculator.reading.table import Table, read_root
from calculator.values.number import Numeral
from tests.support import problems_of

DAY = date(2016, 1, 15)
Read = Callable[[Table], object]

READERS: dict[str, tuple[Read, str]] = {
    "text": (lambda t: t.text("k"), "一段不空的文字"),
    "flag": (lambda t: t.flag("k"), "true 或 false"),
    "number": (lambda t: t.number("k"), "一个数字"),
    "whole": (lambda t: t.whole("k", least=1), "不小于 1 的整数"),
    "one_of": (lambda t: t.one_of("k", ("a", "b")), "其中之一：a、b"),
    "day": (lambda t: t.day("k"), "一个日期，例如 2016-01-15"),
    "day_or_not_seen": (
        lambda t: t.day_or_not_seen("k"),
        '一个日期，例如 2016-01-15，或 "not seen"',
    ),
    "texts": (lambda t: t.texts("k"), "一个文字列表，至少一项"),
}

FITTING = [
    ("text", "文字", "文字"),
    ("flag", True, True),
    ("flag", False, False),
    ("number", 0, 0),
    ("number", -5, -5),
    ("number", Fraction(5, 2), Fraction(5, 2)),
    ("whole", 1, 1),
    ("one_of", "b", "b"),
    ("day", DAY, DAY),
    ("day", "2016-01-15", DAY),
    ("day_or_not_seen", DAY, DAY),
    ("day_or_not_seen", "not seen", None),
    ("texts", ["a", "b"], ("a", "b")),
]

UNFIT = [
    ("text", ""),
    ("text", " "),
    ("text", 5),
    ("text", Numeral("nan")),
    ("text", ["a"]),
    ("flag", 1),
    ("flag", "true"),
    ("number", True),
    ("number", "5"),
    ("number", 0.5),
    ("number", Numeral("inf")),
    ("whole", 0),
    ("whole", True),
    ("whole", Fraction(3, 2)),
    ("whole", "1"),
    ("one_of", "c"),
    ("one_of", 1),
    ("one_of", ["a"]),
    ("day", "2016-02-31"),
    ("day", 20160115),
    ("day", datetime(2016, 1, 15, tzinfo=UTC)),
    ("day", "not seen"),
    ("day_or_not_seen", "unknown"),
    ("texts", []),
    ("texts", "a"),
    ("texts", ["a", 1]),
    ("texts", [""]),
]


@pytest.mark.parametrize(("reader", "value", "read"), FITTING)
def test_a_fitting_value_is_read(reader: str, value: object, read: object) -> None:
    """What fits is read without a fault."""
    problems: list[Problem] = []
    assert (READERS[reader][0](Table({"k": value}, "t", problems)), problems) == (read, [])


@pytest.mark.parametrize(("reader", "value"), UNFIT)
def test_an_unfit_value_is_a_fault_at_its_key(reader: str, value: object) -> None:
    """What does not fit is noted with its key path and what should stand there."""
    read, expected = READERS[reader]
    problems: list[Problem] = []
    read(Table({"k": value}, "t", problems))
    assert [(p.where, p.expected) for p in problems] == [("t.k", expected)]


@pytest.mark.parametrize("reader", sorted(set(READERS) - {"flag"}))
def test_a_missing_key_is_a_fault(reader: str) -> None:
    """A required key that is not written is noted with what should stand there."""
    read, expected = READERS[reader]
    problems: list[Problem] = []
    read(Table({}, "t", problems))
    assert problems == [Problem("t.k", "没有写", expected)]


@pytest.mark.parametrize(
    ("read", "default"),
    [
        (lambda t: t.text("k", "x"), "x"),
        (lambda t: t.flag("k"), False),
        (lambda t: t.number("k", 5), 5),
        (lambda t: t.whole("k", 20), 20),
        (lambda t: t.one_of("k", ("a", "b"), "b"), "b"),
        (lambda t: t.texts("k", ("x",)), ("x",)),
        (lambda t: t.raw("k", "x"), "x"),
        (lambda t: list(t.listed("k")), []),
        (lambda t: list(t.tables("k")), []),
    ],
)
def test_a_key_with_a_default_may_be_missing(read: Read, default: object) -> None:
    """A default stands in for a key that is not written, without a fault."""
    problems: list[Problem] = []
    assert (read(Table({}, "t", problems)), problems) == (default, [])


def test_a_decimal_is_shown_as_it_was_written() -> None:
    """A message shows 2.5, not a fraction."""
    problems: list[Problem] = []
    Table({"k": Fraction(5, 2)}, "t", problems).whole("k")
    assert [problem.found for problem in problems] == ["读到 2.5"]


def test_what_is_no_table_is_a_fault() -> None:
    """A value where a table should stand is noted at that place."""
    problems: list[Problem] = []
    Table("x", "tracks.settlement", problems)
    assert problems == [Problem("tracks.settlement", '读到 "x"', "一个表（键 = 值）")]


def test_keys_that_nobody_asked_for_are_refused() -> None:
    """A misspelt key is noted, not passed over."""
    problems: list[Problem] = []
    table = Table({"label": "x", "lable": "y"}, "items.age", problems)
    table.text("label")
    table.reject_unknown_keys()
    assert [(p.where, p.found) for p in problems] == [("items.age.lable", '不认识的键，值为 "y"')]


def test_peek_leaves_a_key_for_its_reader() -> None:
    """Looking at a key does not read it."""
    table = Table({"k": 1}, "t", [])
    assert (table.get("k"), table.names()) == (1, ["k"])


def test_raw_reads_a_key() -> None:
    """A key that was read as it stands is not refused later."""
    table = Table({"k": 1}, "t", [])
    assert (table.raw("k"), table.names()) == (1, [])


def test_a_table_inside_knows_its_path() -> None:
    """A fault in an inner table names the whole path."""
    problems: list[Problem] = []
    Table({"a": {"b": {}}}, "", problems).table("a").table("b").text("c")
    assert [problem.where for problem in problems] == ["a.b.c"]


def test_tables_are_named_by_their_keys() -> None:
    """Named tables come in the order of the file."""
    tables = Table({"tracks": {"b": {}, "a": {}}}, "", []).tables("tracks")
    assert [(key, table.where) for key, table in tables] == [
        ("b", "tracks.b"),
        ("a", "tracks.a"),
    ]


def test_listed_tables_are_named_by_id_or_place() -> None:
    """A row is named by its id; one without is named by its place, from 1."""
    listed = Table({"items": [{"id": "age"}, {}]}, "", []).listed("items")
    assert [table.where for table in listed] == ["items.age", "items.2"]


@pytest.mark.parametrize(
    ("value", "where"), [({"id": "age"}, "items"), ("x", "items"), ([5], "items.1")]
)
def test_what_is_no_list_of_tables_is_a_fault(value: object, where: str) -> None:
    """A value where a list of tables should stand is noted at that place."""
    problems: list[Problem] = []
    list(Table({"items": value}, "", problems).listed("items"))
    assert [problem.where for problem in problems] == [where]


def test_a_table_is_named_by_the_last_part_of_its_path() -> None:
    """An item's table is named by its id."""
    assert Table({}, "items.age", []).name == "age"


def test_a_key_is_faulted_once() -> None:
    """The first fault of a key is the one that is said."""
    problems: list[Problem] = []
    table = Table({}, "t", problems)
    table.text("k")
    table.fault("k", 5, "六")
    table.missing("k", "七")
    table.fault("other", 5, "六")
    assert problems == [
        Problem("t.k", "没有写", "一段不空的文字"),
        Problem("t.other", "读到 5", "六"),
    ]


def test_what_is_not_there_is_said_to_be_missing() -> None:
    """Nothing was found, and something is expected."""
    problems: list[Problem] = []
    Table({}, "t", problems).missing("k", "一个数字")
    assert problems == [Problem("t.k", "没有写", "一个数字")]


def test_a_key_of_a_stranger_is_named_harmlessly() -> None:
    """No key steers the terminal it is shown on."""
    problems: list[Problem] = []
    Table({"\x1b[31m": 1}, "t", problems).reject_unknown_keys()
    assert [problem.where for problem in problems] == ["t.\\u001b[31m"]


@pytest.mark.parametrize(("value", "read"), [(2019, 2019), ("not seen", None)])
def test_a_whole_number_may_be_not_seen(value: object, read: int | None) -> None:
    """What no source names is None."""
    problems: list[Problem] = []
    assert (Table({"k": value}, "t", problems).whole_or_not_seen("k"), problems) == (read, [])


@pytest.mark.parametrize("value", ["2019", True, Fraction(1, 2), "unknown"])
def test_what_is_neither_whole_nor_not_seen_is_a_fault(value: object) -> None:
    """Anything else is noted with what should stand there."""
    problems: list[Problem] = []
    Table({"k": value}, "t", problems).whole_or_not_seen("k")
    assert [(p.where, p.expected) for p in problems] == [("t.k", '一个整数，或 "not seen"')]


def test_variants_are_the_table_with_other_keys_in_place() -> None:
    """Each has the table's own keys but for what it says itself, tables merged."""
    own = {"a": 1, "b": {"x": 1, "y": 2}, "k": [{"a": 2}, {"b": {"y": 3}}]}
    found = [
        {key: variant.raw(key) for key in variant.names()}
        for variant in Table(own, "t", []).variants("k")
    ]
    assert found == [{"a": 2, "b": {"x": 1, "y": 2}}, {"a": 1, "b": {"x": 1, "y": 3}}]


def test_a_table_without_variants_is_read_as_it_stands() -> None:
    """Nothing is taken from it."""
    table = Table({"a": 1}, "t", [])
    assert (table.variants("k"), table.names()) == ([], ["a"])


def noted(data: object, read: Read) -> list[tuple[str, str, str, str]]:
    """Place, what was found, what is expected and what was meant, of every fault."""
    problems: list[Problem] = []
    read(Table(data, "", problems))
    return [(p.where, p.found, p.expected, p.meant) for p in problems]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (lambda t: t.one_of("k", ("flat", "per_unit")), "per_unit"),
        (lambda t: t.one_of("k", ("flat", "tiers")), ""),
        (lambda t: t.fault("k", "per_unti", "…", ("per_unit",)), "per_unit"),
    ],
)
def test_what_was_probably_meant_is_said(read: Read, meant: str) -> None:
    """A word that looks like an allowed one; nothing where none does."""
    assert [fault[3] for fault in noted({"k": "per_unti"}, read)] == [meant]


def test_of_several_words_the_wrong_one_is_meant_otherwise() -> None:
    """A list of words is read like one word."""
    found = noted({"k": ["card", "permitt"]}, lambda t: t.some_of("k", ("card", "permit")))
    assert found == [("k", '读到 "permitt"', "其中之一：card、permit", "permit")]


def test_unknown_keys_list_the_known_ones() -> None:
    """In the order of asking, and the one that was probably meant."""

    def read(table: Table) -> None:
        table.text("label", "")
        table.get("cap")
        table.reject_unknown_keys()

    assert noted({"lable": "x"}, read) == [
        ("lable", '不认识的键，值为 "x"', "其中之一：label、cap", "label")
    ]


def test_a_table_that_takes_no_keys_says_so() -> None:
    """There is nothing to list."""
    assert noted({"k": 1}, Table.reject_unknown_keys) == [("k", "不认识的键，值为 1", "删去", "")]


def test_what_follows_from_a_fault_is_not_said() -> None:
    """A value that is no table lacks no keys."""

    def read(table: Table) -> bool:
        table.table("k").text("label")
        return table.has_fault("k")

    assert noted({"k": 5}, read) == [("k", "读到 5", "一个表（键 = 值）", "")]


def test_a_list_in_single_brackets_is_told_its_brackets() -> None:
    """``[items]`` for ``[[items]]``."""
    assert noted({"items": {"id": "age"}}, lambda t: list(t.listed("items"))) == [
        ("items", "读到 [items]，一层方括号", "[[items]]，两层方括号，每一项各写一次", "")
    ]


def test_a_table_in_double_brackets_is_told_its_brackets() -> None:
    """``[[passport]]`` for ``[passport]``."""
    assert noted({"passport": [{}]}, lambda t: t.table("passport").text("clause")) == [
        ("passport", "读到 [{}]", "[passport]，一层方括号，只写一次", "")
    ]


def test_a_list_inside_is_written_on_its_line() -> None:
    """Bands and ladders stand inside a row."""
    found = noted({"t": {"k": 5}}, lambda t: list(t.table("t").listed("k")))
    assert found == [("t.k", "读到 5", "若干个表，写作 k = [{ … }, …]", "")]


def test_a_second_table_of_an_id_is_named_by_its_number() -> None:
    """So that its fault is not taken for the first one's; its name is its id all the same."""
    listed = list(Table({"items": [{"id": "age"}, {"id": "age"}]}, "", []).listed("items"))
    assert [(table.where, table.name) for table in listed] == [
        ("items.age", "age"),
        ("items.2", "age"),
    ]


@pytest.mark.parametrize(("value", "read"), [("第三条", "第三条"), ("not seen", None)])
def test_a_text_may_be_not_seen(value: str, read: str | None) -> None:
    """What nobody saw is None."""
    assert Table({"k": value}, "", []).text_or_not_seen("k") == read


@pytest.mark.parametrize("value", ["未见", "不详", "无", " 没有 ", "Not Seen", "N/A", "-"])
@pytest.mark.parametrize("read", [Table.text_or_not_seen, Table.day_or_not_seen])
def test_not_seen_is_said_in_one_way(value: str, read: Callable[[Table, str], object]) -> None:
    """Another way would be printed as a clause, or read as a day."""
    assert [fault[3] for fault in noted({"k": value}, lambda t: read(t, "k"))] == ['"not seen"']


def test_a_period_ends_after_it_begins() -> None:
    """The fault stands at its end."""
    days = {"from": "2016-02-01", "until": "2016-01-31"}
    assert noted({"k": days}, lambda t: t.period("k")) == [
        ("k.until", '读到 "2016-01-31"', "不早于 2016-02-01", "")
    ]


def test_a_trial_changes_nothing() -> None:
    """A reader is tried on a copy, and its faults are not said."""

    def read(table: Table) -> list[str]:
        table.trial().number("k")
        return table.names()

    assert (noted({"k": "x"}, read), read(Table({"k": "x"}, "", []))) == ([], ["k"])


def test_variants_must_be_tables() -> None:
    """The list of them is then taken as empty."""
    found = noted({"k": 5}, lambda t: t.variants("k"))
    assert found == [("k", "读到 5", "若干个表，例如 [{ cap = 250 }, { cap = 300 }]", "")]


def test_faults_of_a_file_name_it() -> None:
    """Every fault of all its tables."""
    problems = problems_of(lambda: read_root({"k": 1}, "suzhou/2016.toml", lambda _: None))
    assert [(p.file, p.where) for p in problems] == [("suzhou/2016.toml", "k")]
