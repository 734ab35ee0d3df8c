// What the self-proof page shows: progress, verdict, and the report that can be printed.
// @ts-check

import { element } from "../shared/dom.js";
import { features, quantile, seconds } from "../shared/environment.js";

/**
 * @typedef {import("./proof.js").Judged} Judged
 * @typedef {{ start: number, times: number[], all: number }} Took milliseconds
 */

export class Report {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.start = /** @type {HTMLButtonElement} */ (this.#part("#start"));
    this.bar = /** @type {HTMLProgressElement} */ (this.#part("#progress"));
    this.passed = 0;
    this.failed = 0;
    this.#part("#print").addEventListener("click", () => print());
  }

  /** Empty, and at work from now on. */
  begin() {
    this.passed = this.failed = 0;
    for (const each of ["#counts", "#cases", "#faults"]) this.#part(each).replaceChildren();
    this.#part("#report").hidden = true;
    this.bar.removeAttribute("value"); // nothing is known of how far it is
    this.bar.hidden = false;
    this.#verdict("running", "正在自检");
  }

  /**
   * @param {number} done
   * @param {number} all
   */
  progress(done, all) {
    this.bar.max = all;
    this.bar.value = done;
  }

  /**
   * One edition is done.
   * @param {string} title
   * @param {Judged[]} judged
   */
  edition(title, judged) {
    const wrong = judged.filter(({ ok }) => !ok);
    const signed = judged.filter((each) => each.case.signed?.name);
    const right = judged.length - wrong.length;
    this.passed += right;
    this.failed += wrong.length;
    const counts = [judged.length, right, wrong.length, signed.length];
    const head = element("th", title);
    head.scope = "row";
    this.#part("#counts").append(row(head, ...counts.map((count) => element("td", String(count)))));
    for (const each of wrong) this.#fault(`${title}，算例 ${each.case.id}：${each.text}`);
    const list = element("ol", ...judged.map(shown));
    const summary = element("summary", `${title}：${judged.length} 个算例`);
    this.#part("#cases").append(element("details", summary, list));
  }

  /**
   * Where it was worked out, and how long it took.
   * @param {import("../page_api.js").About} about
   * @param {string | null} cases fingerprint
   * @param {Took} took
   */
  tell(about, cases, { start, times, all }) {
    const now = new Date();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const told = {
      date: `${now.toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" })}（${zone}）`,
      address: `${location.origin}${location.pathname}`,
      module: about.module ?? "不明",
      cases: cases ?? "不明（这个网址没有用 HTTPS）",
      standards: about.standards.map(({ id }) => id).join("、"),
      python: about.python,
      browser: navigator.userAgent,
      features: features().map(([name, has]) => `${name}：${has ? "有" : "没有"}`).join("；"),
      start: seconds(start),
      each: times.length ? `中位 ${brief(quantile(times, 0.5))}，95% 在 ${brief(quantile(times, 0.95))}以内` : "",
      all: seconds(all),
    };
    for (const [name, text] of Object.entries(told)) {
      this.#part(`[data-tell="${name}"]`).textContent = text;
    }
    this.#part("#report").hidden = false;
  }

  /**
   * The total verdict.
   * @param {string[]} faults why this is no proof, whatever the verdicts on the cases
   */
  conclude(faults) {
    for (const fault of faults) this.#fault(`${fault}。`);
    this.bar.hidden = true;
    this.start.textContent = "再做一遍";
    if (this.failed) {
      this.#verdict("failed", `没有通过：${this.passed + this.failed} 个算例中有 ${this.failed} 个不一致。`);
    } else if (faults.length) {
      this.#verdict("failed", "没有通过：自检没有做全。");
    } else {
      this.#verdict("passed", `通过：${this.passed} 个算例，程序算的和手算的全部一致。`);
    }
  }

  /** @param {string} text */
  #fault(text) {
    this.#part("#faults").append(element("li", text));
  }

  /**
   * @param {"running" | "passed" | "failed"} verdict
   * @param {string} words
   */
  #verdict(verdict, words) {
    this.#part("#verdict").textContent = words;
    const { passed, failed } = this;
    Object.assign(this.root.dataset, { passed, failed, verdict });
    this.start.setAttribute("aria-disabled", String(verdict === "running")); // it keeps the focus
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }
}

/** @param {Judged} judged */
function shown({ case: { id, guards }, ok, text }) {
  const item = element("li", element("b", ok ? "一致" : "不一致"), ` ${id}：${text}`, element("small", guards));
  item.className = ok ? "right" : "wrong";
  return item;
}

/** @param {HTMLElement[]} cells */
const row = (...cells) => element("tr", ...cells);

/** @param {number} milliseconds */
const brief = (milliseconds) => `${milliseconds.toFixed(1)} 毫秒`;
