"""``standards``: which editions there are, and what each rules until when."""

import argparse
from typing import Final

from calculator.cli.exit_codes import DONE
from calculator.cli.loading import load_editions
from calculator.text.edition import describe_days_in_force

SUMMARY: Final = "有哪些版本，各管到什么时候"


def add_arguments(_: argparse.ArgumentParser) -> None:
    """None."""


def run(_: argparse.Namespace) -> int:
    """The editions, a line each, and a line for each of their benefits."""
    for standard in load_editions().standards.values():
        number = standard.number or "文号未见"
        print(f"{standard.id}  {standard.title}（{standard.edition}），{number}")
        for track in standard.tracks.values():
            print(f"  {track.id}  {track.label}：{describe_days_in_force(track)}")
    return DONE
