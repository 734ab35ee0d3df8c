"""The order of a standard: what it may hold, and what it rests on."""

import pytest

from tests.support import PASSPORT, editions, problems_of, small


def test_without_the_table_no_order_is_known() -> None:
    """Only the total decides then."""
    assert small().ranking is None


def test_the_order_rests_on_the_evidence_of_the_file() -> None:
    """Unless it names its own."""
    found = small(ranking={"order": ["total", "base"]}).ranking
    assert found is not None
    assert found.order == ("total", "base")
    assert found.passport == small().passport


def test_the_order_may_have_evidence_of_its_own() -> None:
    """As any figure."""
    own = {"confidence": "inferred", "sources": ["b"], "clause": "办法第七条"}
    found = small(ranking=PASSPORT | {"order": ["total"]} | own).ranking
    assert found is not None
    assert (found.passport.confidence, found.passport.clause) == ("inferred", "办法第七条")
    assert [source.id for source in found.passport.sources] == ["b"]


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"order": []},
        {"order": "total"},
        {"order": ["base", "total"]},
        {"order": ["total", "age"]},
        {"order": ["total", "base", "base"]},
    ],
    ids=str,
)
def test_a_faulty_order_is_refused_by_its_key(table: dict[str, object]) -> None:
    """Missing, empty, of another kind, without the total first, of unknown words, doubled."""
    assert [found.where for found in problems_of(lambda: small(ranking=table))] == ["ranking.order"]


def test_an_unknown_key_of_the_order_is_refused() -> None:
    """By its name."""
    table = {"order": ["total"], "ties": "lot"}
    assert [found.where for found in problems_of(lambda: small(ranking=table))] == ["ranking.ties"]


def test_the_order_of_each_edition_is_as_sure_as_its_text() -> None:
    """Stated in 2016, taken from a neighbour since, none where a line is enough."""
    rankings = {name: standard.ranking for name, standard in editions().standards.items()}
    assert {name: found and found.passport.confidence for name, found in rankings.items()} == {
        "suzhou-2016": "confirmed",
        "suzhou-2021": "inferred",
        "suzhou-2023-settlement": None,
        "suzhou-2024-schooling": "inferred",
    }
