"""The product's standards as tables: ``facts.toml`` and one folder a place.

standards/facts.toml
standards/suzhou/place.toml
standards/suzhou/2016.toml        an edition; its id is suzhou-2016
"""

from pathlib import Path
from typing import Any, Final

from calculator.reading.toml_file import read_toml

STANDARDS: Final = Path(__file__).parents[1] / "standards"
PLACE_FILE: Final = "place.toml"
WAYS_FILE: Final = "ways.toml"


def load_data(folder: Path = STANDARDS) -> dict[str, Any]:
    """The tables of all files, as ``read_editions`` takes them. Raises ``InputError``."""
    places = sorted(path.parent for path in folder.glob(f"*/{PLACE_FILE}"))
    return {
        "facts": read_toml(folder / "facts.toml"),
        "places": {place.name: _read_place(place) for place in places},
        "standards": {
            f"{place.name}/{path.name}": read_toml(path)
            for place in places
            for path in edition_files(place)
        },
    }


def _read_place(folder: Path) -> dict[str, Any]:
    ways = folder / WAYS_FILE
    return {
        "place": read_toml(folder / PLACE_FILE),
        "ways": read_toml(ways) if ways.is_file() else None,
    }


def edition_files(place: Path) -> list[Path]:
    """The files of a place's editions, in the order of their names."""
    own = (PLACE_FILE, WAYS_FILE)
    return sorted(path for path in place.glob("*.toml") if path.name not in own)


def edition_path(standard_id: str) -> str:
    """Where the files of an edition stand below the folders of standards and golden cases.

    >>> edition_path("suzhou-2023-settlement")
    'suzhou/2023-settlement.toml'
    """
    place, _, edition = standard_id.partition("-")
    return f"{place}/{edition}.toml"
