"""Running the command line, in a process of its own or here, and what it leaves behind."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from calculator.cli.exit_codes import AT_FAULT
from calculator.cli.main import main
from tests.support import ROOT

ON_2016 = ("--standard", "suzhou-2016", "--on", "2016-05-15")

EXAMPLE = {
    "birth_date": "1990-05-08",
    "education": "bachelor",
    "skill_level": "none",
    "professional_title": "none",
    "social_insurance_months": 96,
    "housing_fund_months": 96,
    "home_areas": [],
    "residence_months": 119,
    "family_planning_compliant": True,
    "invention_patents": 0,
    "social_contribution_claimed": False,
    "deduction_offence_claimed": False,
}


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def process(*arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
    """The command, run as its own process."""
    command = [sys.executable, "-m", "calculator", *arguments]
    ran = subprocess.run(
        command,
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment,
        timeout=60,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """The command, run here."""
    code = main(arguments)
    out, err = capsys.readouterr()
    return Ran(code, out, err)


def written(folder: Path, content: str, name: str = "facts.json") -> str:
    """The path of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode())
    return str(path)


def refused(ran: Ran) -> tuple[int, str, bool]:
    """Of a command: its code, what stands on stdout, whether it broke down."""
    return ran.code, ran.out, "Traceback" in ran.err


REFUSED = (AT_FAULT, "", False)
