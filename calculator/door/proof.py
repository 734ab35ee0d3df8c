"""ask = prove, ask = about: the golden cases in this very browser, and what runs here."""

import hashlib
import sys
from collections.abc import Mapping
from typing import Any, cast

from calculator.editions import Editions
from calculator.golden import judge, read_cases
from calculator.problems import InputError
from calculator.words.edition import full_title
from calculator.words.golden import differences_in_words, right_in_words

_DIGITS = 12


def answer_prove(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """The verdict on one golden case, by the code that the tests judge with.

    ``case`` is its table; ``all_no`` the answers that it does not repeat.
    """
    tables = {"all_no": request.get("all_no") or {}, "cases": [request.get("case")]}
    try:
        standard = editions.get(str(request.get("standard")))
        case = read_cases(tables, editions.known_to(standard), "")[0]
        total, differences = judge(case, standard)
    except InputError as error:
        named = request.get("case")
        name = str(named.get("id", "")) if isinstance(named, Mapping) else ""
        return {"name": name, "ok": False, "text": str(error)}
    text = differences_in_words(differences, standard) if differences else right_in_words(total)
    return {"name": case.id, "ok": not differences, "text": f"{case.situation}{text}"}


def answer_about(standards: bytes, editions: Editions) -> dict[str, Any]:
    """What runs here: Python's version, a fingerprint of module and standards, the editions."""
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "module": _fingerprint(standards),
        "standards": [
            {"id": each.id, "title": full_title(each), "edition": each.edition}
            for each in editions.standards.values()
        ],
    }


def _fingerprint(standards: bytes) -> str:
    """A hash of every module of ours as it was loaded, and of the standards' tables."""
    digest = hashlib.sha256(standards)
    for name in sorted(sys.modules):
        module = sys.modules[name]
        if name.partition(".")[0] == "calculator" and module.__spec__ and module.__spec__.origin:
            loader = cast("Any", module.__spec__.loader)
            content = loader.get_data(module.__spec__.origin)
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()[:_DIGITS]
