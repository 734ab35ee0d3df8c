"""A list of all that the site is made of and with, as CycloneDX JSON, for security reviewers.

From the lock files and from what each package says of itself; nothing is asked of a registry.
``scope`` is ``required`` for what visitors' devices run, ``excluded`` for tools of the build and of
the tests, of which nothing is sent.
"""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT: Final = Path(__file__).parents[3]
NPM_LOCK: Final = ROOT / "package-lock.json"
PYPI_LOCK: Final = ROOT / "requirements.txt"
PRODUCT: Final = "suzhou-points"
LICENCE: Final = "Apache-2.0"
SHIPPED: Final = ("pyodide", "mkdocs-material")
"""Packages of which files, or parts of them, are in the site."""

_REQUIREMENT: Final = re.compile(r"^([\w.-]+)==(\S+)")


def components(version: str, made: int) -> Bom:
    """The list for that version of ours; ``made`` is its time, in seconds since 1970.

    Two lists of the same version, time and lock files are the same.
    """
    product = Component(
        type=ComponentType.APPLICATION,
        name=PRODUCT,
        bom_ref=PRODUCT,
        version=version,
        licenses=[LicenseExpression(LICENCE)],
    )
    found = [*_npm(), *_pypi()]
    lists = (NPM_LOCK.read_text("utf-8"), PYPI_LOCK.read_text("utf-8"))
    bom = Bom(
        # The library's own would be random: this one is that of what the list is made from.
        serial_number=uuid5(NAMESPACE_OID, "\n".join((version, *lists))),
        metadata=BomMetaData(component=product, timestamp=datetime.fromtimestamp(made, UTC)),
        components=found,
    )
    bom.register_dependency(
        product, [component for component in found if component.scope == ComponentScope.REQUIRED]
    )
    return bom


def write_components(version: str, made: int, site: Path) -> None:
    """Write ``site/components.cdx.json``."""
    text = JsonV1Dot6(components(version, made)).output_as_string(indent=1)
    (site / "components.cdx.json").write_text(text + "\n", "utf-8")


def _npm() -> Iterator[Component]:
    lock = json.loads(NPM_LOCK.read_text("utf-8"))
    for path, package in lock["packages"].items():
        name = path.removeprefix("node_modules/")
        if not path or "/node_modules/" in path or package.get("optional"):
            continue
        content = b64decode(package["integrity"].removeprefix("sha512-")).hex()
        namespace, _, own = name.rpartition("/")
        yield _component(
            PackageURL("npm", namespace or None, own, package["version"]),
            name=name,
            licenses=_licence(str(package.get("license", ""))),
            hashes=[HashType(alg=HashAlgorithm.SHA_512, content=content)],
            components=_inside_pyodide() if name == "pyodide" else None,
        )


def _inside_pyodide() -> list[Component]:
    """What the package says that it is built of."""
    lock = ROOT / "node_modules/pyodide/pyodide-lock.json"
    info = json.loads(lock.read_text("utf-8"))["info"]
    compiler, _, number = info["platform"].partition("_")
    built_of = {"cpython": info["python"], compiler: number.replace("_", ".")}
    return [
        _component(PackageURL("generic", None, name, version), scope=ComponentScope.REQUIRED)
        for name, version in built_of.items()
    ]


def _pypi() -> Iterator[Component]:
    for line in PYPI_LOCK.read_text("utf-8").splitlines():
        requirement = _REQUIREMENT.match(line)
        if requirement:
            name, version = requirement.groups()
            yield _component(
                PackageURL("pypi", None, name, version), licenses=_installed_licence(name)
            )


def _component(purl: PackageURL, **known: Any) -> Component:
    """A component of that address, with what else is ``known`` of it."""
    scope = ComponentScope.REQUIRED if purl.name in SHIPPED else ComponentScope.EXCLUDED
    defaults = {"name": purl.name, "scope": scope}
    return Component(version=purl.version, purl=purl, bom_ref=str(purl), **(defaults | known))


def _installed_licence(name: str) -> list[License]:
    try:
        told = metadata(name).json
    except PackageNotFoundError:  # for another system
        return []
    expression = str(told.get("license_expression", ""))
    words = str(told.get("license", "")).strip().partition("\n")[0]
    if expression or not words:
        return _licence(expression)
    return [DisjunctiveLicense(name=words)]


def _licence(expression: str) -> list[License]:
    return [LicenseExpression(expression)] if expression else []
