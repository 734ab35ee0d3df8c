// The calculator page: joins form, steps, engine and result.
//
// The form can be used at once; as soon as the engine is ready it is estimated as it stands, and
// again at every change. What takes longer, the coming days and other editions, follows at rest.
// @ts-check

import { all, find } from "../shared/dom.js";
import { today } from "../shared/day.js";
import { Editions } from "./editions.js";
import { showEdition, showEligibility, showWays } from "./eligibility.js";
import { Engine } from "../shared/engine.js";
import { OTHER, clear, everything, fill, prepare, showErrors, typed } from "./form.js";
import { showLater, showNoLater } from "./outlook.js";
import { presets } from "./presets.js";
import { showNoResult, showResult } from "./result.js";
import { prepareSaving } from "./save_open.js";
import { EngineStatus } from "../shared/status.js";
import { Steps } from "./steps.js";
import { forgetTab, remember, remembered } from "./tab_memory.js";
import { followTicks, prepareTicks } from "./ticks.js";

/** @import { Answers } from "../page_api.js" */

const REST = 400; // ms without a change

const root = /** @type {HTMLElement} */ (document.getElementById("calculator"));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const on = /** @type {HTMLInputElement} */ (form.elements.namedItem("on"));
const status = new EngineStatus(
  find(root, "#engine-status"),
  () => engine.start(),
  "已填的内容都还在。",
);
const engine = new Engine(new URL(root.dataset.engineFolder ?? "", document.baseURI).href, show);
const editions = new Editions(form);
const steps = new Steps(root, keepInTab);

/** @param {import("../shared/engine.js").State} state */
function show(state) {
  root.dataset.engine = state.stage;
  root.dataset.cause = state.cause ?? "";
  status.show(state);
  if (state.stage === "ready") void ready().catch(() => {}); // a failure is shown here, too
}

async function ready() {
  await openFragment();
  await estimate();
}

let answers = 0; // the number of the answers in the form: one more at every change
let busy = false;
let changed = false; // while busy
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
/** @type {Answers["estimate"] | undefined} */
let last;

/** What the form shows of itself, before anything is estimated. */
function follow() {
  editions.follow();
  followTicks(form);
  const answered = everything(form);
  for (const question of all(form, ".question[data-fact]")) {
    const names = [question.dataset.fact ?? "", `${OTHER}${question.dataset.fact}`];
    question.classList.toggle("answered", names.some((name) => answered[name]));
  }
  showWays(root, form);
  root.toggleAttribute("data-answered", Object.entries(typed(form)).some(([name, text]) => text && !["place", "standard", "track", "on"].includes(name)));
  steps.fit();
  keepInTab();
}

/** Estimate the form as it stands; typing that goes on meanwhile is estimated once, at its end. */
async function estimate() {
  changed = true;
  root.dataset.answers = String(++answers);
  clearTimeout(resting);
  if (busy || engine.state.stage !== "ready") return;
  busy = true;
  try {
    while (changed) {
      changed = false;
      await estimateOnce();
    }
  } finally {
    busy = false;
  }
  resting = setTimeout(() => void later().catch(() => {}), REST);
}

async function estimateOnce() {
  const begin = performance.now();
  const number = answers;
  last = await engine.ask(asked("estimate"));
  find(root, "#total").dataset.answers = String(number);
  tellErrors();
  if (last.edition) showEdition(root, last.edition, change);
  if (!last.estimate) return showNothing(number);
  showResult(root, last, (field) => steps.toField(field));
  showEligibility(root, last);
  if (performance.getEntriesByName("calculator:first-estimate").length) {
    performance.measure("calculator:estimate", { start: begin });
  } else {
    performance.mark("calculator:first-estimate");
  }
}

/** Beside the fields, and once aloud: who hears the page has left the field by then. */
function tellErrors() {
  if (!last) return;
  const found = showErrors(form, last.errors, last.understood, last.doubts);
  if (found.length) find(root, "#faults").textContent = found.join(" ");
}

async function later() {
  const number = answers;
  const answer = await engine.ask(asked("later"));
  if (number === answers && last?.estimate) showLater(root, answer, number);
}

/** @param {number} number */
function showNothing(number) {
  showNoResult(root);
  showNoLater(root, number);
}

/**
 * @template {keyof Answers} Ask
 * @param {Ask} ask
 */
function asked(ask) {
  const { place: _place, standard, track, on, ...fields } = typed(form);
  return { ask, standard, track, on, today: today(), fields };
}

/** @param {{ standard: string | null, track: string | null }} choice */
function choose(choice) {
  editions.choose(choice);
  changedByPage();
}

function changedByPage() {
  follow();
  void estimate().catch(() => {});
}

/** @param {string} standard */
function change(standard) {
  choose({ standard, track: null });
  steps.fit();
  const place = steps.single ? (steps.shown === "result" ? "#detail > h2" : "#context button") : "#basis summary";
  find(root, place).focus(); // the button that was pressed goes
}

