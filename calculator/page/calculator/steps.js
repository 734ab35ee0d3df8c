// The steps: which one is shown on a phone, the way forward and back, and which have nothing to ask.
//
// At a desk all stand under each other and the result beside them; the styles decide that by
// `data-step` of the root and `data-step-of` of what belongs to a step. Nothing here hides a field.
// @ts-check

import { all, find } from "../shared/dom.js";
import { framed } from "../shared/framed.js";

const ORDER = ["start", "eligibility", "numbers", "extras", "result"];

export class Steps {
  /**
   * @param {HTMLElement} root
   * @param {() => void} moved called when another step is shown
   */
  constructor(root, moved) {
    this.root = root;
    this.moved = moved;
    root.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button");
      if (button?.hasAttribute("data-next")) this.next();
      else if (button?.hasAttribute("data-back")) this.#before();
      else if (button?.hasAttribute("data-result")) this.show("result");
      else if (button?.hasAttribute("data-questions")) this.show(this.#asked || this.#open[0]);
      else if (button?.hasAttribute("data-change")) this.change();
    });
    addEventListener("popstate", ({ state }) => this.#place(state?.step ?? this.first, true));
  }

  first = "start";
  #asked = "";

  get shown() {
    return this.root.dataset.step ?? "start";
  }

  /** Whether one step fills the screen. */
  get single() {
    return getComputedStyle(this.root).getPropertyValue("--single-step").trim() === "yes";
  }

  /** The steps that ask something of this person, and the result. */
  get #open() {
    return ORDER.filter((step) => step === "start" || step === "result" || this.#asks(step));
  }

  /** @param {string} step */
  #asks(step) {
    const asking = ":is(.question, .tick, .also, .dated):not([hidden])";
    return all(this.root, `#questions [data-step-of~="${step}"] ${asking}`).some(
      (place) => !place.parentElement?.closest("[hidden]"),
    );
  }

  next() {
    const open = this.#open;
    this.show(open[Math.min(open.indexOf(this.shown) + 1, open.length - 1)]);
  }

  #before() {
    if (history.state?.suzhouPoints) return history.back();
    const open = this.#open;
    this.#place(open[Math.max(open.indexOf(this.shown) - 1, 0)], true);
  }

  /** The choice of benefit, edition and day, unfolded. */
  change() {
    this.show("start");
    /** @type {HTMLDetailsElement} */ (find(this.root, "#basis")).open = true;
  }

  /**
   * Show a step; "back" of the browser leads to the one before.
   * @param {string} step
   */
  show(step) {
    if (step === this.shown) return this.#place(step, true);
    // The history of a frame is that of the page around, which could count the steps.
    if (this.single && !framed) history.pushState({ suzhouPoints: true, step }, "");
    this.#place(step, true);
  }

  /**
   * Show the question of a field, and put the focus into it.
   * @param {string} name
   */
  toField(name) {
    const input = this.root.querySelector(`form [name="${CSS.escape(name)}"]`);
    const step = input?.closest(".step")?.getAttribute("data-step-of");
    if (!(input instanceof HTMLElement) || !step) return;
    this.show(step);
    for (let place = input.closest("details"); place; place = place.parentElement?.closest("details") ?? null) place.open = true;
    const row = input.closest(".tick");
    const box = row?.querySelector(":scope > .choice input");
    const seen = row && !row.classList.contains("ticked") && box instanceof HTMLElement ? box : input;
    (seen.closest(".question") ?? seen).scrollIntoView({ block: "center" });
    seen.focus({ preventScroll: true });
  }

  /**
   * Begin with a step: where the page was opened with a benefit, or answers came back.
   * @param {string} step
   */
  begin(step) {
    this.first = step;
    this.#place(step, false);
  }

  /**
   * @param {string} step
   * @param {boolean} focus
   */
  #place(step, focus) {
    const wanted = ORDER.includes(step) ? step : "start";
    if (wanted !== "result") this.#asked = wanted;
    this.root.dataset.step = wanted;
    this.fit();
    this.moved();
    if (!focus) return;
    const place = find(this.root, `.step[data-step-of="${wanted}"]:not([hidden])`);
    const heading = place.querySelector("h2, legend");
    if (heading instanceof HTMLElement) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    (this.single ? this.root : place).scrollIntoView();
  }

  /** Follow a change of benefit or answers: progress in words, and what the buttons say. */
  fit() {
    const asking = this.#open.filter((step) => step !== "result");
    const at = asking.indexOf(this.shown);
    const words = at < 0 || asking.length < 2 ? "" : `第 ${at + 1} 步，共 ${asking.length} 步`;
    const place = find(this.root, "#progress");
    if (place.textContent !== words) place.textContent = words;
    const last = asking.at(-1) ?? "start";
    for (const button of all(this.root, "[data-next]")) {
      const step = button.closest(".step");
      const ends = step?.getAttribute("data-step-of") === last;
      const said = ends ? "看结果" : "下一步";
      if (button.textContent !== said) button.textContent = said;
    }
    for (const button of all(this.root, '[data-step-of="start"] [data-back]')) button.hidden = true;
  }
}
