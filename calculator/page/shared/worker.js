// The engine: Python with the scoring module, in a worker of its own.
//
// In:  { id, request }                  a JSON text for calculator.page_api.bridge.respond
// Out: { type: "progress", loaded, total }  bytes over the wire
//      { type: "starting" }             all is here, Python starts
//      { type: "ready" }                requests are answered from now on
//      { type: "response", id, response }  JSON text
//      { type: "failed", cause, detail }   terminal: nothing follows
//
// One file, engine.wasm, holds Python, its library and the scoring module (see bundle.py). What a
// host makes of it differs, so we look before we fetch: where it compresses, the file itself comes;
// where it does not, a compressed copy comes, and we unpack it. No type and no header is relied on.
// @ts-check

/** @typedef {"missing" | "network" | "damaged" | "forbidden" | "python"} Cause */

/** Bytes of engine.wasm and of its compressed copies, and Pyodide's lock; the build writes them. */
const BUILT = { plain: 0, gzip: 0, brotli: 0, lock: {} };

const download = self.fetch.bind(self); // Pyodide is given another, see `handOver`
const HERE = new URL("./", self.location.href).href;
const ANEW = self.location.search !== ""; // after a failure: past the cache, and in place of what is there
const WASM = [0x00, 0x61, 0x73, 0x6d];
const GZIP = [0x1f, 0x8b];

/** A failure with the cause that the page puts into words. */
class Failure extends Error {
  /**
   * @param {Cause} cause
   * @param {unknown} detail
   */
  constructor(cause, detail) {
    super(String(detail));
    this.name = cause;
  }
}

/** @type {Failure | undefined} What broke off; the streams behind say of it what they like. */
let lost;

/**
 * @param {unknown} detail
 * @returns {never}
 */
function lose(detail) {
  throw (lost = new Failure("network", detail));
}

/**
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function fetched(name) {
  const response = await download(HERE + name, { cache: ANEW ? "reload" : "default" }).catch(lose);
  if (!response.ok) throw new Failure("missing", `${response.status} ${name}`);
  return response;
}

/** The engine, the smallest way that this host and this browser know. */
async function engine() {
  const probe = await fetched("probe.wasm");
  await probe.arrayBuffer();
  const encoding = probe.headers.get("Content-Encoding");
  if (encoding) {
    return unpacked(await fetched("engine.wasm"), encoding === "gzip" ? BUILT.gzip : BUILT.brotli);
  }
  const brotli = unpacker("brotli");
  if (brotli) return unpacked(await fetched("engine.wasm.br"), BUILT.brotli, brotli);
  return unpacked(await fetched("engine.wasm.gz"), BUILT.gzip, unpacker("gzip"));
}

/**
 * @param {string} format
 * @returns {ReadableWritablePair | null} null where this browser does not know the format
 */
function unpacker(format) {
  try {
    return new DecompressionStream(/** @type {CompressionFormat} */ (format));
  } catch {
    return null;
  }
}

/**
 * The response as WebAssembly, whatever type the host gave it; it counts what comes.
 * @param {Response} response
 * @param {number} size bytes over the wire
 * @param {ReadableWritablePair | null} [unpacking] not used where the host has unpacked it already
 */
async function unpacked(response, size, unpacking) {
  const { head, body } = await opened(/** @type {ReadableStream<Uint8Array>} */ (response.body));
  if (starts(head, WASM)) return wasm(body.pipeThrough(counter(BUILT.plain, size)));
  if (unpacking && (starts(head, GZIP) || response.url.endsWith(".br"))) {
    return wasm(body.pipeThrough(counter(size, size)).pipeThrough(unpacking));
  }
  throw new Failure("damaged", `neither WebAssembly nor compressed: ${response.url}`);
}

/** @param {ReadableStream} body */
const wasm = (body) => new Response(body, { headers: { "Content-Type": "application/wasm" } });

/**
 * A stream's first bytes, and the whole of it still.
 * @param {ReadableStream<Uint8Array>} stream
 */
async function opened(stream) {
  const reader = stream.getReader();
  const read = () => reader.read().catch(lose);
  const first = await read();
  const body = new ReadableStream({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(first.value)),
    pull: async (controller) => {
      const { done, value } = await read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head: first.value ?? new Uint8Array(), body };
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} mark
 */
const starts = (bytes, mark) => mark.every((byte, place) => bytes[place] === byte);

/**
 * Tells how much has come; a body that ends too early is a failure, not a short file.
 * @param {number} bytes of the whole body, as it comes through here
 * @param {number} total the same over the wire
 */
function counter(bytes, total) {
  let come = 0;
  return new TransformStream({
    transform(chunk, controller) {
      come += chunk.byteLength;
      const loaded = Math.round((Math.min(come, bytes) / bytes) * total);
      self.postMessage({ type: "progress", loaded, total });
      controller.enqueue(chunk);
    },
    flush() {
      if (come < bytes) lose(`${come} of ${bytes} bytes`);
      self.postMessage({ type: "starting" });
    },
  });
}

/** @returns {Promise<(request: string) => string>} calculator.page_api.bridge.respond */
async function start() {
  await WebAssembly.compile(new Uint8Array([...WASM, 1, 0, 0, 0])).catch((error) => {
    throw new Failure("forbidden", error); // by a policy without 'wasm-unsafe-eval'
  });
  const archive = handOver(engine());
  const python = load();
  const ready = archive.then(() => python); // rejects with the download, where Pyodide only waits
  return (await Promise.race([python, ready])).pyimport("calculator.page_api.bridge").respond;
}

async function load() {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    script("pyodide.js"),
    script("pyodide.asm.js"),
  ]);
  return loadPyodide({ indexURL: HERE, createPyodideModule, lockFileContents: BUILT.lock });
}

/**
 * Pyodide fetches two files; give it both out of the one that we download.
 * @param {Promise<Response>} engine
 * @returns {Promise<ArrayBuffer>} the archive of Python modules
 */
function handOver(engine) {
  const instantiate = WebAssembly.instantiateStreaming;
  const archive = new Promise((resolve, reject) => {
    engine.catch(reject);
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const made = await instantiate(source, imports).catch((error) => {
        reject(error);
        throw error;
      });
      resolve(WebAssembly.Module.customSections(made.module, "python.zip")[0]);
      return made;
    };
  });
  self.fetch = async (url) => (String(url).endsWith(".wasm") ? engine : new Response(await archive));
  return archive;
}

/**
 * @param {string} name
 * @returns {Promise<any>}
 */
async function script(name) {
  if (ANEW) await (await fetched(name)).arrayBuffer();
  return import(HERE + name).catch((error) => {
    throw new Failure(error instanceof TypeError ? "missing" : "damaged", error);
  });
}

/**
 * @param {any} error
 * @returns {never}
 */
function fail(error) {
  const told = lost ?? error;
  const unpacking = error instanceof TypeError || error instanceof WebAssembly.CompileError;
  const cause = told instanceof Failure ? told.name : unpacking ? "damaged" : "python";
  self.postMessage({ type: "failed", cause, detail: String(told) });
  throw error;
}

const started = start();
if (ANEW) download(`${HERE}worker.js`, { cache: "reload" }).catch(() => {}); // for the next visit
started.then(() => self.postMessage({ type: "ready" }), fail).catch(() => {});

self.addEventListener("message", async ({ data: { id, request } }) => {
  const respond = await started;
  try {
    self.postMessage({ type: "response", id, response: respond(request) });
  } catch (error) {
    fail(error); // no answer would leave the page waiting without a word
  }
});
