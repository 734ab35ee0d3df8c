// The calculator page: joins form, engine and result.
//
// The form can be used at once; as soon as the engine is ready it is estimated as it stands, and
// again at every change. What takes longer, the coming days and other editions, follows at rest.
// @ts-check

import { all, find } from "../shared/dom.js";
import { Editions } from "./editions.js";
import { Engine } from "../shared/engine.js";
import { clear, fill, prepare, showErrors, typed } from "./form.js";
import { prepareKeeping } from "./keeping.js";
import { showLater, showNoLater } from "./later.js";
import { showNoResult, showResult } from "./result.js";
import { showEdition, showStanding } from "./standing.js";
import { EngineStatus } from "../shared/status.js";

const REST = 400; // ms without a change

const root = /** @type {HTMLElement} */ (document.getElementById("calculator"));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const status = new EngineStatus(
  find(root, "#engine-status"),
  () => engine.start(),
  "已填的内容都还在。",
);
const engine = new Engine(new URL(root.dataset.engineFolder ?? "", document.baseURI).href, show);
const editions = new Editions(form);

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
/** @type {any} */
let last;

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
  showResult(root, last);
  showStanding(root, last);
  if (performance.getEntriesByName("calculator:first-estimate").length) {
    performance.measure("calculator:estimate", { start: begin });
  } else {
    performance.mark("calculator:first-estimate");
  }
}

/** Beside the fields, and once aloud: who hears the page has left the field by then. */
function tellErrors() {
  const found = showErrors(form, last.errors, last.since);
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

/** @param {string} ask */
function asked(ask) {
  const { standard, track, on, ...fields } = typed(form);
  return { ask, standard, track, on, today: today(), fields };
}

/** @param {{ standard: string | null, track: string | null }} choice */
function choose(choice) {
  editions.choose(choice);
  void estimate().catch(() => {});
}

/** @param {string} standard */
function change(standard) {
  choose({ standard, track: null });
  find(form, '[name="standard"]:checked').focus(); // the button that was pressed goes
}

/** @param {{ text: string } | { fragment: string }} document */
async function open(document) {
  const opened = await engine.ask({ ask: "open", today: today(), ...document });
  if (opened.error) return opened;
  empty();
  editions.choose(opened);
  if (Object.keys(opened.fields).some((name) => name.startsWith("other."))) editions.openParent();
  fill(form, { ...opened.fields, on: opened.on });
  void estimate().catch(() => {});
  return opened;
}

function empty() {
  clear(form);
  editions.closeParent();
  editions.forget();
  on.value = today();
}

/** Today where the policy is, whatever clock zone the visitor is in. */
function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()); // 2026-11-23
}

const on = /** @type {HTMLInputElement} */ (form.elements.namedItem("on"));
on.value ||= today();
prepare(form);
const openFragment = prepareKeeping(root, () => engine.ask(asked("keep")), open, () => {
  empty();
  void estimate().catch(() => {});
});
form.addEventListener("input", ({ target }) => {
  const { name } = /** @type {HTMLInputElement} */ (target);
  if (name === "standard" || name === "track") editions.follow();
  void estimate().catch(() => {}); // a failure is shown by `show`
});
form.addEventListener("focusout", () => {
  setTimeout(() => last && tellErrors()); // once the focus has moved on
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeprint", () => {
  for (const line of all(root, "#lines > details:not([open], .folded)")) line.toggleAttribute("open", line.toggleAttribute("data-paper"));
  const edition = last?.edition;
  find(root, "#result-head").textContent = edition
    ? `${edition.title}。${edition.text}情况截至 ${on.value}，打印于 ${today()}。`
    : "";
});
addEventListener("afterprint", () => {
  for (const line of all(root, "[data-paper]")) line.toggleAttribute("open", line.toggleAttribute("data-paper"));
});
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
