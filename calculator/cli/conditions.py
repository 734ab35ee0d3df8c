"""``conditions``: whether a person may apply, each condition by itself."""

import argparse
import sys
from collections.abc import Sequence
from typing import Final, TypedDict

from calculator.answers.read_answers import read_answers
from calculator.answers.saved_answers import read_saved_answers
from calculator.cli.exit_codes import DONE
from calculator.cli.loading import load_editions
from calculator.cli.options import add_facts, add_json, add_on, add_standard, add_track
from calculator.cli.selection import select_from_saved
from calculator.cli.streams import print_json, read_document
from calculator.reading.problems import InputError, Problem
from calculator.scoring.eligibility import Finding, judge, verdict
from calculator.scoring.estimate import estimate
from calculator.standard.standard import Standard
from calculator.text.conditions import describe_state, describe_verdict

SUMMARY: Final = "能不能申请：逐条判断公开的申请条件"


class JsonCondition(TypedDict):
    """How one condition stands; ``missing`` are the unanswered facts that could decide it."""

    id: str
    state: str
    missing: list[str]


class JsonConditions(TypedDict):
    """The verdict and every condition, in the order of the edition."""

    verdict: str
    conditions: list[JsonCondition]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One person, and the benefit of an edition."""
    add_facts(parser)
    add_standard(parser)
    add_track(parser)
    add_on(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """The verdict and the conditions, as words or as JSON. Raises ``InputError``."""
    saved = read_saved_answers(read_document(options.facts))
    editions = load_editions()
    on, standard = select_from_saved(options, saved, editions)
    answers = read_answers(saved.facts, editions.facts_accepted_by(standard), on)
    track = estimate(standard, answers, options.track, on).track
    if track is None:
        raise InputError([Problem("track", "没有写", f"其中之一：{'、'.join(standard.tracks)}")])
    if saved.other is not None:
        print("只判断第一位家长的条件。", file=sys.stderr)
    findings = judge(standard.conditions, answers, track, on)
    if options.json:
        print_json(conditions_json(findings))
    else:
        print(report_conditions(findings, standard))
    return DONE


def conditions_json(findings: Sequence[Finding]) -> JsonConditions:
    """The findings as the command line prints them."""
    return {
        "verdict": verdict(findings),
        "conditions": [
            {
                "id": finding.condition.id,
                "state": finding.state,
                "missing": list(finding.missing),
            }
            for finding in findings
        ],
    }


def report_conditions(findings: Sequence[Finding], standard: Standard) -> str:
    """The findings as text: the verdict, then a line for each condition, with what is missing."""
    lines = [describe_verdict(verdict(findings), findings)]
    for finding in findings:
        labels = "、".join(standard.facts_by_id[fact].label for fact in finding.missing)
        asked = f"（要看：{labels}）" if labels else ""
        lines.append(f"  {finding.condition.label}：{describe_state(finding)}{asked}")
    return "\n".join(lines)
