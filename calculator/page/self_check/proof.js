// The self-proof: the golden cases, one after another, through the engine of the calculator.
//
// Verdicts: idle → running → passed or failed, and again at another press of the button. Passed
// means: every edition of the engine has cases, as many as the build counted, and all are right.
// Anything else is failed: cases that did not come, an engine that did not start or fell silent.
// @ts-check

import { Engine } from "../shared/engine.js";
import { fingerprint } from "../shared/environment.js";
import { Report } from "./report.js";
import { EngineStatus } from "../shared/status.js";

/**
 * @typedef {{ id: string, guards: string, signed?: { name?: string } }} Case
 * @typedef {{ standard: string, count: number, all_no: object, cases: Case[] }} Edition
 * @typedef {{ case: Case, ok: boolean, text: string, took: number }} Judged took: in milliseconds
 */

const root = /** @type {HTMLElement} */ (document.getElementById("proof"));
const report = new Report(root);
const status = new EngineStatus(
  /** @type {HTMLElement} */ (root.querySelector("#engine-status")),
  () => void run(),
);
const engine = new Engine(new URL(root.dataset.engineFolder ?? "", document.baseURI).href, show);

/** @type {(cause?: string) => void} */
let settled = () => {};
let start = 0; // ms that the engine took

/** @param {import("../shared/engine.js").State} state */
function show(state) {
  status.show(state);
  if (state.stage === "ready" || state.stage === "failed") settled(state.cause);
}

/** The engine, started; rejected with words where it does not. */
async function started() {
  if (engine.state.stage === "ready") return;
  const begin = performance.now();
  await new Promise((resolve, reject) => {
    settled = (cause) => (cause ? reject(new Error("计算程序没有启动")) : resolve(null));
    engine.start();
  });
  start = performance.now() - begin;
}

/** @returns {Promise<{ editions: Edition[], fingerprint: string | null }>} */
async function fetched() {
  const address = new URL(root.dataset.cases ?? "", document.baseURI);
  const response = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (!response?.ok) throw new Error("没有取到算例");
  const bytes = await response.arrayBuffer();
  try {
    const { editions } = JSON.parse(new TextDecoder().decode(bytes));
    return { editions, fingerprint: await fingerprint(bytes) };
  } catch {
    throw new Error("取到的算例读不懂");
  }
}

/**
 * Work out every case; the report grows on the way.
 * @returns {Promise<string[]>} why this is no proof, whatever the verdicts on the cases
 */
async function prove() {
  const cases = await fetched();
  await started();
  const begin = performance.now();
  const about = await engine.ask({ ask: "about" });
  const faults = about.standards
    .filter(({ id }) => !cases.editions.some(({ standard, count }) => standard === id && count > 0))
    .map(({ title }) => `${title}没有算例`);
  const all = cases.editions.reduce((sum, edition) => sum + edition.cases.length, 0);
  /** @type {Judged[]} */
  const judged = [];
  for (const edition of cases.editions) {
    const first = judged.length;
    const { title = edition.standard } =
      about.standards.find(({ id }) => id === edition.standard) ?? {};
    for (const each of edition.cases) {
      judged.push(await judge(edition, each));
      report.progress(judged.length, all);
    }
    if (edition.cases.length !== edition.count) {
      faults.push(`${title}应有 ${edition.count} 个算例，实有 ${edition.cases.length} 个`);
    }
    report.edition(title, judged.slice(first));
  }
  const times = judged.map(({ took }) => took);
  const took = { start, times, all: performance.now() - begin };
  report.tell(about, cases.fingerprint, took);
  return judged.length ? faults : [...faults, "一个算例也没有"];
}

/**
 * @param {Edition} edition
 * @param {Case} each
 * @returns {Promise<Judged>}
 */
async function judge({ standard, all_no }, each) {
  const begin = performance.now();
  const { ok, text } = await engine.ask({ ask: "prove", standard, all_no, case: each });
  return { case: each, ok: ok === true, text, took: performance.now() - begin };
}

async function run() {
  if (root.dataset.verdict === "running") return;
  report.begin();
  const faults = await prove().catch((error) => [
    engine.state.stage === "failed" ? "计算程序没有启动，或者中途停了" : error.message,
  ]);
  report.conclude(faults);
}

report.start.addEventListener("click", () => void run());
