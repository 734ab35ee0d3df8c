// The JavaScript peer: the base table of 2016 written for publicodes, unknown answers being none.
// @ts-check

import Engine from "./engine/publicodes.js";
import rules from "./rules.json" with { type: "json" };

const ROWS = {
  age: "age",
  education: "education points",
  skill_or_title: "skill or title",
  social_insurance: "social insurance",
  housing_fund: "housing fund",
  home: "home",
  residence: "residence",
};

const engine = new Engine(rules);
const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const total = /** @type {HTMLElement} */ (document.querySelector("#total"));
const list = /** @type {HTMLElement} */ (document.querySelector("ul"));

/**
 * What was typed, as publicodes writes it.
 * @param {string} name
 * @param {string} text
 */
function written(name, text) {
  if (name === "on" || name === "birth_date") return text.split("-").reverse().join("/");
  if (name === "lives_in_own_home") return text === "true" ? "oui" : "non";
  return Number.isNaN(Number(text)) ? `'${text}'` : Number(text);
}

function estimate() {
  const situation = [];
  for (const [name, text] of new FormData(form)) {
    const rule = name.replace("home_areas", "home_area").replaceAll("_", " ");
    if (text) situation.push([rule, written(name, String(text))]);
  }
  engine.setSituation(Object.fromEntries(situation));
  const lines = Object.entries(ROWS).map(([item, rule]) => {
    const line = document.createElement("li");
    line.dataset.item = item;
    line.textContent = String(engine.evaluate(rule).nodeValue);
    return line;
  });
  list.replaceChildren(...lines);
  total.textContent = total.dataset.low = String(engine.evaluate("total").nodeValue);
}

estimate();
performance.mark("calculator:first-estimate");
form.addEventListener("input", () => {
  const begin = performance.now();
  estimate();
  performance.measure("calculator:estimate", { start: begin });
});
