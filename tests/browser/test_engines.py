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


def test_an_owner_is_told_of_the_way_without_points_and_may_count_them(
    other_engine: Engine, base: str
) -> None:
    """From the first question to the total, with the edition in force."""
    other_engine.open(f"{base}calculator/?standard=suzhou-2023-settlement&track=settlement")
    other_engine.wait_for(READY)
    other_engine.run(
        """(() => {
          const find = (selector) => document.querySelector(selector);
          find('[name="owns_home_in_suzhou"][value="true"]').click();
        })()"""
    )
    other_engine.wait_for("#calculator[data-stopped] .way.open")
    other_engine.run(
        """(() => {
          const find = (selector) => document.querySelector(selector);
          find(".way.open [data-anyway]").click();
          find("[data-all-met]").click();
          const months = { social_insurance_months: "8年", residence_months: "96" };
          for (const [name, text] of Object.entries({ ...months, home_areas: "90平" })) {
            const field = find(`[name="${name}"]`);
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
          find('[name="education"][value="bachelor"]').click();
          for (const button of document.querySelectorAll("[data-none-left]")) button.click();
        })()"""
    )
    other_engine.wait_for('#total[data-low="1035"]')
    assert "200" in other_engine.run('document.querySelector("#headline").textContent')
