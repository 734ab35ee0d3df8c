"""Standards read from their files and checked whole, as every command needs them.

A fault names the line on which it stands.
"""

from pathlib import Path

from calculator.cli.check.editions import check_editions, check_standard
from calculator.cli.locate import lines_named
from calculator.reading.toml_file import read_toml
from calculator.standard.editions import Editions, read_editions
from calculator.standard.loading import STANDARDS, load_data, standard_files
from calculator.standard.read_standard import read_standard
from calculator.standard.standard import Standard


def load_editions() -> Editions:
    """All editions of the product. Raises ``InputError``."""
    with lines_named(standard_files()):
        return check_editions(read_editions(load_data()))


def load_standard(path: Path, editions: Editions) -> Standard:
    """A standard outside the product, which may use the product's facts. Raises ``InputError``."""
    name = file_name(path)
    with lines_named({name: path}):
        return check_standard(read_standard(read_toml(path, name), name, editions.common_facts))


def file_name(path: Path) -> str:
    """What messages call the file: with its folder where it is one of the product's."""
    full = path.resolve()
    inside = full.is_relative_to(STANDARDS)
    return full.relative_to(STANDARDS).as_posix() if inside else path.name
