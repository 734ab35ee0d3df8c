"""ask = prove, ask = about: the golden cases in this very browser, and what runs here."""

import hashlib
import sys
from collections.abc import Mapping
from typing import Any

import calculator
from calculator.reading.problems import InputError
from calculator.scoring.golden_cases import check_case, read_golden_cases
from calculator.standard.editions import Editions
from calculator.text.edition import full_title
from calculator.text.golden_cases import describe_differences, describe_right

_DIGITS = 12


def answer_prove(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """The verdict on one golden case, by the code that the tests judge with.

    ``case`` is its table; ``all_no`` the answers that it does not repeat.
    """
    tables = {"all_no": request.get("all_no") or {}, "cases": [request.get("case")]}
    try:
        standard = editions.get(str(request.get("standard")))
        case = read_golden_cases(tables, editions.facts_accepted_by(standard), "")[0]
        total, differences = check_case(case, standard)
    except InputError as error:
        named = request.get("case")
        name = str(named.get("id", "")) if isinstance(named, Mapping) else ""
        return {"name": name, "ok": False, "text": str(error)}
    text = describe_differences(differences, standard) if differences else describe_right(total)
    return {"name": case.id, "ok": not differences, "text": f"{case.situation}{text}"}


def answer_about(_: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """What runs here: Python's version, a fingerprint of module and standards, the editions."""
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "module": fingerprint(calculator.__loader__),
        "standards": [
            {"id": each.id, "title": full_title(each), "edition": each.edition}
            for each in editions.standards.values()
        ],
    }


def fingerprint(loader: object) -> str | None:
    """A hash of the archive that a zip importer reads: library, module and standards.

    None at a desk, where the module is not in an archive.
    """
    archive = getattr(loader, "archive", None)
    if archive is None:
        return None
    with open(archive, "rb") as file:  # noqa: PTH123 - pathlib would be one more download
        return hashlib.sha256(file.read()).hexdigest()[:_DIGITS]
