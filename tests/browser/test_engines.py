"""The calculator works in Firefox ESR and in WebKitGTK as well."""

from tests.browser.engines import Engine
from tests.browser.visits import EXPLAINED, READY


def test_an_empty_form_is_estimated(other_engine: Engine, base: str) -> None:
    """Without an answer the least is 0 points."""
    other_engine.open(f"{base}{EXPLAINED}")
    other_engine.wait_for(READY)
    assert other_engine.run('document.querySelector("#total").dataset.low') == "0"


def test_an_answer_is_counted(other_engine: Engine, base: str) -> None:
    """96 months of social insurance are 480 points."""
    other_engine.open(f"{base}{EXPLAINED}")
    other_engine.wait_for(READY)
    other_engine.run(
        """((field) => {
          field.value = "96";
          field.dispatchEvent(new Event("input", { bubbles: true }));
        })(document.querySelector('[name="social_insurance_months"]'))"""
    )
    other_engine.wait_for('#total[data-low="480"]')
