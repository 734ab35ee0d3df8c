// Compile what runs in the browser to bytecode, with the very Pyodide that will run it there.
//
//   node compile.mjs PYODIDE_FOLDER SOURCES.zip REQUESTS.json OUT.zip
//
// SOURCES.zip holds our package; REQUESTS.json requests for calculator.bridge.respond. What stands
// in bootstrap/ takes the place of the modules of the same name, and so keeps out what they would
// import. An interpreter that starts with these answers the requests; every module that it needed
// goes into OUT.zip: stored, so that the transport may compress it as it can, without docstrings
// and asserts, and with hashes in place of times, so that two builds give the same bytes.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, sources, requests, out] = process.argv.slice(2).map((path) => resolve(path));
const bootstrap = resolve(import.meta.dirname, "bootstrap");
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);

// Stock Pyodide: it merges the sources, and compiles.
const stock = await loadPyodide({ indexURL: `${pyodide}/` });
const given = { "/stock.zip": `${pyodide}/python_stdlib.zip`, "/sources.zip": sources };
for (const [name, path] of Object.entries(given)) stock.FS.writeFile(name, readFileSync(path));
const ours = readdirSync(bootstrap, { recursive: true }).filter((name) => name.endsWith(".py"));
const texts = ours.map((name) => [name, readFileSync(`${bootstrap}/${name}`, "utf8")]);
stock.globals.set("BOOTSTRAP", stock.toPy(Object.fromEntries(texts)));
const merged = stock.runPython(`
import io
import zipfile

FILES = {}
for each in ("/stock.zip", "/sources.zip"):
    with zipfile.ZipFile(each) as archive:
        FILES |= {name: archive.read(name) for name in archive.namelist()}
for name in BOOTSTRAP:  # a module in place of a package, too
    FILES.pop(f"{name.removesuffix('.py')}/__init__.py", None)
FILES |= {name: text.encode() for name, text in BOOTSTRAP.items()}

def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()

zipped(FILES)
`);
writeFileSync(out, merged.toJs());

// The interpreter as a visitor starts it, still from source.
const trimmed = await loadPyodide({ indexURL: `${pyodide}/`, stdLibURL: out });
const { respond } = trimmed.pyimport("calculator.bridge");
for (const request of JSON.parse(readFileSync(requests, "utf8"))) respond(JSON.stringify(request));
try {
  respond("no JSON: an error that reaches the page");
} catch (error) {
  if (error.type !== "JSONDecodeError") throw error;
}
const needed = [];
for (const module of trimmed.pyimport("sys").modules.values()) {
  const [, path] = String(module.__spec__?.origin).split(".zip/");
  if (path) needed.push(path);
}

stock.globals.set("NEEDED", stock.toPy(needed));
const archive = stock.runPython(`
import importlib._bootstrap_external
import importlib.util

def compiled(path):
    code = compile(FILES[path], path, "exec", dont_inherit=True, optimize=2)
    digest = importlib.util.source_hash(FILES[path])
    return bytes(importlib._bootstrap_external._code_to_hash_pyc(code, digest, False))

data = {path: content for path, content in FILES.items() if path.startswith("calculator/")}
zipped(
    {f"{path}c": compiled(path) for path in NEEDED}
    | {path: content for path, content in data.items() if not path.endswith(".py")}
)
`);
writeFileSync(out, archive.toJs());
