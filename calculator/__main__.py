"""``python -m calculator``."""

import sys

from calculator.cli.main import main

sys.exit(main(program="python -m calculator"))
