"""A list of all that the site is made of and with, as CycloneDX JSON, for security reviewers.

From the lock files and from what each package says of itself; nothing is asked of a registry.
``scope`` is ``required`` for what visitors' devices run, ``excluded`` for tools of the build and of
the tests, of which nothing is sent.
"""

import json
import re
from base64 import b64decode
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
LICENCE = "Apache-2.0"
SHIPPED = ("pyodide", "mkdocs-material")
"""Packages of which files, or parts of them, are in the site."""

_REQUIREMENT = re.compile(r"^([\w.-]+)==(\S+)")


def components(version: str) -> dict[str, Any]:
    """The CycloneDX document for that version of ours."""
    found = sorted([*_npm(), *_pypi()], key=lambda each: str(each["purl"]))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "suzhou-points",
                "name": "suzhou-points",
                "version": version,
                "licenses": [{"expression": LICENCE}],
            }
        },
        "components": found,
        "dependencies": [
            {
                "ref": "suzhou-points",
                "dependsOn": [each["bom-ref"] for each in found if each["scope"] == "required"],
            }
        ],
    }


def write_components(version: str, site: Path) -> None:
    """Write ``site/components.cdx.json``."""
    text = json.dumps(components(version), ensure_ascii=False, indent=1)
    (site / "components.cdx.json").write_text(text + "\n", "utf-8")


def _npm() -> list[dict[str, Any]]:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    found = []
    for path, package in lock["packages"].items():
        name = path.removeprefix("node_modules/")
        if not path or "/node_modules/" in path or package.get("optional"):
            continue
        made = _component(name, package["version"], f"pkg:npm/{name.replace('@', '%40')}")
        made |= _licence(str(package.get("license", "")))
        content = b64decode(package["integrity"].removeprefix("sha512-")).hex()
        made["hashes"] = [{"alg": "SHA-512", "content": content}]
        if name == "pyodide":
            made["components"] = _inside_pyodide()
        found.append(made)
    return found


def _inside_pyodide() -> list[dict[str, Any]]:
    """What the package says that it is built of."""
    lock = ROOT / "node_modules/pyodide/pyodide-lock.json"
    info = json.loads(lock.read_text("utf-8"))["info"]
    compiler, _, number = info["platform"].partition("_")
    built_of = {"cpython": info["python"], compiler: number.replace("_", ".")}
    return [
        _component(name, version, f"pkg:generic/{name}") | {"scope": "required"}
        for name, version in built_of.items()
    ]


def _pypi() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines():
        requirement = _REQUIREMENT.match(line)
        if requirement:
            name, version = requirement.groups()
            found.append(_component(name, version, f"pkg:pypi/{name}") | _installed_licence(name))
    return found


def _component(name: str, version: str, purl: str) -> dict[str, Any]:
    full = f"{purl}@{version}"
    return {
        "type": "library",
        "bom-ref": full,
        "name": name,
        "version": version,
        "purl": full,
        "scope": "required" if name in SHIPPED else "excluded",
    }


def _installed_licence(name: str) -> dict[str, Any]:
    try:
        said = metadata(name).json
    except PackageNotFoundError:  # for another system
        return {}
    expression = str(said.get("license_expression", ""))
    words = str(said.get("license", "")).strip().partition("\n")[0]
    if expression or not words:
        return _licence(expression)
    return {"licenses": [{"license": {"name": words}}]}


def _licence(expression: str) -> dict[str, Any]:
    return {"licenses": [{"expression": expression}]} if expression else {}
