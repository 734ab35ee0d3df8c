// May I apply, by when, against which lines, with which papers: shows what the module says.
// @ts-check

import { classed, element, find, put } from "../shared/dom.js";

/**
 * @typedef {{ state: string, state_words: string, label: string, text: string, clause: string | null,
 *   confidence_words: string, missing: string[] }} Condition
 * @typedef {{ verdict: string, text: string, rows: Condition[] }} Conditions
 * @typedef {{ conditions: Conditions | null, other_conditions: Conditions | null,
 *   window: { label: string, text: string, words: string } | null,
 *   past: { text: string, rows: { when: string, area: string, text: string, against: string,
 *     note: string, confidence_words: string }[] } | null,
 *   papers: { label: string, for: string, sure: boolean }[],
 *   contact: { text: string, clause: string | null, confidence_words: string } | null,
 *   disclaimer: string,
 *   edition: { title: string, text: string, newer: { standard: string | null, text: string } | null } }} Standing
 */

/**
 * @param {HTMLElement} root
 * @param {Standing} answer
 */
export function showStanding(root, answer) {
  showConditions(root, answer);
  const { window: opening, past, papers, contact } = answer;
  put(find(root, "#window"), opening ? `${opening.label}：${opening.words}${opening.text}` : "");
  put(find(root, "#past-words"), past?.text ?? "");
  find(root, "#past-rows").hidden = !past?.rows.length;
  put(
    find(root, "#past"),
    ...(past?.rows ?? []).map((row) =>
      element(
        "li",
        element("b", `${row.when} ${row.area} ${row.text}`),
        `：${row.against}。`,
        classed(element("small", `${row.confidence_words}。${row.note}`), "passport"),
      ),
    ),
  );
  put(
    find(root, "#papers"),
    ...papers.map((paper) =>
      element("li", paper.label, classed(element("small", `${paper.for}${paper.sure ? "" : "（有这一项才要）"}`), "passport")),
    ),
  );
  put(find(root, "#contact"), contact ? `${contact.text}${contact.clause ? `依据：${contact.clause}。` : ""}` : "");
  put(find(root, "#disclaimer"), answer.disclaimer);
}

/**
 * Say where the chosen edition does not rule today, with one tap to the one that does.
 * @param {HTMLElement} root
 * @param {Standing["edition"]} edition
 * @param {(standard: string) => void} choose
 */
export function showEdition(root, { newer }, choose) {
  const place = find(root, "#newer");
  if (newer && place.firstChild?.textContent === newer.text) return; // its button may have the focus
  place.hidden = !newer;
  place.replaceChildren(newer?.text ?? "");
  if (!newer?.standard) return;
  const button = element("button", "换成这一版");
  button.type = "button";
  button.addEventListener("click", () => choose(newer.standard ?? ""));
  place.append(button);
}

/**
 * @param {HTMLElement} root
 * @param {Standing} answer
 */
function showConditions(root, { conditions, other_conditions: other }) {
  const verdict = find(root, "#verdict");
  put(verdict, conditions ? `${other ? "第一位家长：" : ""}${conditions.text}` : "");
  verdict.dataset.verdict = conditions?.verdict ?? "";
  const rows = (conditions?.rows ?? []).map(row);
  if (other) rows.push(element("li", element("b", `第二位家长：${other.text}`)), ...other.rows.map(row));
  put(find(root, "#conditions"), ...rows);
}

/** @param {Condition} condition */
function row(condition) {
  const made = classed(element("li"), condition.state);
  const clause = condition.clause ? `依据：${condition.clause}。` : "";
  made.append(
    classed(element("b", condition.state_words), "state"),
    element("span", condition.label, classed(element("span", `：${condition.text}`), "text")),
    classed(element("small", `${condition.confidence_words}。${clause}`), "passport"),
  );
  return made;
}
