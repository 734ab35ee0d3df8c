// The page's side of the engine: starts the worker, says how far it is, sends requests.
//
// Stages: idle → loading → ready, or → failed with a cause. Failed is terminal for a worker:
// `start` again makes a fresh one. No progress for a while is a failure; a slow network is not.
// @ts-check

const STALL = 45_000; // ms without a byte or a message

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} Stage
 * @typedef {{ stage: Stage, loaded: number, cause: string }} State
 */

export class Engine {
  /**
   * @param {string} folder where the engine's files are, ending in a slash
   * @param {(state: State) => void} changed called at every change of state
   */
  constructor(folder, changed) {
    this.folder = folder;
    this.changed = changed;
    /** @type {State} */
    this.state = { stage: "idle", loaded: 0, cause: "" };
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    this.requests = 0;
    this.stall = 0;
  }

  /** Load the engine, unless that has begun or is done. */
  start() {
    if (this.state.stage === "loading" || this.state.stage === "ready") return;
    this.worker = new Worker(`${this.folder}worker.js`, { type: "module" });
    this.worker.onmessage = ({ data }) => this.#receive(data);
    this.worker.onerror = (event) => this.#fail(event.message || "worker");
    this.#move({ stage: "loading", loaded: 0, cause: "" });
    this.#watch();
  }

  /**
   * Ask the module. Only when ready; rejected where the engine fails before it answers.
   * @param {object} request
   * @returns {Promise<any>}
   */
  ask(request) {
    const id = ++this.requests;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.postMessage({ id, request: JSON.stringify(request) });
    });
  }

  /** @param {any} message */
  #receive(message) {
    if (message.type === "response") {
      this.waiting.get(message.id)?.resolve(JSON.parse(message.response));
      this.waiting.delete(message.id);
    } else if (message.type === "failed") {
      this.#fail(message.cause);
    } else if (message.type === "ready") {
      clearTimeout(this.stall);
      this.#move({ stage: "ready" });
    } else {
      this.#watch();
      this.#move({ loaded: message.loaded });
    }
  }

  #watch() {
    clearTimeout(this.stall);
    this.stall = setTimeout(() => this.#fail("stalled"), STALL);
  }

  /** @param {string} cause */
  #fail(cause) {
    clearTimeout(this.stall);
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(new Error(cause));
    this.waiting.clear();
    this.#move({ stage: "failed", cause });
  }

  /** @param {Partial<State>} change */
  #move(change) {
    this.state = { ...this.state, ...change };
    this.changed(this.state);
  }
}
