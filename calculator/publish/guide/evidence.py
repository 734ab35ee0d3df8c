"""What a page's statements rest on: collected as it is written, told in one fold at its end.

A reader wants the answer; whoever wants evidence opens 「依据」. What is weak is said where it
stands, too: ``WEAK``.
"""

from dataclasses import dataclass, field
from typing import Final

from calculator.standard.passport import CONFIDENCE, Passport

WEAK: Final = {"inferred": "推定", "disputed": "说法不一"}
"""How sure a statement is, in a word beside it, where that changes how it is to be read."""

LABEL_LENGTH: Final = 18
"""Characters of a statement that are enough to know it again."""


@dataclass
class Evidence:
    """The passports of one page, each under the words by which its statement is known."""

    said: list[tuple[str, Passport]] = field(default_factory=list)

    def note(self, words: str, passport: Passport) -> str:
        """Keep the evidence of a statement; its word of doubt, empty where there is none."""
        entry = _label(words), passport
        if entry not in self.said:
            self.said.append(entry)
        return WEAK.get(passport.confidence, "")

    def by_confidence(self) -> list[tuple[str, list[str]]]:
        """The statements with their clauses, under how sure they are, the surest first."""
        return [
            (phrase, [_with_clause(label, passport) for label, passport in found])
            for key, phrase in CONFIDENCE.items()
            if (found := [entry for entry in self.said if entry[1].confidence == key])
        ]


def describe_evidence(passport: Passport) -> str:
    """The evidence of a row in a few words: its clause where one was seen, sources, doubts.

    Two sources and more agree where nothing else is said.
    """
    count = len(passport.sources)
    told = [passport.clause] if passport.clause else []
    told.append(f"来源 {count} 处")
    if passport.confidence not in {"confirmed", "single"} or (
        passport.confidence == "single" and count > 1
    ):
        told.append(CONFIDENCE[passport.confidence])
    return "，".join(told)


def _label(words: str) -> str:
    """The beginning of a statement, up to its first stop where that is near."""
    first = words.partition("。")[0]
    return first if len(first) <= LABEL_LENGTH else f"{first[:LABEL_LENGTH]}……"


def _with_clause(label: str, passport: Passport) -> str:
    return f"{label}（{passport.clause}）" if passport.clause else label
