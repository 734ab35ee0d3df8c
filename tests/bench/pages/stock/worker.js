// As Pyodide's documentation has it: load, unpack the sources, import.
// @ts-check

import { loadPyodide } from "./engine/pyodide.mjs";

const [python, sources] = await Promise.all([
  loadPyodide({ indexURL: new URL("engine/", self.location.href).href }),
  fetch("engine/calculator.zip").then((response) => response.arrayBuffer()),
]);
python.unpackArchive(sources, "zip");
const { respond } = python.pyimport("calculator.page_api.bridge");
self.onmessage = ({ data }) => self.postMessage(respond(data));
self.postMessage("ready");
