// The engine with Pyodide as it comes, for `ENGINE=stock make build`; worker.js is the usual one.
//
// The same messages as worker.js, and only what Pyodide documents: `loadPyodide`, `unpackArchive`,
// `pyimport`. Whatever Pyodide fetches comes through `counted`: it counts the bytes, gives each file
// the type that some hosts do not know, and tells of a file that is missing, on which `loadPyodide`
// itself would wait without end.
// @ts-check

/** Bytes of the files that are fetched, and Pyodide's lock; the build writes them. */
const BUILT = { sizes: {}, lock: {} };

/** What Pyodide asks for, and what it is called in this folder. */
const NAMES = new Map([["pyodide.asm.wasm", "engine.wasm"]]);
const TYPES = new Map([["wasm", "application/wasm"], ["zip", "application/zip"]]);
const MODULE = "calculator.zip";
const HERE = new URL("./", self.location.href).href;
const ANEW = self.location.search !== ""; // after a failure: past the browser's cache

const download = self.fetch.bind(self);
const total = Object.values(/** @type {Record<string, number>} */ (BUILT.sizes)).reduce((a, b) => a + b, 0);
let loaded = 0;
let over = false;

/**
 * Tell the page that the engine failed; nothing follows.
 * @param {string} cause
 * @param {unknown} detail
 * @returns {never}
 */
function fail(cause, detail) {
  if (!over) self.postMessage({ type: "failed", cause, detail: String(detail) });
  over = true;
  throw new Error(String(detail));
}

/**
 * A file of this folder, whatever type the host gave it; it counts what comes.
 * @param {string | URL | Request} asked
 * @returns {Promise<Response>}
 */
async function counted(asked) {
  const theirs = String(asked).split("/").pop() ?? "";
  const name = NAMES.get(theirs) ?? theirs;
  const options = /** @type {RequestInit} */ ({ cache: ANEW ? "reload" : "default" });
  const response = await download(HERE + name, options).catch((error) => fail("network", error));
  if (!response.ok || !response.body) fail("missing", `${response.status} ${name}`);
  const counter = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      self.postMessage({ type: "progress", loaded: Math.min(loaded, total), total });
      controller.enqueue(chunk);
    },
  });
  const type = TYPES.get(name.split(".").pop() ?? "") ?? "application/octet-stream";
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
}

/**
 * @param {string} name
 * @returns {Promise<any>}
 */
async function script(name) {
  if (ANEW) await download(HERE + name, { cache: "reload" }).catch(() => {});
  return import(HERE + name).catch((error) => fail("missing", error));
}

/** @returns {Promise<(request: string) => string>} calculator.page_api.bridge.respond */
async function start() {
  const smallest = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  await WebAssembly.compile(smallest).catch((error) => fail("forbidden", error));
  self.fetch = counted;
  const [{ loadPyodide }, { default: createPyodideModule }, archive] = await Promise.all([
    script("pyodide.js"),
    script("pyodide.asm.js"),
    counted(MODULE).then((response) => response.arrayBuffer()),
  ]);
  const options = { indexURL: HERE, createPyodideModule, lockFileContents: BUILT.lock };
  const pyodide = await loadPyodide(options);
  self.postMessage({ type: "starting" });
  pyodide.unpackArchive(archive, "zip");
  return pyodide.pyimport("calculator.page_api.bridge").respond;
}

const started = start();
if (ANEW) download(`${HERE}worker.js`, { cache: "reload" }).catch(() => {}); // for the next visit
started.then(
  () => self.postMessage({ type: "ready" }),
  (error) => fail("python", error),
).catch(() => {});

self.addEventListener("message", async ({ data: { id, request } }) => {
  const respond = await started;
  try {
    self.postMessage({ type: "response", id, response: respond(request) });
  } catch (error) {
    fail("python", error);
  }
});

export {};
