// May I apply, which way needs no points, by when, with which papers: shows what the module says.
// @ts-check

import { all, classed, element, find, put } from "../shared/dom.js";
import { textOf } from "./form.js";

/** @import { Condition, Edition, Estimated } from "../page_api.js" */

const FIRST = "您";
const SECOND = "孩子另一位家长";

/**
 * A way without points whose question is answered so is told first, and the rest waits until
 * somebody wants the points all the same.
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
export function showWays(root, form) {
  let stopped = false;
  for (const way of all(form, ".way")) {
    const fact = way.parentElement?.querySelector(".question")?.getAttribute("data-fact") ?? "";
    const text = textOf(form, fact);
    const fits = text !== "" && (way.dataset.values ?? "").split(" ").includes(text);
    if (!fits) way.removeAttribute("data-passed");
    way.classList.toggle("open", fits);
    stopped ||= fits && !way.closest("[hidden]") && !way.hasAttribute("data-passed");
  }
  root.toggleAttribute("data-stopped", stopped);
}

/**
 * @param {HTMLElement} root
 * @param {Estimated} answer
 */
export function showEligibility(root, answer) {
  showConditions(root, answer);
  const { window: opening, past, papers, contact } = answer;
  put(find(root, "#window"), opening ? `${opening.label}：${opening.words}${opening.text}` : "");
  put(find(root, "#past-words"), past?.text ?? "");
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
  find(root, "#papers-fold").hidden = !papers.length;
  find(root, "#go").hidden = !papers.length && !opening && !contact;
  put(
    find(root, "#papers"),
    ...papers.map((paper) =>
      element(
        "li",
        paper.label,
        classed(element("small", `${paper.who ? `${paper.who}：` : ""}${paper.for}${paper.sure ? "" : "（有这一项才要）"}`), "passport"),
      ),
    ),
  );
  put(find(root, "#contact"), contact ? `${contact.text}${contact.clause ? `依据：${contact.clause}。` : ""}` : "");
  put(find(root, "#disclaimer"), answer.disclaimer);
}

/**
 * Say where the chosen edition does not rule today, with one tap to the one that does.
 * @param {HTMLElement} root
 * @param {Edition} edition
 * @param {(standard: string) => void} choose
 */
export function showEdition(root, { newer }, choose) {
  for (const place of all(root, "#newer, #rules-now")) {
    if (newer && place.firstChild?.textContent === newer.text) continue; // its button may have the focus
    place.hidden = !newer;
    place.replaceChildren(newer?.text ?? "");
    if (!newer?.standard) continue;
    const button = element("button", "换成这一版");
    button.type = "button";
    button.addEventListener("click", () => choose(newer.standard ?? ""));
    place.append(button);
  }
}

/**
 * @param {HTMLElement} root
 * @param {Estimated} answer
 */
function showConditions(root, { conditions, other_conditions: other }) {
  const verdict = find(root, "#verdict");
  put(verdict, conditions ? `${other ? `${FIRST}：` : ""}${conditions.text}` : "");
  verdict.dataset.verdict = conditions?.verdict ?? "";
  const rows = (conditions?.rows ?? []).map(row);
  if (other) rows.push(element("li", element("b", `${SECOND}：${other.text}`)), ...other.rows.map(row));
  put(find(root, "#conditions"), ...rows);
  find(root, "details:has(> #conditions)").hidden = !rows.length;
  const told = [conditions, other].flatMap((of, index) =>
    (of?.rows ?? [])
      .filter(({ state }) => state === "unmet" || state === "another_route")
      .map(({ state_words: state, text }) =>
        element("p", element("b", `${index ? `${SECOND}：` : ""}${state}`), `：${text}`),
      ),
  );
  for (const place of all(root, ".told-unmet")) put(place, ...told.map((said) => said.cloneNode(true)));
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
