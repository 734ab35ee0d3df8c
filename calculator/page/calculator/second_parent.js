// The other parent's answers, beside the first's in every question that is not about the household.
// @ts-check

import { all, classed, element } from "../shared/dom.js";
import { OTHER } from "./form.js";

const WHO = "孩子另一位家长";
const NAMED = ["id", "for", "name", "data-error-of", "data-counted-of", "data-none-of", "data-add-to"];

/** @param {HTMLElement} questions of an edition, as they stand */
export function addParent(questions) {
  for (const question of all(questions, ".question:not([data-household], [data-unsent])")) {
    const first = /** @type {HTMLElement} */ (question.querySelector(":scope > .answer"));
    const second = /** @type {HTMLElement} */ (first.cloneNode(true));
    second.classList.add("second");
    second.setAttribute("role", "group");
    second.setAttribute("aria-label", `${WHO}：${question.dataset.label}`);
    for (const part of all(second, ".measure + .measure, .settled")) part.remove();
    for (const part of all(second, "*")) rename(part, question.dataset.label ?? "");
    second.prepend(classed(element("p", WHO), "whose"));
    question.append(second);
  }
}

/**
 * @param {HTMLElement} part
 * @param {string} label of the question
 */
function rename(part, label) {
  for (const name of NAMED) {
    const value = part.getAttribute(name);
    if (value) part.setAttribute(name, name === "id" || name === "for" ? value.replace("-", `-${OTHER}`) : OTHER + value);
  }
  const described = part.getAttribute("aria-describedby");
  if (described) part.setAttribute("aria-describedby", described.split(" ").filter((id) => !id.startsWith("h-")).map((id) => id.replace("-", `-${OTHER}`)).join(" "));
  if (part.matches(".error, .counted")) part.textContent = "";
  if (!(part instanceof HTMLInputElement)) return;
  if (part.type === "radio") part.checked = part.value === "";
  else if (part.type === "checkbox") part.checked = false;
  else {
    part.value = "";
    part.setAttribute("aria-label", `${WHO}：${label}`);
  }
  part.removeAttribute("aria-invalid");
}
