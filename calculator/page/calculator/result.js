// The result: shows what the module says. Every word and number comes from it, as text.
// @ts-check

import { all, classed, element, find, put } from "../shared/dom.js";
import { showPicture } from "./charts.js";

/** @import { Estimate, Estimated, Line, OpenQuestion } from "../page_api.js" */

/** @typedef {(field: string) => void} ToField shows the question of a field */

/**
 * @param {HTMLElement} root
 * @param {Estimated} answer
 * @param {ToField} toField
 */
export function showResult(root, { estimate, other, family, picture, edition, verdict }, toField) {
  const total = find(root, "#total");
  const counted = family ?? estimate;
  const { low, high } = counted.against_cutoffs;
  total.dataset.low = end(low);
  total.dataset.high = end(high);
  total.toggleAttribute("data-before-deductions", verdict?.before_deductions);
  put(total, verdict?.points ?? "—");
  announce(find(root, "#announce"), `估算总分 ${total.textContent}`);
  showPicture(find(root, "#bar"), picture);
  put(find(root, "#picture-words"), picture?.text ?? "");
  put(find(root, "#family"), family?.whose ?? "");
  put(find(root, "#headline"), verdict ? `${verdict.against}${verdict.open}` : "");
  put(find(root, "#reservations"), counted.reservations.join(""));
  showNext(find(root, "#next"), counted.next, counted.then, toField);
  put(
    find(root, "#parts"),
    ...counted.parts.map(({ label, text }) => element("li", label, element("b", text))),
  );
  const guide = root.dataset.guide === edition.id;
  showLines(find(root, "#lines"), [...titled(other ? "您" : "", estimate), ...titled("孩子另一位家长", other)], guide);
  showNotCounted(find(root, "#not-counted"), estimate, toField);
  for (const place of all(root, ".worth")) {
    const line = estimate.lines
      .flatMap((item) => [item, ...item.members])
      .find(({ item }) => item === place.dataset.item);
    put(place, line ? `计 ${line.text}` : "未计入");
    place.classList.toggle("open", !line || line.points.low !== line.points.high);
  }
}

/**
 * Without an edition, a benefit and a day there is no estimate; the last one must not pass for it.
 * @param {HTMLElement} root
 */
export function showNoResult(root) {
  const total = find(root, "#total");
  total.dataset.low = total.dataset.high = "";
  total.textContent = "—";
  for (const place of all(root, "#bar, #detail p:not(.hint, .tools), #detail ul, #lines, #not-counted, .worth")) {
    if (!place.closest(".keep")) place.replaceChildren();
  }
  find(root, "#headline").textContent = "先选好日期，再估算。";
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let announcing;

/**
 * Tell a screen reader, once the typing has come to rest.
 * @param {HTMLElement} place
 * @param {string} words
 */
function announce(place, words) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (place.textContent !== words) place.textContent = words;
  }, 1500);
}

/**
 * @param {HTMLElement} place
 * @param {OpenQuestion | null} next
 * @param {OpenQuestion | null} then
 * @param {ToField} toField
 */
function showNext(place, next, then, toField) {
  const asked = then ?? next;
  if (!asked) return put(place);
  put(place, "先答这一题，分数最清楚：", link(asked, toField));
}

/**
 * @param {{ field: string, label: string }} asked
 * @param {ToField} toField
 */
function link({ field, label }, toField) {
  const made = classed(element("button", label), "quiet");
  made.type = "button";
  made.dataset.field = field; // so that the button of another question is not taken for it
  made.addEventListener("click", () => toField(field));
  return made;
}

/**
 * @param {string} title
 * @param {Estimate | null} estimate
 * @returns {(Line | string)[]}
 */
const titled = (title, estimate) => (estimate ? [...(title ? [title] : []), ...estimate.lines] : []);

/**
 * A line an item; those that certainly give nothing are folded away together.
 * @param {HTMLElement} list
 * @param {(Line | string)[]} lines
 * @param {boolean} guide whether the guide explains this edition
 */
function showLines(list, lines, guide) {
  const open = new Set(all(list, "details[open]").map(({ dataset }) => dataset.line));
  const rows = [];
  let who = "";
  /** @type {HTMLDetailsElement | null} */
  let folded = null;
  for (const line of lines) {
    if (typeof line === "string") {
      who = line;
      folded = null;
      rows.push(element("h3", line));
      continue;
    }
    const row = lineOf(line, guide);
    row.dataset.line = `${who}${line.item}`;
    if (!row.classList.contains("nothing")) rows.splice(folded ? -1 : rows.length, 0, row);
    else if (folded) folded.append(row);
    else rows.push((folded = fold(`${who}nothing`, row)));
  }
  for (const fold of rows.flatMap((row) => [row, ...all(row, "details")])) {
    if (fold instanceof HTMLDetailsElement) fold.open = open.has(fold.dataset.line);
    if (fold.matches(".folded")) find(fold, "summary").append(`没有给分的 ${fold.children.length - 1} 项`);
  }
  put(list, ...rows);
}

/**
 * @param {string} name
 * @param {HTMLElement} row
 */
function fold(name, row) {
  const made = classed(element("details", element("summary"), row), "folded");
  made.dataset.line = name;
  return made;
}

/**
 * @param {Line} line
 * @param {boolean} guide
 */
function lineOf(line, guide) {
  const none = line.points.low === 0 && line.points.high === 0;
  const certain = line.points.low === line.points.high;
  const points = classed(element("b", line.text), certain ? "certain" : "open");
  const mark = line.declared ? [classed(element("small", "官方告知"), "mark")] : [];
  const row = classed(
    element("details", element("summary", element("span", line.label, ...mark), points), element("p", `${line.why}。`)),
    `${line.part}${none ? " nothing" : ""}`,
  );
  const clause = line.clause ? `依据：${line.clause}。` : "";
  const passport = element("small", `${line.confidence_words}。${clause}`);
  if (guide) {
    const more = element("a", "看这一项的规则");
    more.href = `../standard/#item-${line.item}`;
    passport.append(more);
  }
  row.append(passport);
  return row;
}

/**
 * @param {HTMLElement} place
 * @param {Estimate} estimate
 * @param {ToField} toField
 */
function showNotCounted(place, { not_counted: left }, toField) {
  if (!left.length) return put(place);
  const items = left.map((item) => element("li", link(item, toField)));
  put(
    place,
    element("p", "没有计入：这几项的分值没有公布。知道官方告知的分值，可以填上。"),
    element("ul", ...items),
  );
}

/** @param {number | null} value */
const end = (value) => (value === null ? "" : String(value));
