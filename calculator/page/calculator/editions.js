// Which benefit, day and edition the form asks for.
//
// The edition is the one in force on the day, or else the one last seen, until another is chosen.
// Each edition's questions lie ready in the page. An answer goes along to another edition where
// both count the same by it (`data-counts` is equal); elsewhere the question is asked again.
// @ts-check

import { all, find } from "../shared/dom.js";
import { editionOn } from "../shared/day.js";
import { OTHER, fill, typed } from "./form.js";
import { addParent } from "./second_parent.js";

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
    /** Whether the edition was chosen by name. */
    this.pinned = false;
  }

  /** Follow a change of edition, benefit or day; nothing else changes. */
  follow() {
    const { standard, track, on } = this.chosen;
    const choices = all(this.form, ".editions [data-tracks]");
    const fits = choices.filter((choice) => has(choice, track));
    for (const choice of choices) choice.hidden = !fits.includes(choice);
    const wanted = fits.find((choice) => radioOf(choice).value === standard);
    const ruling = editionOn(fits, track, on);
    const shown = (this.pinned && wanted) || ruling || wanted || fits[0];
    if (!wanted) this.pinned = false;
    if (shown) radioOf(shown).checked = true;
    this.#show(this.chosen.standard);
    this.#fitToTrack();
    this.#tell();
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
    if (fits) this.pinned = true;
    for (const [name, value] of Object.entries({ standard, track })) {
      const radio = value && this.form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`);
      if (radio instanceof HTMLInputElement) radio.checked = true; // what is not on the page changes nothing
    }
    this.follow();
  }

  /** Show the second parent's questions where something is known of them. */
  openParent() {
    if (!this.twoParents) this.#toggleParent();
  }

  /** Forget what was typed for the editions that are not on show. */
  forget() {
    const shown = /** @type {HTMLElement} */ (this.place.firstElementChild);
    this.shown = new Map([[shown.dataset.standard ?? "", shown]]);
  }

  closeParent() {
    if (this.twoParents) this.#toggleParent();
  }

  get twoParents() {
    return this.button.getAttribute("aria-expanded") === "true";
  }

  get chosen() {
    const chosen = (/** @type {string} */ name) =>
      /** @type {HTMLInputElement | null} */ (this.form.querySelector(`[name="${name}"]:checked`))?.value ?? "";
    const on = /** @type {HTMLInputElement} */ (find(this.form, '[name="on"]')).value;
    return { standard: chosen("standard"), track: chosen("track"), on };
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
    const named = (/** @type {string} */ name) => name.replace(OTHER, "");
    const answered = Object.keys(answers).filter((name) => answers[name] && counts.has(named(name)));
    const same = (/** @type {string} */ name) => counts.get(named(name)) === own.get(named(name));
    const carried = Object.keys(answers).filter((name) => counts.has(named(name)) && same(name));
    const apart = answered.filter((name) => own.has(named(name)) && !same(name));
    const second = this.twoParents;
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
      .filter((question) => facts.includes(question.dataset.fact ?? ""))
      .map((question) => find(question, "legend, label.ask").textContent);
    const place = find(this.form, "#apart");
    place.hidden = !labels.length;
    place.textContent = labels.length ? `这一版问的和前一版不是一回事，请重新回答：${labels.join(" ")}` : "";
  }

  #fitToTrack() {
    const { track, on } = this.chosen;
    for (const place of all(this.form, "#questions [data-tracks], #questions .dated")) {
      place.hidden = !(has(place, track) && holds(place, on));
    }
    for (const list of all(this.form, ".statements, .ticks")) {
      list.hidden = !all(list, "[data-met], .tick").some((place) => !place.hidden);
    }
    const choice = find(this.form, '[name="track"]:checked').closest(".choice");
    this.second.hidden = !choice?.hasAttribute("data-child");
  }

  /** One quiet line: the benefit, the edition, and the day. */
  #tell() {
    const { on } = this.chosen;
    const said = (/** @type {string} */ name) =>
      this.form.querySelector(`[name="${name}"]:checked + span`)?.firstChild?.textContent?.trim() ?? "";
    const basis = [said("standard"), on].filter(Boolean).join(" · ");
    find(this.form, "#basis summary").textContent = `按 ${basis} [换]`;
    find(this.form, "#context span").textContent = `${said("track")} · ${basis}`;
  }

  #toggleParent() {
    const opening = !this.twoParents;
    this.button.setAttribute("aria-expanded", String(opening));
    this.button.textContent = opening ? "只算一位家长" : "孩子另一位家长也算一算，取高的一位";
    this.form.classList.toggle("two", opening);
    const questions = /** @type {HTMLElement} */ (this.place.firstElementChild);
    for (const answer of all(questions, ".answer.second")) answer.remove();
    if (opening) addParent(questions);
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** @param {HTMLElement} choice */
const radioOf = (choice) => /** @type {HTMLInputElement} */ (find(choice, "input"));

/**
 * Whether it concerns the benefit; what names none concerns all.
 * @param {HTMLElement} place
 * @param {string} track
 */
const has = (place, track) => place.dataset.tracks === undefined || place.dataset.tracks.split(" ").includes(track);

/**
 * Whether it is said on the day: from, until, or only past a day.
 * @param {HTMLElement} place
 * @param {string} on
 */
function holds(place, on) {
  const { from = "", until = "9999", past = "" } = place.dataset;
  return from <= on && on <= until && (!past || on > past);
}

/** @param {HTMLElement} questions */
const countsOf = (questions) =>
  new Map(all(questions, ".question:not([data-unsent])").map((question) => [question.dataset.fact ?? "", question.dataset.counts]));
