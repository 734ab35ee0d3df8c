// What an interpreter answers: node answers.mjs FOLDER REQUESTS.json ANSWERS.json
//
// REQUESTS.json is a list of texts for calculator.page_api.bridge.respond; ANSWERS.json gives for each
// { response } or what a page would see of a Python exception: { type, message }.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, requests, answers] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${folder}/`, stdLibURL: `${folder}/python.zip` });
const { respond } = python.pyimport("calculator.page_api.bridge");

const given = JSON.parse(readFileSync(requests, "utf8")).map((request) => {
  try {
    return { response: respond(request) };
  } catch ({ type, message }) {
    return { type, message };
  }
});
writeFileSync(answers, JSON.stringify(given));
