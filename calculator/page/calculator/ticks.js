// The lists to tick: what is ticked unfolds, one tap says that there is nothing of the rest, and one
// says that all the conditions are met. Which answers that gives stands in the page, not here.
// @ts-check

import { all, find } from "../shared/dom.js";
import { OTHER, fill, inputs, textOf } from "./form.js";

/**
 * @param {HTMLFormElement} form
 * @param {(step: HTMLElement) => void} answered called when one tap has answered a list
 */
export function prepareTicks(form, answered) {
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (button?.hasAttribute("data-none-left")) sayNone(form, button);
    else if (button?.hasAttribute("data-all-met")) sayMet(form, button);
    else return;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    answered(/** @type {HTMLElement} */ (button.closest(".step")));
  });
  form.addEventListener("input", ({ target }) => {
    const row = target instanceof HTMLInputElement && target.closest(".tick > .choice") ? target.closest(".tick") : null;
    if (row) tick(form, /** @type {HTMLElement} */ (row));
  }, true); // before the form is read
}

/** What is answered looks ticked, whoever answered it: after a file, a link, a change of edition. */
export function followTicks(/** @type {HTMLFormElement} */ form) {
  for (const row of all(form, ".tick")) {
    const [box, answers] = [boxOf(row), answersOf(form, row)];
    const none = JSON.parse(row.dataset.none ?? "[]");
    const nothing = none.length > 0 && answers.every(([name, text]) => !text || none.some((/** @type {string[]} */ [fact, value]) => bare(name) === fact && value === text));
    const some = answers.some(([, text]) => text);
    if (some && !nothing) box.checked = true; // who has unfolded a row keeps it unfolded
    row.classList.toggle("ticked", box.checked);
    row.classList.toggle("nothing", some && nothing && !box.checked);
  }
  for (const list of all(form, ".ticks")) {
    const rows = shownRows(list);
    const done = rows.length > 0 && rows.every((row) => row.matches(".ticked, .nothing"));
    find(list, "[data-none-left]").setAttribute("aria-pressed", String(done));
    const have = list.querySelector("details.have");
    if (have instanceof HTMLDetailsElement && rows.some((row) => row.matches(".ticked"))) have.open = true;
  }
  for (const list of all(form, ".statements")) {
    const met = statementsOf(form, list);
    const done = met.length > 0 && met.every(([name, text]) => textOf(form, name) === text);
    find(list, "[data-all-met]").setAttribute("aria-pressed", String(done));
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} row
 */
function tick(form, row) {
  const ticked = boxOf(row).checked;
  const [first] = answersOf(form, row);
  if (!first) return;
  if (ticked) {
    if (row.dataset.yes) fill(form, { [first[0]]: row.dataset.yes });
    else if (row.classList.contains("nothing")) fill(form, Object.fromEntries(answersOf(form, row).map(([name]) => [name, ""])));
    row.classList.add("ticked");
    row.classList.remove("nothing");
    if (!row.dataset.yes) find(row, ".unfold input:not([value=''])").focus({ preventScroll: true });
  } else {
    fill(form, Object.fromEntries(answersOf(form, row).map(([name]) => [name, ""])));
    row.classList.remove("ticked");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} button
 */
function sayNone(form, button) {
  const list = /** @type {HTMLElement} */ (button.closest(".ticks"));
  for (const row of shownRows(list)) {
    if (boxOf(row).checked) continue;
    const none = JSON.parse(row.dataset.none ?? "[]");
    for (const [fact, text] of none) {
      for (const [name] of answersOf(form, row)) if (bare(name) === fact) fill(form, { [name]: text });
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} button
 */
function sayMet(form, button) {
  const list = /** @type {HTMLElement} */ (button.closest(".statements"));
  for (const [name, text] of statementsOf(form, list)) if (!textOf(form, name)) fill(form, { [name]: text });
}

/**
 * The fields and texts that meet the conditions on show, of both parents where there are two.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @returns {[string, string][]}
 */
function statementsOf(form, list) {
  const met = all(list, "[data-met]").filter((place) => !place.closest("[hidden]"));
  return met.flatMap((place) => {
    const [fact, text] = JSON.parse(place.dataset.met ?? "[]");
    const names = [fact, OTHER + fact].filter((name) => inputs(form, name).length);
    return names.map((name) => /** @type {[string, string]} */ ([name, text]));
  });
}

/** @param {HTMLElement} list */
const shownRows = (list) => all(list, ".tick").filter((row) => !row.closest("[hidden]"));

/** @param {HTMLElement} row */
const boxOf = (row) => /** @type {HTMLInputElement} */ (find(row, ":scope > .choice input"));

/**
 * Every field of the row with its text; those of the first parent first.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} row
 * @returns {[string, string][]}
 */
function answersOf(form, row) {
  const names = new Set(all(row, ".unfold [name]").map((input) => input.getAttribute("name") ?? ""));
  return [...names].map((name) => [name, textOf(form, name)]);
}

/** @param {string} name */
const bare = (name) => (name.startsWith(OTHER) ? name.slice(OTHER.length) : name);
