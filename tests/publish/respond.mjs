// Answer requests with an engine under Node, as its worker does.
//
//   node respond.mjs ENGINE_FOLDER REQUESTS.json ANSWERS.json
//
// A request that the module refuses is answered with the error that the page would get.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [engine, requests, answers] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${engine}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${engine}/`, stdLibURL: `${engine}/python.zip` });
const { respond } = python.pyimport("calculator.bridge");

function answer(request) {
  try {
    return respond(request);
  } catch (error) {
    return `${error.type} ${error.message}`;
  }
}
writeFileSync(answers, JSON.stringify(JSON.parse(readFileSync(requests, "utf8")).map(answer)));
