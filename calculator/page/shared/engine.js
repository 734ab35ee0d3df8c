// The page's side of the engine: starts the worker, says how far it is, sends requests.
//
// Stages: idle → loading → ready, or → failed with a cause. Failed is terminal for a worker:
// `start` again makes a fresh one. No progress for a while is a failure; a slow network is not. After
// a failure to load, the files come past the browser's cache: a broken one would lie there for a year.
// What was asked when the engine failed is rejected; the form keeps what was typed.
// @ts-check

const STALL = 45_000; // ms without a byte or a message
const SILENCE = 20_000; // ms without an answer: a worker may be killed without an error

/** @import { Answers, Requests } from "../page_api.js" */

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} Stage
 * @typedef {"missing" | "network" | "damaged" | "forbidden" | "python" | "stalled" | "silent" | "old"} Cause
 * @typedef {{ stage: Stage, loaded: number, total: number, starting: boolean, cause?: Cause, detail?: string }} State
 * @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void, silence: number }} Waiting
 * @typedef {{ type: "response", id: number, response: string } | { type: "failed", cause: Cause, detail: string } |
 *   { type: "ready" } | { type: "progress" | "starting", loaded?: number, total?: number }} Message
 */

/** @type {State} */
const IDLE = { stage: "idle", loaded: 0, total: 0, starting: false };

export class Engine {
  /**
   * @param {string} folder where the engine's files are, ending in a slash
   * @param {(state: State) => void} changed called at every change of state
   */
  constructor(folder, changed) {
    this.folder = folder;
    this.changed = changed;
    this.state = IDLE;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    this.requests = 0;
    this.stall = 0;
    this.anew = false;
  }

  /** Load the engine, unless that has begun or is done, or this browser cannot. */
  start() {
    if (this.state.stage === "loading" || this.state.stage === "ready") return;
    if (!canRun()) return this.#fail("old", navigator.userAgent);
    this.#move({ ...IDLE, stage: "loading" });
    const anew = this.anew ? `?anew=${Date.now()}` : "";
    this.worker = new Worker(`${this.folder}worker.js${anew}`, { type: "module" });
    this.worker.onmessage = ({ data }) => this.#receive(data);
    this.worker.onerror = (event) => this.#fail("missing", event.message || "worker.js");
    this.#watch();
  }

  /**
   * Ask the module. Only when ready; rejected where the engine fails before it answers.
   * @template {keyof Answers} Ask
   * @param {{ ask: Ask } & Requests[Ask]} request
   * @returns {Promise<Answers[Ask]>}
   */
  ask(request) {
    if (this.state.stage !== "ready") return Promise.reject(new Error("not ready"));
    const id = ++this.requests;
    return new Promise((resolve, reject) => {
      const silence = setTimeout(() => this.#fail("silent", `no answer to ${id}`), SILENCE);
      this.waiting.set(id, { resolve, reject, silence });
      this.worker?.postMessage({ id, request: JSON.stringify(request) });
    });
  }

  /** @param {Message} message */
  #receive(message) {
    if (message.type === "response") {
      const waiting = this.waiting.get(message.id);
      clearTimeout(waiting?.silence);
      this.waiting.delete(message.id);
      waiting?.resolve(JSON.parse(message.response));
    } else if (message.type === "failed") {
      this.#fail(message.cause, message.detail);
    } else if (message.type === "ready") {
      clearTimeout(this.stall);
      this.#move({ ...this.state, stage: "ready" });
    } else {
      this.#watch();
      const { loaded = this.state.loaded, total = this.state.total } = message;
      this.#move({ ...this.state, loaded, total, starting: message.type === "starting" });
    }
  }

  #watch() {
    clearTimeout(this.stall);
    this.stall = setTimeout(() => this.#fail("stalled", "no progress"), STALL);
  }

  /**
   * @param {Cause} cause
   * @param {string} detail
   */
  #fail(cause, detail) {
    clearTimeout(this.stall);
    this.anew = this.state.stage === "loading";
    this.worker?.terminate();
    this.worker = null;
    for (const { reject, silence } of this.waiting.values()) {
      clearTimeout(silence);
      reject(new Error(cause));
    }
    this.waiting.clear();
    this.#move({ ...IDLE, stage: "failed", cause, detail });
  }

  /** @param {State} state */
  #move(state) {
    this.state = state;
    this.changed(state);
  }
}

/**
 * Whether this browser has what Pyodide needs: told before anything is downloaded, because there
 * it would load everything and then wait without end. Chrome 97, Firefox 114, Safari 16.4 and
 * later do.
 */
function canRun() {
  // prettier-ignore
  const referenceTypes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
  return (
    typeof WebAssembly === "object" &&
    "Tag" in WebAssembly &&
    "instantiateStreaming" in WebAssembly &&
    WebAssembly.validate(referenceTypes) &&
    typeof DecompressionStream === "function" &&
    typeof TransformStream === "function"
  );
}
