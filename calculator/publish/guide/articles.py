"""How the guide cites an article, and that it cites none which nobody saw."""

from typing import Final

from calculator.publish.guide.background import Background
from calculator.standard.standard import Standard

_DIGITS: Final = "零一二三四五六七八九"


def cite(number: int, document: str, clauses: set[str]) -> str:
    """How an article is cited. Raises ``LookupError`` where no evidence names it.

    >>> cite(15, "入学实施细则", {"办法第七条；入学实施细则第十五条"})
    '入学实施细则第十五条'
    """
    article = f"{document}第{numeral(number)}条"
    if not any(f"；{article}" in f"；{clause}" for clause in clauses):
        raise LookupError(article)
    return article


def numeral(number: int) -> str:
    """A number up to 99 as articles are counted.

    >>> numeral(7), numeral(10), numeral(15), numeral(31)
    ('七', '十', '十五', '三十一')
    """
    tens, ones = divmod(number, 10)
    ten = ("十" if tens == 1 else f"{_DIGITS[tens]}十") if tens else ""
    return ten + (_DIGITS[ones] if ones or not tens else "")


def clauses_of(standard: Standard, background: Background) -> set[str]:
    """Every clause that the evidence of an edition or of the background names."""
    passports = [
        *(item.passport for item in standard.items),
        *(condition.passport for condition in standard.conditions),
        *(window.passport for window in standard.windows),
        *(statement.passport for statement in background.statements.values()),
        *(papers.passport for papers in standard.papers.values()),
    ]
    return {passport.clause for passport in passports if passport.clause}
