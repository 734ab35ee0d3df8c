// Compile what runs in the browser to bytecode, with the very Pyodide that will run it there.
//
//   node compile.mjs PYODIDE_FOLDER SOURCES.zip REQUESTS.json OUT.zip
//
// SOURCES.zip holds our package; REQUESTS.json requests for calculator.page_api.bridge.respond. What stands
// in bootstrap/ takes the place of the modules of the same name, and so keeps out what they would
// import; expand.py prepares our own. An interpreter that starts with these answers the requests;
// every module that it needed goes into OUT.zip: stored, so that the transport may compress it as
// it can, without docstrings and asserts, and with hashes in place of times, so that two builds
// give the same bytes.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", ({ message }) => {
  console.error(message); // Node itself would print Pyodide's whole script with it
  process.exit(1);
});

const [pyodide, sources, requests, out] = process.argv.slice(2).map((path) => resolve(path));
const bootstrap = resolve(import.meta.dirname, "bootstrap");
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);

// Stock Pyodide merges the sources and compiles them: without the columns of every instruction,
// a fifth of the bytes, which only a traceback beside the source's text could show.
const env = { PYTHONNODEBUGRANGES: "1" };
const stock = await loadPyodide({ indexURL: `${pyodide}/`, env });
const given = { "/stock.zip": `${pyodide}/python_stdlib.zip`, "/sources.zip": sources };
for (const [name, path] of Object.entries(given)) stock.FS.writeFile(name, readFileSync(path));
const ours = readdirSync(bootstrap, { recursive: true }).filter((name) => name.endsWith(".py"));
const texts = ours.map((name) => [name, readFileSync(`${bootstrap}/${name}`, "utf8")]);
stock.globals.set("BOOTSTRAP", stock.toPy(Object.fromEntries(texts)));
stock.runPython(readFileSync(resolve(import.meta.dirname, "expand.py"), "utf8"));
const merged = stock.runPython(`
import importlib._bootstrap_external
import importlib.util
import io
import zipfile

def read(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()

def compiled(path, source):
    code = compile(source, path, "exec", dont_inherit=True, optimize=2)
    digest = importlib.util.source_hash(FILES[path])
    return bytes(importlib._bootstrap_external._code_to_hash_pyc(code, digest, False))

OURS = read("/sources.zip")
FILES = read("/stock.zip") | OURS | {name: text.encode() for name, text in BOOTSTRAP.items()}
for name in BOOTSTRAP:  # a module in place of a package
    FILES.pop(f"{name.removesuffix('.py')}/__init__.py", None)
SHIPPED = {
    f"{path}c" if path.endswith(".py") else path: compiled(path, expanded(content.decode(), path))
    if path.endswith(".py")
    else content
    for path, content in OURS.items()
}
zipped({path: FILES[path] for path in FILES.keys() - OURS.keys()} | SHIPPED)
`);
writeFileSync(out, merged.toJs());

// The interpreter as a visitor starts it, the others' modules still from source.
const trimmed = await loadPyodide({ indexURL: `${pyodide}/`, stdLibURL: out });
const { respond } = trimmed.pyimport("calculator.page_api.bridge");
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
others = [path for path in NEEDED if path not in SHIPPED]
zipped(SHIPPED | {f"{path}c": compiled(path, FILES[path]) for path in others})
`);
writeFileSync(out, archive.toJs());
