// What the host hears: every message, and the events of the loader.
// @ts-check

const heard = [];
const events = [];
addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
for (const type of ["ready", "failed", "result"]) {
  addEventListener(`suzhou-points:${type}`, (event) => events.push(/** @type {CustomEvent} */ (event).detail));
}
