// The calculator page: joins form, engine and result.
//
// The form can be used at once; as soon as the engine is ready it is estimated as it stands, and
// again at every change.
// @ts-check

import { Engine } from "./engine.js";
import { prepareLists, showErrors, typed } from "./form.js";
import { showNoResult, showResult } from "./result.js";

const root = /** @type {HTMLElement} */ (document.getElementById("calculator"));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const status = /** @type {HTMLElement} */ (root.querySelector("#engine-status"));
const bytes = Number(root.dataset.engineBytes);

const engine = new Engine(new URL(root.dataset.engineFolder ?? "", document.baseURI).href, show);

/** @param {import("./engine.js").State} state */
function show({ stage, loaded, cause }) {
  root.dataset.engine = stage;
  status.hidden = stage === "ready";
  if (stage === "loading") {
    status.textContent = `计算程序正在准备（${megabytes(Math.min(loaded, bytes))} / ${megabytes(bytes)} MB）`;
  } else if (stage === "failed") {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.textContent = "重试";
    retry.addEventListener("click", () => engine.start());
    status.replaceChildren("没能准备好计算程序，已填的内容都还在。请检查网络后", retry);
    status.dataset.cause = cause;
  } else if (stage === "ready") {
    void estimate().catch(() => {});
  }
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

/** @param {number} count */
const megabytes = (count) => (count / 1e6).toFixed(1);

/** Today where the policy is, whatever clock zone the visitor is in. */
function today() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
}

const on = /** @type {HTMLInputElement} */ (form.elements.namedItem("on"));
on.value ||= today();
prepareLists(form);
form.addEventListener("input", () => void estimate().catch(() => {})); // a failure is shown by `show`
form.addEventListener("submit", (event) => event.preventDefault());
if ("requestIdleCallback" in window) requestIdleCallback(() => engine.start(), { timeout: 1000 });
else setTimeout(() => engine.start(), 0);
