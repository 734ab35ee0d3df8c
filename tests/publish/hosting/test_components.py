"""The list of components: valid CycloneDX, the same each time, and it names what is sent."""

import json
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from calculator.publish.hosting.components import SHIPPED, write_components

pytestmark = pytest.mark.node
MADE = 1_764_000_000


def written(folder: Path) -> str:
    """The list as the site has it."""
    write_components("1.2.3", MADE, folder)
    return (folder / "components.cdx.json").read_text("utf-8")


@pytest.fixture
def listed(tmp_path: Path) -> dict[str, dict[str, Any]]:
    """The components by name."""
    document = json.loads(written(tmp_path))
    return {component["name"]: component for component in document["components"]}


def test_list_is_valid_cyclonedx(tmp_path: Path) -> None:
    """By the schema of its version, which the library brings; no key that it does not know."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written(tmp_path)) is None


def test_two_lists_are_the_same(tmp_path: Path) -> None:
    """No time of this machine, no random number."""
    assert written(tmp_path) == written(tmp_path)


def test_what_is_sent_is_required(listed: dict[str, dict[str, Any]]) -> None:
    """And nothing else is."""
    sent = [name for name, component in listed.items() if component["scope"] == "required"]
    assert sorted(sent) == sorted(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_sent_has_a_licence(listed: dict[str, dict[str, Any]], name: str) -> None:
    """As its package says."""
    assert listed[name]["licenses"]


def test_pyodide_is_listed_with_what_it_is_built_of(listed: dict[str, dict[str, Any]]) -> None:
    """From its lock file."""
    inside = [component["name"] for component in listed["pyodide"]["components"]]
    assert inside == ["cpython", "emscripten"]


def test_product_depends_on_what_is_sent(tmp_path: Path) -> None:
    """By reference."""
    document = json.loads(written(tmp_path))
    [depends] = [told["dependsOn"] for told in document["dependencies"] if "dependsOn" in told]
    names = {component["bom-ref"]: component["name"] for component in document["components"]}
    assert sorted(names[reference] for reference in depends) == sorted(SHIPPED)


def test_list_holds_no_address_of_a_registry(tmp_path: Path) -> None:
    """Only the schema's."""
    assert written(tmp_path).count("://") == 1
