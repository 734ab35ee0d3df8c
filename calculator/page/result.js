// The result: shows what the module says. Every word and number comes from it, as text.
// @ts-check

/**
 * @typedef {{ low: number | null, high: number | null }} Ends
 * @typedef {{ item: string, part: string, label: string, points: Ends, text: string, why: string,
 *   confidence: string, confidence_words: string, clause: string | null, members: Line[] }} Line
 * @typedef {{ total: Ends, text: string, headline: string, reservations: string[],
 *   parts: { label: string, text: string }[], lines: Line[],
 *   not_counted: { item: string, label: string }[],
 *   next: { fact: string, label: string } | null }} Estimate
 */

/**
 * @param {HTMLElement} root
 * @param {Estimate} estimate
 */
export function showResult(root, estimate) {
  const total = find(root, "#total");
  total.dataset.low = end(estimate.total.low);
  total.dataset.high = end(estimate.total.high);
  total.textContent = estimate.text;
  find(root, "#headline").textContent = estimate.headline;
  find(root, "#reservations").textContent = estimate.reservations.join("");
  showNext(find(root, "#next"), estimate.next);
  find(root, "#parts").replaceChildren(
    ...estimate.parts.map(({ label, text }) => element("li", label, element("b", text))),
  );
  showLines(find(root, "#lines"), estimate.lines);
  const left = estimate.not_counted.map(({ label }) => label).join("、");
  find(root, "#not-counted").textContent = left && `未计入（分值未公布）：${left}`;
  for (const place of root.querySelectorAll(".worth")) {
    const item = /** @type {HTMLElement} */ (place).dataset.item;
    const line = estimate.lines
      .flatMap((each) => [each, ...each.members])
      .find((each) => each.item === item);
    place.textContent = line ? `计 ${line.text}` : "未计入";
    place.classList.toggle("open", !line || line.points.low !== line.points.high);
  }
}

/**
 * Without a day there is no estimate; the last one must not pass for it.
 * @param {HTMLElement} root
 */
export function showNoResult(root) {
  const total = find(root, "#total");
  total.dataset.low = total.dataset.high = "";
  total.textContent = "—";
  find(root, "#headline").textContent = "先选好日期，再估算。";
  for (const place of root.querySelectorAll("#reservations, #next, #parts, #lines, #not-counted, .worth")) {
    place.replaceChildren();
  }
}

/**
 * @param {HTMLElement} place
 * @param {Estimate["next"]} next
 */
function showNext(place, next) {
  place.replaceChildren();
  if (!next) return;
  const link = element("a", next.label);
  link.setAttribute("href", `#q-${next.fact}`);
  place.append("答这一问最能缩小范围：", link);
}

/**
 * A line an item that gives or may give points; those that give none are folded away.
 * @param {HTMLElement} list
 * @param {Line[]} lines
 */
function showLines(list, lines) {
  const open = new Set([...list.querySelectorAll("details[open]")].map((each) => each.id));
  list.replaceChildren(
    ...lines.map((line) => {
      const row = element("details", "");
      row.id = `line-${line.item}`;
      row.open = open.has(row.id);
      const none = line.points.low === 0 && line.points.high === 0;
      row.className = `${line.part}${none ? " none" : ""}`;
      const points = element("b", line.text);
      points.className = line.points.low === line.points.high ? "certain" : "open";
      const clause = line.clause ? `依据：${line.clause}。` : "";
      row.append(
        element("summary", line.label, points),
        element("p", `${line.why}。`),
        element("small", `${line.confidence_words}。${clause}`),
      );
      return row;
    }),
  );
}

/** @param {number | null} value */
const end = (value) => (value === null ? "" : String(value));

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
const find = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector));

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 * @param {...HTMLElement} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, text, ...children) {
  const made = document.createElement(name);
  made.append(text, ...children);
  return made;
}
