"""Where a figure comes from."""

from datetime import date

import pytest

from calculator.reading.table import Table
from calculator.standard.passport import Passport, Source, read_passport, read_source, weakest
from tests.support import PASSPORT, SOURCES

SOURCE = {"title": "来源", "url": "https://a.example", "seen": date(2016, 5, 1), "link": True}
ROW = Passport((SOURCES["a"], SOURCES["b"]), "confirmed", date(2016, 5, 1), "第三条")


def source_faults(**changes: object) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault of a changed source."""
    table = Table(SOURCE | changes, "sources.a", [])
    read_source("a", table)
    return [(problem.where, problem.expected) for problem in table.problems]


def passport_faults(inherit: Passport | None = None, **keys: object) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault of a passport."""
    table = Table(keys, "items.x", [])
    read_passport(table, SOURCES, inherit)
    return [(problem.where, problem.expected) for problem in table.problems]


def figure(**keys: object) -> Passport:
    """The passport of a figure in the row ``ROW``."""
    return read_passport(Table(keys, "items.x.passport.cap", []), SOURCES, ROW)


def test_a_source_is_read() -> None:
    """A source has a title, an address, the day it was seen, and whether it may be linked."""
    read = read_source("a", Table(SOURCE, "sources.a", []))
    assert read == Source("a", "来源", "https://a.example", date(2016, 5, 1), link=True)


def test_an_address_without_encryption_is_no_link() -> None:
    """A page that a government site links is served over https."""
    expected = "以 https:// 开头的地址（要作为链接显示）"
    assert source_faults(url="http://a.example") == [("sources.a.url", expected)]


def test_any_address_may_stand_unlinked() -> None:
    """A source that is only named may stand anywhere."""
    assert source_faults(url="http://a.example", link=False) == []


@pytest.mark.parametrize("key", ["title", "url", "seen", "link"])
def test_a_source_says_everything(key: str) -> None:
    """Each key of a source is required."""
    assert {where for where, _ in source_faults(**{key: 0})} == {f"sources.a.{key}"}


def test_a_source_has_no_other_keys() -> None:
    """A misspelt key of a source is refused."""
    assert [where for where, _ in source_faults(author="x")] == ["sources.a.author"]


def test_a_passport_is_read() -> None:
    """A row's passport names its sources, confidence, day and clause."""
    read = read_passport(Table(PASSPORT | {"clause": "第三条"}, "items.x", []), SOURCES)
    assert read == Passport((SOURCES["a"],), "single", date(2016, 5, 1), "第三条")


def test_a_clause_may_be_not_seen() -> None:
    """A clause that nobody saw is None, and was said to be."""
    assert read_passport(Table(PASSPORT, "items.x", []), SOURCES).clause is None


@pytest.mark.parametrize("key", ["clause", "sources", "confidence", "checked_on"])
def test_a_figure_without_a_passport_is_refused(key: str) -> None:
    """Each key of a row's passport is required."""
    keys = {name: value for name, value in PASSPORT.items() if name != key}
    assert {where for where, _ in passport_faults(None, **keys)} == {f"items.x.{key}"}


def test_sources_must_be_listed() -> None:
    """A source that the standard does not list is refused, naming those it lists."""
    keys = PASSPORT | {"sources": ["a", "c"]}
    assert passport_faults(None, **keys) == [("items.x.sources", "[sources] 中的来源：a、b")]


def test_confirmed_needs_two_sources() -> None:
    """One source confirms nothing."""
    keys = PASSPORT | {"confidence": "confirmed"}
    expected = "至少两个来源，或改为 single"
    assert passport_faults(None, **keys) == [("items.x.confidence", expected)]


def test_one_source_named_twice_confirms_nothing() -> None:
    """Saying it again is no second source."""
    keys = PASSPORT | {"confidence": "confirmed", "sources": ["a", "a"]}
    expected = "至少两个来源，或改为 single"
    assert passport_faults(None, **keys) == [("items.x.confidence", expected)]


def test_a_figure_may_have_been_checked_on_a_day_of_its_own() -> None:
    """A cap that was looked up later says so."""
    assert figure(checked_on=date(2017, 1, 1)).checked_on == date(2017, 1, 1)


def test_two_sources_confirm() -> None:
    """Two sources are enough."""
    assert (
        passport_faults(None, **PASSPORT | {"confidence": "confirmed", "sources": ["a", "b"]}) == []
    )


def test_a_confidence_is_one_of_five() -> None:
    """No other word for how sure a figure is."""
    expected = "其中之一：confirmed、single、inferred、disputed、unpublished"
    keys = PASSPORT | {"confidence": "sure"}
    assert ("items.x.confidence", expected) in passport_faults(None, **keys)


def test_a_figure_inherits_its_rows_passport() -> None:
    """A figure that says nothing of its own rests on what its row rests on."""
    assert figure() == ROW


def test_a_figure_may_say_its_own() -> None:
    """What a figure says itself goes before what its row says."""
    own = figure(sources=["a"], confidence="single", clause="第四条")
    assert own == Passport((SOURCES["a"],), "single", date(2016, 5, 1), "第四条")


def test_a_figure_with_one_source_of_its_own_is_not_confirmed() -> None:
    """A confidence that is inherited needs as many sources."""
    assert [where for where, _ in passport_faults(ROW, sources=["a"])] == ["items.x.confidence"]


@pytest.mark.parametrize(
    ("confidences", "least"),
    [
        (["confirmed"], "confirmed"),
        (["confirmed", "single"], "single"),
        (["inferred", "single"], "inferred"),
        (["disputed", "confirmed", "inferred"], "disputed"),
        (["unpublished", "disputed"], "unpublished"),
    ],
)
def test_the_weakest_decides(confidences: list[str], least: str) -> None:
    """Several figures are as sure as the least sure of them."""
    assert weakest(confidences) == least


@pytest.mark.parametrize(
    ("read", "clause", "words"),
    [
        ("whole", "第九条", "第九条"),
        ("part", "第九条", "第九条"),
        ("whole", None, "没有见到条款编号"),
        ("part", None, "在读到的部分里没有见到条款编号"),
        ("beginning", None, "在读到的部分里没有见到条款编号"),
    ],
)
def test_what_a_part_does_not_show_is_not_said_of_the_whole(
    read: str, clause: str | None, words: str
) -> None:
    """A clause may stand in the part of a source that nobody could read."""
    source = Source("a", "来源", "https://a.example", date(2016, 5, 1), link=True, read=read)
    assert Passport((source,), "single", date(2016, 5, 1), clause).clause_words == words
