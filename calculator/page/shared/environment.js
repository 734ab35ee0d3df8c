// What the report of the self-proof says about this browser, and how times are told.
// @ts-check

// The smallest modules with a reference to a table's element, with exceptions as first shipped
// (try … catch_all) and as standardized (try_table).
// prettier-ignore
const MODULES = {
  referenceTypes: [1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11],
  exceptions: [1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11],
  exceptionsFinal: [1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 31, 64, 0, 11, 11],
};

/** @returns {[name: string, has: boolean][]} in the order in which the report lists them */
export function features() {
  return [
    ["WebAssembly", typeof WebAssembly === "object"],
    ["WebAssembly reference types", knows(MODULES.referenceTypes)],
    ["WebAssembly exceptions", knows(MODULES.exceptions)],
    ["WebAssembly exceptions (exnref)", knows(MODULES.exceptionsFinal)],
    ["DecompressionStream gzip", unpacks("gzip")],
    ["DecompressionStream brotli", unpacks("brotli")],
    ["module worker", hasModuleWorker()],
  ];
}

/** @param {number[]} sections */
function knows(sections) {
  const module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, ...sections]);
  return typeof WebAssembly === "object" && WebAssembly.validate(module);
}

/** @param {string} format */
function unpacks(format) {
  try {
    return Boolean(new DecompressionStream(/** @type {CompressionFormat} */ (format)));
  } catch {
    return false;
  }
}

/** A browser that reads the option knows it; the error keeps it from making the worker. */
function hasModuleWorker() {
  let read = false;
  const options = {
    /** @returns {WorkerType} */
    get type() {
      read = true;
      throw new Error("only asked");
    },
  };
  try {
    new Worker("", options).terminate();
  } catch {
    // As meant.
  }
  return read;
}

/**
 * The first digits of the SHA-256, as the module's own fingerprint is given.
 * @param {BufferSource} bytes
 * @returns {Promise<string | null>} null where the address is not a safe one (no HTTPS)
 */
export async function fingerprint(bytes) {
  if (!crypto.subtle) return null;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 12);
}

/**
 * The value that this share of all values does not exceed (nearest rank).
 * @param {number[]} values at least one
 * @param {number} share above 0, at most 1
 */
export function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} 秒`;
