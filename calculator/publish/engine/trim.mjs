// Leave out of Pyodide what nothing that runs can reach.
//
//   node trim.mjs PYODIDE_FOLDER OUT_FOLDER
//
// Pyodide exports all of CPython and of Emscripten's library, for side modules to link. We load
// none, and of 8,500 exports its own script reads two hundred. The two files are cut by turns
// until neither shrinks: the script says which exports are read, the program which imports are
// left, and they say what of the script is reached. CPython's modules all stay.

import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { minify } from "terser";
import { dropAbsent, dropUnreached, parse } from "./trim_script.mjs";

const [pyodide, out] = process.argv.slice(2);

// What Pyodide is compiled with and no more, so that no browser is shut out.
const FEATURES = [
  "MutableGlobals", "SignExt", "NontrappingFPToInt", "BulkMemory", "BulkMemoryOpt",
  "ReferenceTypes", "CallIndirectOverlong", "Multivalue", "ExceptionHandling",
].reduce((all, name) => all | binaryen.Features[name], 0);

const tree = (name) => parse(readFileSync(`${pyodide}/${name}`, "utf8"));
const [script, loader] = await Promise.all(["pyodide.asm.mjs", "pyodide.mjs"].map(tree));
dropAbsent(script);

let binary = readFileSync(`${pyodide}/pyodide.asm.wasm`);
const program = binaryen.readBinary(binary, FEATURES);
let { imports, exports } = names(binary);
for (let before = Infinity; imports.size < before; ) {
  before = imports.size;
  const keys = dropUnreached(script, loader, imports);
  for (const name of exports) if (!keys.has(name)) program.removeExport(name);
  program.runPasses(["remove-unused-module-elements"]);
  binary = program.emitBinary();
  ({ imports, exports } = names(binary));
}
writeFileSync(`${out}/pyodide.asm.wasm`, binary);

const options = { parse: { spidermonkey: true }, module: true, compress: { passes: 2 } };
writeFileSync(`${out}/pyodide.asm.mjs`, (await minify(script, options)).code);
const start = readFileSync(`${pyodide}/pyodide.mjs`, "utf8");
writeFileSync(`${out}/pyodide.mjs`, start.replace(/^\/\/# sourceMappingURL=.*$/m, "")); // not shipped

/** The names of what a program imports and exports. */
function names(bytes) {
  const module = new WebAssembly.Module(bytes);
  const [imports, exports] = ["imports", "exports"].map(
    (which) => new Set(WebAssembly.Module[which](module).map(({ name }) => name)),
  );
  return { imports, exports };
}