/** @param {{ text: string } | { fragment: string }} document */
async function open(document) {
  const opened = await engine.ask({ ask: "open", today: today(), ...document });
  if ("error" in opened) return opened;
  empty();
  on.value = opened.on;
  put(opened.fields, opened);
  steps.begin("result");
  void estimate().catch(() => {});
  return opened;
}

/**
 * @param {Record<string, string>} fields
 * @param {{ standard: string | null, track: string | null }} choice
 */
function put(fields, choice) {
  editions.choose(choice);
  if (Object.keys(fields).some((name) => name.startsWith(OTHER) && fields[name])) editions.openParent();
  fill(form, fields);
  follow();
}

function empty() {
  clear(form);
  editions.closeParent();
  editions.forget();
  on.value = today();
}

/** @returns {import("./tab_memory.js").Kept} */
function asItStands() {
  const { place: _place, standard, track, on: day, ...fields } = everything(form);
  return { fields, standard, track, on: day, pinned: editions.pinned, step: steps.shown, today: today() };
}

let begun = false;

function keepInTab() {
  if (begun) remember(asItStands());
}

/** @param {import("./tab_memory.js").Kept} kept */
function bringBack(kept) {
  on.value = kept.on === kept.today ? today() : kept.on; // who meant today means today again
  put(kept.fields, kept);
  editions.pinned = kept.pinned;
  follow();
}

/** What the address names comes first, then what the tab remembers, then today. */
function begin() {
  const preset = presets();
  const kept = remembered();
  on.value ||= today();
  if (kept) bringBack(kept);
  if (preset.on) on.value = preset.on;
  if (preset.standard || preset.track) {
    if (!preset.standard) editions.pinned = false;
    editions.choose(preset);
  }
  const named = preset.standard || preset.track;
  steps.begin(history.state?.step ?? (named && kept?.track !== editions.chosen.track ? "eligibility" : (kept?.step ?? (named ? "eligibility" : "start"))));
  begun = true;
  follow();
}

prepare(form);
prepareTicks(form, (step) => {
  const first = step.querySelector(".route:not([hidden]) > .question");
  const open = all(step, ":is(.statements, .ticks):not([hidden]) [aria-pressed='false'], .gate > .question:not([hidden], .answered)");
  if (first?.matches(":not(.answered)")) return; // whether points are needed at all
  if (steps.single && !open.length) steps.next();
});
const openFragment = prepareSaving(root, {
  keep: () => engine.ask(asked("keep")),
  open,
  clear() {
    const before = asItStands();
    empty();
    forgetTab();
    changedByPage();
    return () => {
      bringBack(before);
      void estimate().catch(() => {});
    };
  },
});
form.addEventListener("input", ({ target }) => {
  const { name } = /** @type {HTMLInputElement} */ (target);
  if (name === "standard") editions.pinned = true;
  follow();
  void estimate().catch(() => {}); // a failure is shown by `show`
});
form.addEventListener("click", ({ target }) => {
  const place = /** @type {HTMLElement} */ (target);
  if (place.closest("[data-anyway]")) {
    place.closest(".way")?.setAttribute("data-passed", "");
    follow();
    find(form, ".questions .gate").scrollIntoView({ block: "nearest" });
  }
  // A finger's tap on the benefit is the step's answer; an arrow key is still choosing.
  if (place.matches('[name="track"]') && pointed && steps.single) steps.next();
});

let pointed = false; // the last thing that happened on a benefit was a press, not a key
form.addEventListener("pointerdown", ({ target }) => {
  pointed = Boolean(/** @type {HTMLElement} */ (target).closest(".tracks .choice"));
});
form.addEventListener("keydown", () => {
  pointed = false;
});
form.addEventListener("focusout", () => {
  setTimeout(tellErrors); // once the focus has moved on
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeprint", () => {
  for (const line of all(root, "#lines > details:not([open], .folded), details.on-paper:not([open])")) line.toggleAttribute("open", line.toggleAttribute("data-paper"));
  const edition = last?.edition;
  find(root, "#result-head").textContent = edition
    ? `${edition.title}。${edition.text}情况截至 ${on.value}，打印于 ${today()}。`
    : "";
});
addEventListener("afterprint", () => {
  for (const line of all(root, "[data-paper]")) line.toggleAttribute("open", line.toggleAttribute("data-paper"));
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) follow();
});
begin();
startWhenIdle();

/** When the page has come to rest, or at the first touch: whichever is earlier. */
function startWhenIdle() {
  const touched = ["pointerdown", "keydown", "focusin"];
  const start = () => {
    for (const kind of touched) removeEventListener(kind, start);
    engine.start();
  };
  for (const kind of touched) addEventListener(kind, start);
  if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 1000 });
  else setTimeout(start, 200);
}
