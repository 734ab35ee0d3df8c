// Compile what runs in the browser to bytecode, with the very Pyodide that will run it there.
//
//   node compile.mjs PYODIDE_FOLDER SOURCES.zip REQUESTS.json OUT.zip
//
// SOURCES.zip holds our package; REQUESTS.json requests for calculator.bridge.respond. Every
// module that answering them needs, of the standard library, Pyodide's own and ours, goes into
// OUT.zip: stored, so that the transport may compress it as it can, without docstrings and
// asserts, and with hashes in place of times, so that two builds give the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, sources, requests, out] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${pyodide}/` });
python.FS.writeFile("/sources.zip", readFileSync(sources));
python.globals.set("REQUESTS", readFileSync(requests, "utf8"));

const archive = python.runPython(`
import json, sys
sys.path.insert(0, "/sources.zip")

from calculator.bridge import respond

for request in json.loads(REQUESTS):
    respond(json.dumps(request))
try:
    respond("no JSON: an error that reaches the page")
except ValueError:
    import traceback
    traceback.format_exc()

import importlib._bootstrap_external as bootstrap
import importlib.util
import io
import zipfile

def traced():
    """Every module that came out of an archive: where it stands there, and its loader."""
    for module in list(sys.modules.values()):
        spec = getattr(module, "__spec__", None)
        if ".zip/" in str(getattr(spec, "origin", "")):
            yield spec.origin.partition(".zip/")[2], spec.origin, spec.loader

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as compiled:
    for path, origin, loader in sorted(traced(), key=lambda each: each[0]):
        source = loader.get_data(origin)
        code = compile(source, path, "exec", dont_inherit=True, optimize=2)
        pyc = bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
        compiled.writestr(zipfile.ZipInfo(f"{path}c"), bytes(pyc))
    with zipfile.ZipFile("/sources.zip") as ours:
        for name in sorted(ours.namelist()):
            if not name.endswith(".py"):
                compiled.writestr(zipfile.ZipInfo(name), ours.read(name))
buffer.getvalue()
`);
writeFileSync(out, archive.toJs());
