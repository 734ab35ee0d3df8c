// The calculator page: joins form, engine and result.
//
// The form can be used at once; as soon as the engine is ready it is estimated as it stands, and
// again at every change.
// @ts-check

import { Engine } from "./engine.js";
import { EngineStatus } from "./status.js";
import { prepareLists, showErrors, typed } from "./form.js";
import { showNoResult, showResult } from "./result.js";

const root = /** @type {HTMLElement} */ (document.getElementById("calculator"));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const status = new EngineStatus(
  /** @type {HTMLElement} */ (root.querySelector("#engine-status")),
  () => engine.start(),
);
const engine = new Engine(new URL(root.dataset.engineFolder ?? "", document.baseURI).href, show);

/** @param {import("./engine.js").State} state */
function show(state) {
  root.dataset.engine = state.stage;
  root.dataset.cause = state.cause ?? "";
  status.show(state);
  if (state.stage === "ready") void estimate().catch(() => {}); // a failure is shown by `show`
}

let busy = false;
let changed = false; // while busy

/** Estimate the form as it stands; typing that goes on meanwhile is estimated once, at its end. */
async function estimate() {
  changed = true;
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
}

async function estimateOnce() {
  const begin = performance.now();
  const { standard, track, on, ...fields } = typed(form);
  const answer = await engine.ask({ standard, track, on, fields });
  showErrors(form, answer.errors);
  if (!answer.estimate) return showNoResult(root);
  showResult(root, answer.estimate);
  if (performance.getEntriesByName("calculator:first-estimate").length) {
    performance.measure("calculator:estimate", { start: begin });
  } else {
    performance.mark("calculator:first-estimate");
  }
}

/** Today where the policy is, whatever clock zone the visitor is in. */
function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()); // 2026-11-23
}

const on = /** @type {HTMLInputElement} */ (form.elements.namedItem("on"));
on.value ||= today();
prepareLists(form);
form.addEventListener("input", () => void estimate().catch(() => {})); // a failure is shown by `show`
form.addEventListener("submit", (event) => event.preventDefault());
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
