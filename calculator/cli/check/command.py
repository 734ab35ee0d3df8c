"""``check``: what is wrong with the product's standards, or with files of one's own."""

import argparse

from calculator.cli.check.editions import check_together
from calculator.cli.exit_codes import DONE
from calculator.cli.loading import load_editions, load_standard


def run(options: argparse.Namespace) -> int:
    """A line for each standard without a fault. Raises ``InputError`` with every fault."""
    editions = load_editions()
    checked = [load_standard(path, editions) for path in options.paths]
    check_together(editions.common_facts, checked)
    for standard in checked or editions.standards.values():
        print(f"{standard.id}：{len(standard.items)} 项，没有发现问题")
    return DONE
