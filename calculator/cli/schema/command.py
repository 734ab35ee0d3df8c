"""``schema``: the JSON Schemas by which an editor completes and checks a standard's file."""

import argparse
import json
from pathlib import Path
from typing import Final

from calculator.cli.exit_codes import DONE
from calculator.cli.schema.make import facts_schema, standard_schema
from calculator.reading.problems import InputError, Problem, why_cannot_open
from calculator.standard.loading import STANDARDS

SUMMARY: Final = "给编辑器用的 JSON Schema"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write them."""
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        default=STANDARDS,
        help="写到哪个文件夹，默认是自带的各版所在的文件夹",
    )


def run(options: argparse.Namespace) -> int:
    """Write a file for standards and one for ``facts.toml``. Raises ``InputError``."""
    for name, text in schema_files().items():
        try:
            (options.folder / name).write_text(text, "utf-8", newline="\n")
        except OSError as error:
            raise InputError([Problem("", why_cannot_open(error), "可写的文件", name)]) from None
        print(options.folder / name)
    return DONE


def schema_files() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    schemas = {"standard.schema.json": standard_schema(), "facts.schema.json": facts_schema()}
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas.items()
    }
