// Which edition and benefit the form asks for, and the second parent's questions.
//
// Each edition's questions lie ready in the page. An answer goes along to another edition where
// both count the same by it (`data-counts` is equal); elsewhere the question is asked again.
// @ts-check

import { all, find } from "../shared/dom.js";
import { fill, typed } from "./form.js";

const OTHER = "other.";

export class Editions {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.place = find(form, "#questions");
    const first = /** @type {HTMLElement} */ (this.place.firstElementChild);
    /** The questions of each edition that was shown, with what was typed. */
    this.shown = new Map([[first.dataset.standard ?? "", first]]);
    this.first = /** @type {HTMLElement} */ (first.cloneNode(true)); // the others lie in templates
    this.second = find(form, "#second-parent");
    this.button = find(form, "#add-parent");
    this.button.addEventListener("click", () => this.#toggleParent());
    this.follow();
  }

  /** Follow a change of edition or benefit; nothing else changes. */
  follow() {
    const { standard, track } = this.chosen;
    const choices = all(this.form, '.editions [data-tracks]');
    const fits = choices.filter((each) => has(each, track));
    for (const each of choices) each.hidden = !fits.includes(each);
    const input = fits.map((each) => /** @type {HTMLInputElement} */ (find(each, "input")));
    if (!input.some((each) => each.value === standard) && input[0]) input[0].checked = true;
    this.#show(this.chosen.standard);
    this.#fitToTrack();
  }

  /**
   * @param {{standard: string | null, track: string | null}} choice null leaves what is chosen; but an
   *   edition that does not rule the chosen benefit brings its first
   */
  choose({ standard, track }) {
    const fits = /** @type {HTMLElement | null | undefined} */ (
      standard && this.form.querySelector(`[name="standard"][value="${CSS.escape(standard)}"]`)?.closest("[data-tracks]")
    );
    if (!track && fits && !has(fits, this.chosen.track)) track = (fits.dataset.tracks ?? "").split(" ")[0];
    for (const [name, value] of Object.entries({ standard, track })) {
      for (const each of all(this.form, `[name="${name}"]`)) {
        const input = /** @type {HTMLInputElement} */ (each);
        if (value) input.checked = input.value === value;
      }
    }
    this.follow();
  }

  /** Show the second parent's questions where something is known of them. */
  openParent() {
    if (this.button.getAttribute("aria-expanded") === "false") this.#toggleParent();
  }

  /** Forget what was typed for the editions that are not on show. */
  forget() {
    const shown = /** @type {HTMLElement} */ (this.place.firstElementChild);
    this.shown = new Map([[shown.dataset.standard ?? "", shown]]);
  }

  closeParent() {
    if (this.button.getAttribute("aria-expanded") === "true") this.#toggleParent();
  }

  get chosen() {
    const chosen = (/** @type {string} */ name) =>
      /** @type {HTMLInputElement | null} */ (this.form.querySelector(`[name="${name}"]:checked`))?.value ?? "";
    return { standard: chosen("standard"), track: chosen("track") };
  }

  /** @param {string} id */
  #show(id) {
    const before = /** @type {HTMLElement} */ (this.place.firstElementChild);
    if (before.dataset.standard === id) return;
    const answers = typed(this.form);
    const after = this.shown.get(id) ?? this.#empty(id);
    this.shown.set(id, after);
    const counts = countsOf(before);
    const own = countsOf(after);
    const named = (/** @type {string} */ name) => name.replace(OTHER, "").replace(/\.since$/, "");
    const answered = Object.keys(answers).filter((name) => answers[name] && counts.has(named(name)));
    const same = (/** @type {string} */ name) => counts.get(named(name)) === own.get(named(name));
    const carried = Object.keys(answers).filter((name) => counts.has(named(name)) && same(name));
    const apart = answered.filter((name) => own.has(named(name)) && !same(name));
    const second = this.button.getAttribute("aria-expanded") === "true";
    this.closeParent();
    this.place.replaceChildren(after);
    if (second) this.openParent();
    fill(this.form, Object.fromEntries(carried.map((name) => [name, answers[name]])));
    this.#tellApart(after, apart.map(named));
  }

  /**
   * The questions of an edition as the page brought them.
   * @param {string} id
   */
  #empty(id) {
    const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-form="${CSS.escape(id)}"]`));
    return /** @type {HTMLElement} */ ((template?.content.firstElementChild ?? this.first).cloneNode(true));
  }

  /**
   * @param {HTMLElement} questions
   * @param {string[]} facts
   */
  #tellApart(questions, facts) {
    const labels = all(questions, ".question")
      .filter((each) => facts.includes(each.dataset.fact ?? ""))
      .map((each) => find(each, "legend, label.ask").textContent);
    const place = find(this.form, "#apart");
    place.hidden = !labels.length;
    place.textContent = labels.length ? `这一版问的和前一版不是一回事，请重新回答：${labels.join(" ")}` : "";
  }

  #fitToTrack() {
    const { track } = this.chosen;
    for (const each of all(this.form, ".question[data-tracks]")) each.hidden = !has(each, track);
    for (const block of all(this.form, ".block")) block.hidden = !block.querySelector(".question:not([hidden])");
    const choice = find(this.form, '[name="track"]:checked').closest(".choice");
    this.second.hidden = !choice?.hasAttribute("data-child");
  }

  #toggleParent() {
    const opening = this.button.getAttribute("aria-expanded") === "false";
    this.button.setAttribute("aria-expanded", String(opening));
    this.button.textContent = opening ? "不算另一位家长" : "另一位家长也算一算";
    const questions = /** @type {HTMLElement} */ (this.place.firstElementChild);
    find(this.form, "#other-questions").replaceChildren(...(opening ? [secondOf(questions)] : []));
    this.#fitToTrack();
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/**
 * @param {HTMLElement} place
 * @param {string} track
 */
const has = (place, track) => (place.dataset.tracks ?? "").split(" ").includes(track);

/** @param {HTMLElement} questions */
const countsOf = (questions) =>
  new Map(all(questions, ".question").map((each) => [each.dataset.fact ?? "", each.dataset.counts]));

/**
 * The same questions for the other parent: empty, under other names, without the household's.
 * @param {HTMLElement} questions
 */
function secondOf(questions) {
  const copy = /** @type {HTMLElement} */ (questions.cloneNode(true));
  for (const each of all(copy, "[data-household]")) each.remove();
  for (const each of all(copy, ".measure + .measure, .settled")) each.remove();
  for (const each of all(copy, "*")) {
    for (const name of ["id", "for", "name", "data-error-of", "data-counted-of", "data-unknown-of", "data-none-of", "data-add-to"]) {
      const value = each.getAttribute(name);
      if (value) each.setAttribute(name, name === "id" || name === "for" ? renamed(value) : OTHER + value);
    }
    const described = each.getAttribute("aria-describedby");
    if (described) each.setAttribute("aria-describedby", described.split(" ").map(renamed).join(" "));
    if (each.matches(".error, .counted")) each.textContent = "";
    if (each instanceof HTMLInputElement) reset(each);
  }
  for (const title of all(copy, "h2")) title.prepend("另一位家长：");
  return copy;
}

/** @param {string} id `f-x` becomes `f-other.x` */
const renamed = (id) => id.replace("-", `-${OTHER}`);

/** @param {HTMLInputElement} input */
function reset(input) {
  if (input.type === "radio") input.checked = input.value === "";
  else if (input.type === "checkbox") input.checked = false;
  else input.value = "";
  input.removeAttribute("aria-invalid");
}
