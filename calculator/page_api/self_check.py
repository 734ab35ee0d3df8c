"""ask = prove, ask = about: golden cases checked in this browser, and which versions run here."""

import hashlib
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import calculator
from calculator.reading.problems import InputError
from calculator.scoring.golden_cases import check_case, read_golden_cases
from calculator.standard.editions import Editions
from calculator.text.edition import full_title
from calculator.text.golden_cases import describe_differences, describe_right

if TYPE_CHECKING:
    from calculator.page_api import contract

_DIGITS = 12  # of the fingerprint: enough to compare two by eye


def answer_prove(request: Mapping[str, Any], editions: Editions) -> "contract.Proved":
    """Whether one golden case comes out right, by the same code as in the tests.

    In the request ``case`` is its table, and ``all_no`` the answers that it does not repeat.
    """
    tables = {"all_no": request.get("all_no") or {}, "cases": [request.get("case")]}
    try:
        standard = editions.get(str(request.get("standard")))
        case = read_golden_cases(tables, editions.facts_accepted_by(standard), "")[0]
        total, differences = check_case(case, standard)
    except InputError as error:
        return {"ok": False, "text": str(error)}
    text = describe_differences(differences, standard) if differences else describe_right(total)
    return {"ok": not differences, "text": f"{case.situation}{text}"}


def answer_about(_: Mapping[str, Any], editions: Editions) -> "contract.About":
    """What runs here: Python's version, the fingerprint of our archive, and the editions."""
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "module": fingerprint(calculator.__loader__),
        "standards": [
            {"id": standard.id, "title": full_title(standard)}
            for standard in editions.standards.values()
        ],
    }


def fingerprint(loader: object) -> str | None:
    """A hash of the archive that ``loader`` reads: Python's library, our modules, the standards.

    None outside the browser, where our modules are files of their own.
    """
    archive = getattr(loader, "archive", None)
    if archive is None:
        return None
    with open(archive, "rb") as file:  # noqa: PTH123 - pathlib would be one more download
        return hashlib.sha256(file.read()).hexdigest()[:_DIGITS]
