// The scoring module behind a minimal page, under Pyodide as it comes.
// @ts-check

const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const total = /** @type {HTMLElement} */ (document.querySelector("#total"));
const worker = new Worker("worker.js", { type: "module" });
let begin = 0;
let first = true;

function ask() {
  begin = performance.now();
  const fields = Object.fromEntries(new FormData(form));
  const request = { standard: "suzhou-2016", track: "settlement", on: "2016-05-15", fields };
  worker.postMessage(JSON.stringify(request));
}

worker.onmessage = ({ data }) => {
  if (data === "ready") return ask();
  const { estimate } = JSON.parse(data);
  total.textContent = JSON.stringify(estimate.lines);
  total.dataset.low = estimate.against_cutoffs.low;
  if (first) performance.mark("calculator:first-estimate");
  else performance.measure("calculator:estimate", { start: begin });
  first = false;
};
form.addEventListener("input", ask);
