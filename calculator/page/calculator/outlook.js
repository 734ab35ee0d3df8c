// What is reckoned when the page is at rest: the coming days, next steps, other editions.
// @ts-check

import { all, classed, element, find } from "../shared/dom.js";
import { chartOf } from "./charts.js";

/** @import { Compared, Later, NextStep, OtherEdition } from "../page_api.js" */

const LATER = "#steps, #outlook, #editions";

/**
 * @param {HTMLElement} root
 * @param {Later} later
 * @param {number} number of the answers that it belongs to: `data-answers` of the form has gone on
 *   where they have changed since
 */
export function showLater(root, { outlook, chart, steps, editions }, number) {
  const near = steps.filter(({ farther }) => !farther).map(stepOf);
  const far = steps.filter(({ farther }) => farther).map(stepOf);
  const more = far.length ? [element("li", element("details", element("summary", "更高的"), element("ul", ...far)))] : [];
  find(root, "#steps").replaceChildren(...near, ...more);
  const place = find(root, "#outlook");
  place.replaceChildren();
  if (outlook) {
    const newest = outlook.lines.slice(-1).map((line) => element("p", line));
    place.append(element("p", outlook.text), ...newest);
    if (chart) place.append(chartOf(chart));
    const days = table(["日期", "说明", "总分"], outlook.rows.map(({ on, label, text }) => [on, label, text]));
    const others = outlook.lines.slice(0, -1).map((line) => element("p", line));
    place.append(element("details", element("summary", "逐日看"), days, ...others));
  }
  const list = find(root, "#editions");
  const open = new Set(all(list, "details[open]").map(({ dataset }) => dataset.standard));
  list.replaceChildren(...editions.map((edition) => compared(edition, open.has(edition.standard))));
  for (const [fold, has] of [["#steps-fold", steps.length], ["#outlook-fold", outlook], ["#editions-fold", editions.length]]) {
    find(root, /** @type {string} */ (fold)).hidden = !has;
  }
  for (const shown of all(root, LATER)) shown.dataset.answers = String(number);
}

/** @param {NextStep} step */
const stepOf = ({ label, text, gain_text: gain, who, costs }) =>
  element("li", `${[who, label].filter(Boolean).join("的")}：${text}，`, element("b", gain), costs ? `。${costs}` : "");

/**
 * @param {HTMLElement} root
 * @param {number} number
 */
export function showNoLater(root, number) {
  for (const shown of all(root, LATER)) {
    shown.replaceChildren();
    shown.dataset.answers = String(number);
  }
}

/**
 * @param {OtherEdition} edition
 * @param {boolean} open
 */
function compared(edition, open) {
  const made = element("details", element("summary", edition.title, element("b", edition.text)), ...body(edition));
  if (edition.other) made.append(element("h3", `孩子另一位家长：${edition.other.text}`), ...body(edition.other));
  made.dataset.standard = edition.standard;
  made.open = open;
  return made;
}

/** @param {Compared} compared */
function body({ rows, same, ask_again: again }) {
  const parts = [];
  if (rows.length) parts.push(table(["项目", "现在这一版", "那一版"], rows.map(({ label, was, now }) => [label, was, now])));
  parts.push(element("p", `其余 ${same} 项对您的总分没有影响。`));
  if (again.length) {
    parts.push(
      element("p", "两版问的不是一回事，要重新回答，这里先当作不清楚："),
      element("ul", ...again.map(({ label, text }) => element("li", `${label}：${text}`))),
    );
  }
  return parts;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const titles = element("tr", ...head.map((title) => element("th", title)));
  const body = rows.map((row) => element("tr", ...row.map((cell) => element("td", cell))));
  return classed(element("table", element("thead", titles), element("tbody", ...body)), "plain");
}
