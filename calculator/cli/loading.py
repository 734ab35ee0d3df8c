"""Standards read from their files and checked whole, as every command needs them."""

from pathlib import Path

from calculator.cli.check.editions import check_editions, check_standard
from calculator.reading.toml_file import read_toml
from calculator.standard.editions import Editions, read_editions
from calculator.standard.loading import load_data
from calculator.standard.read_standard import read_standard
from calculator.standard.standard import Standard


def load_editions() -> Editions:
    """All editions of the product. Raises ``InputError``."""
    return check_editions(read_editions(load_data()))


def load_standard(path: Path, editions: Editions) -> Standard:
    """A standard outside the product, which may use the product's facts. Raises ``InputError``."""
    return check_standard(read_standard(read_toml(path), path.name, editions.common_facts))
