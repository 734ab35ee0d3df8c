// Stands in for the theme's search worker until somebody looks for something.
//
// The theme would fetch the index and start its worker on every page; the index is larger than a
// page. Here the page is told at once that the search is ready, an empty query finds nothing, and
// the first real one starts the theme's own worker, named in our address, and gives it the index.
// The theme fetches no index itself, because its form has another name: see partials/search.html.
// @ts-check

/** What the theme's page and worker call their messages. */
const MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };

const THEME_WORKER = `../javascripts/workers/${self.location.search.slice(1)}`;
const SEARCH_INDEX = "../../search/search_index.json";

/** @type {Promise<Worker> | null} */
let searching = null;

/** @param {string} path from here */
const addressOf = (path) => new URL(path, self.location.href).href;

/** The theme's worker, with the index; its results go to the page. */
async function startSearch() {
  const response = await fetch(addressOf(SEARCH_INDEX));
  if (!response.ok) throw new Error(`${response.status} ${SEARCH_INDEX}`);
  const { config, docs } = await response.json();
  const worker = new Worker(addressOf(THEME_WORKER));
  worker.addEventListener("message", ({ data }) => {
    if (data.type === MESSAGE.result) self.postMessage(data);
  });
  worker.postMessage({ type: MESSAGE.setup, data: { config, docs, options: { suggest: false } } });
  return worker;
}

self.addEventListener("message", ({ data }) => {
  if (searching === null && !data.data.trim()) {
    self.postMessage({ type: MESSAGE.result, data: { items: [] } });
    return;
  }
  searching ??= startSearch();
  searching.then(
    (worker) => worker.postMessage(data),
    (error) => {
      searching = null; // the next key tries again
      console.warn(String(error));
    },
  );
});
self.postMessage({ type: MESSAGE.ready });
