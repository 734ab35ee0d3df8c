"""What stands beside the points: past lines, conditions, the application window."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from calculator.page_api.chart_scale import scale_of
from calculator.scoring.eligibility import Finding, verdict
from calculator.standard.cutoffs import Cutoff
from calculator.standard.editions import Editions
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Standard, Track
from calculator.standard.windows import window_on
from calculator.text.conditions import describe_state, describe_verdict
from calculator.text.cutoffs import describe_against, describe_year, line_label
from calculator.text.range_chart import describe_picture
from calculator.text.windows import describe_opening, out_of_force
from calculator.values.chinese import format_interval
from calculator.values.interval import INFINITY, Interval


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
        "text": describe_picture(total, past),
    }


def shown_conditions(findings: Sequence[Finding]) -> dict[str, Any]:
    """May the person apply, condition by condition."""
    state = verdict(findings)
    return {
        "verdict": state,
        "text": describe_verdict(state, findings),
        "rows": [
            {
                "id": finding.condition.id,
                "state": finding.state,
                "state_words": describe_state(finding),
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
    words = describe_opening(opening, on)
    return shown | {"open": opening.open, "days": opening.days, "words": words}


def shown_past(lines: Sequence[Cutoff], total: Interval, said: str) -> dict[str, Any]:
    """The past lines beside the total."""
    return {"text": said, "rows": [_past(line, total) for line in lines]}


def _past(line: Cutoff, total: Interval) -> dict[str, Any]:
    return {
        "year": line.year,
        "when": describe_year(line),
        "area": line.area,
        "text": format_interval(line.points),
        "against": describe_against(total, line.points),
        "note": line.note,
        "confidence": line.passport.confidence,
        "confidence_words": CONFIDENCE[line.passport.confidence],
    }
