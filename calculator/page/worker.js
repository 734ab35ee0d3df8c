// The engine: Python with the scoring module, in a worker of its own.
//
// In:  { id, request }            a JSON text for calculator.bridge.respond
// Out: { type: "progress", loaded }        bytes that have come, uncompressed
//      { type: "ready" }                   requests are answered from now on
//      { type: "response", id, response }  JSON text
//      { type: "failed", cause }           terminal: nothing follows
// @ts-check

let loaded = 0;

// Count what goes through a download. A missing file is told at once: Pyodide itself would wait
// for it without end.
const plainFetch = self.fetch;
self.fetch = async (...args) => {
  const response = await plainFetch(...args).catch(fail);
  if (!response.ok || !response.body) return fail(`${response.status} ${response.url}`);
  const counter = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      self.postMessage({ type: "progress", loaded });
      controller.enqueue(chunk);
    },
  });
  const type = response.url.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
};

/**
 * @param {unknown} cause
 * @returns {never}
 */
function fail(cause) {
  self.postMessage({ type: "failed", cause: String(cause) });
  throw cause;
}

/** @returns {Promise<(request: string) => string>} calculator.bridge.respond */
async function start() {
  const here = new URL("./", self.location.href).href;
  const { loadPyodide } = await import(`${here}pyodide.mjs`);
  const python = await loadPyodide({ indexURL: here, stdLibURL: `${here}python.zip` });
  return python.pyimport("calculator.bridge").respond;
}

const started = start();
started.then(() => self.postMessage({ type: "ready" }), fail).catch(() => {});

self.addEventListener("message", async ({ data: { id, request } }) => {
  const respond = await started;
  try {
    self.postMessage({ type: "response", id, response: respond(request) });
  } catch (error) {
    fail(error); // no answer would leave the page waiting without a word
  }
});
