"""The product's standards as tables: ``facts.toml`` and one folder a place.

standards/facts.toml
standards/suzhou/place.toml
standards/suzhou/2016.toml        an edition; its id is suzhou-2016
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from calculator.reading.problems import InputError, Problem
from calculator.reading.toml_file import read_toml

STANDARDS: Final = Path(__file__).parents[1] / "standards"
PLACE_FILE: Final = "place.toml"
WAYS_FILE: Final = "ways.toml"


FACTS_FILE: Final = "facts.toml"


def load_data(folder: Path = STANDARDS) -> dict[str, Any]:
    """The tables of all files, as ``read_editions`` takes them.

    Raises ``InputError`` with the fault of every file that is no TOML.
    """
    tables: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, path in standard_files(folder).items():
        try:
            tables[name] = read_toml(path, name)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    facts = tables.pop(FACTS_FILE)
    places = [name for name in tables if name.endswith(f"/{PLACE_FILE}")]
    return {
        "facts": facts,
        "places": {
            name.partition("/")[0]: {
                "place": tables.pop(name),
                "ways": tables.pop(name.replace(PLACE_FILE, WAYS_FILE), None),
            }
            for name in places
        },
        "standards": tables,
    }


def standard_files(folder: Path = STANDARDS) -> dict[str, Path]:
    """Every file that is read, by its name in messages: ``suzhou/2016.toml``.

    The facts first, then place by place the place's own file, its ways where it has any, and its
    editions.
    """
    files = {FACTS_FILE: folder / FACTS_FILE}
    for place_file in sorted(folder.glob(f"*/{PLACE_FILE}")):
        place = place_file.parent
        ways = [path for path in [place / WAYS_FILE] if path.is_file()]
        for path in (place_file, *ways, *edition_files(place)):
            files[f"{place.name}/{path.name}"] = path
    return files


def ignored_files(folder: Path = STANDARDS) -> Iterator[Problem]:
    """A fault for each file and folder that nobody reads, though who put it there may think so."""
    read = set(standard_files(folder).values())
    places = {path.parent for path in read}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path in read | places or path.name.startswith((".", "_")) or path.suffix == ".json":
            continue
        if path.parent == folder and path.is_dir():
            yield Problem("", f"没有 {PLACE_FILE}，这个文件夹没有读", "有 place.toml 的地区", name)
        elif path.parent in places:
            expected = "地区文件夹中以小写 .toml 结尾的文件，或移到别处"
            yield Problem("", "这个文件没有读", expected, name)


def edition_files(place: Path) -> list[Path]:
    """The files of a place's editions, in the order of their names."""
    # By its own test, not by glob("*.toml"): on some systems that takes 2027.TOML too.
    return sorted(
        path
        for path in place.iterdir()
        if path.suffix == ".toml" and path.name not in (PLACE_FILE, WAYS_FILE) and path.is_file()
    )


def edition_path(standard_id: str) -> str:
    """Where the files of an edition stand below the folders of standards and golden cases.

    >>> edition_path("suzhou-2023-settlement")
    'suzhou/2023-settlement.toml'
    """
    place, _, edition = standard_id.partition("-")
    return f"{place}/{edition}.toml"
