"""What stands beside the points: past lines, conditions, the application window."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from calculator.conditions import Finding, verdict
from calculator.cutoffs import Cutoff
from calculator.door.scale import scale_of
from calculator.editions import Editions
from calculator.interval import INFINITY, Interval
from calculator.passport import CONFIDENCE
from calculator.standard import Standard, Track
from calculator.windows import window_on
from calculator.words.conditions import state_in_words, verdict_in_words
from calculator.words.past import against, line_label, year_in_words
from calculator.words.picture import picture_in_words
from calculator.words.points import points_short
from calculator.words.window import opening_in_words, out_of_force


def shown_picture(total: Interval, lines: Sequence[Cutoff], past: str) -> dict[str, Any]:
    """Certain, open and past lines on one scale."""
    main = [line for line in lines if line.area == lines[0].area]
    scale = scale_of([total], [line.points for line in main])
    return {
        "certain": scale.at(total.low),
        "open": 100.0 if total.high == INFINITY else scale.at(total.high),
        "zero": scale.at(0),
        "open_ended": total.high == INFINITY,
        "marks": [
            {
                "at": scale.at(line.points.low),
                "to": scale.at(line.points.high),
                "label": line_label(line),
                "newest": line is main[-1],
            }
            for line in main
        ],
        "text": picture_in_words(total, past),
    }


def shown_conditions(findings: Sequence[Finding]) -> dict[str, Any]:
    """May the person apply, condition by condition."""
    state = verdict(findings)
    return {
        "verdict": state,
        "text": verdict_in_words(state, findings),
        "rows": [
            {
                "id": finding.condition.id,
                "state": finding.state,
                "state_words": state_in_words(finding),
                "label": finding.condition.label,
                "text": finding.condition.reason,
                "clause": finding.condition.passport.clause,
                "confidence": finding.condition.passport.confidence,
                "confidence_words": CONFIDENCE[finding.condition.passport.confidence],
                "facts": list(finding.condition.facts),
                "missing": list(finding.missing),
            }
            for finding in findings
        ],
    }


def shown_window(
    standard: Standard, track: Track, on: date, editions: Editions
) -> dict[str, Any] | None:
    """The application window as it stands on the day, where the edition states one."""
    opening = window_on(standard.windows, track.id, on)
    if opening is None:
        return None
    shown = {"label": opening.window.label, "text": opening.window.text}
    if standard not in editions.ruling(track.id, on):
        return shown | {"open": None, "days": None, "words": out_of_force(on, track.plain)}
    words = opening_in_words(opening, on)
    return shown | {"open": opening.open, "days": opening.days, "words": words}


def shown_past(lines: Sequence[Cutoff], total: Interval, said: str) -> dict[str, Any]:
    """The past lines beside the total."""
    return {"text": said, "rows": [_past(line, total) for line in lines]}


def _past(line: Cutoff, total: Interval) -> dict[str, Any]:
    return {
        "year": line.year,
        "when": year_in_words(line),
        "area": line.area,
        "text": points_short(line.points),
        "against": against(total, line.points),
        "note": line.note,
        "confidence": line.passport.confidence,
        "confidence_words": CONFIDENCE[line.passport.confidence],
    }
