// Stands in for the theme's search worker until somebody looks for something.
//
// The theme would fetch the index and start its worker on every page; the index is larger than a
// page. Here the page is told at once that the search is ready, an empty query finds nothing, and
// the first real one starts the theme's own worker, named in our address, and gives it the index.
// The theme fetches no index itself, because its form has another name: see partials/search.html.
//
// The theme cuts a Chinese query into words that the index has, which fails for whole questions and
// for everyday words. What people type, by the page that answers it, stands beside the index
// (publish/guide/search_words.toml): pages whose words were typed come first, then the theme's.
// @ts-check

/** What the theme's page and worker call their messages. */
const MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };

const THEME_WORKER = `../javascripts/workers/${self.location.search.slice(1)}`;
const SEARCH_INDEX = "../../search/search_index.json";

/** @type {Promise<Worker> | null} */
let searching = null;

/** @type {string[]} the queries that the theme's worker has not answered yet, in their order */
const asked = [];

/** @typedef {{location: string, title: string, text: string, score: number, terms: object}} Entry */

/** The index's entries by their location, and the words that people type for some of them. */
const index = {
  /** @type {Map<string, Entry>} */ entries: new Map(),
  /** @type {[string, string[]][]} */ words: [],
};

/**
 * How well the words of a place fit what was typed: longer words say more.
 *
 * @param {string} query without spaces, in lower case
 * @param {string[]} words
 */
function fit(query, words) {
  let sum = 0;
  for (const word of words) if (query.includes(word)) sum += word.length ** 2;
  return sum;
}

/**
 * The theme's results, led by the pages whose words were typed, each with the place that fits.
 *
 * @param {string} typed
 * @param {Entry[][]} items the entries found on a page, by page
 * @returns {Entry[][]}
 */
function leadByWords(typed, items) {
  const query = typed.toLowerCase().replace(/\s/g, "");
  /** @type {Map<string, {fit: number, places: Entry[]}>} */
  const pages = new Map();
  for (const [location, words] of index.words) {
    const fits = fit(query, words);
    const entry = index.entries.get(location);
    if (fits === 0 || !entry) continue;
    const page = location.split("#")[0];
    const found = pages.get(page) ?? { fit: 0, places: [] };
    found.fit = Math.max(found.fit, fits);
    found.places.push({ ...entry, text: "", terms: {}, score: fits });
    pages.set(page, found);
  }
  const led = [...pages].sort(([, a], [, b]) => b.fit - a.fit);
  const rest = items.filter(([{ location }]) => !pages.has(location.split("#")[0]));
  return [
    ...led.map(([page, { places }]) => {
      const sections = places.filter(({ location }) => location !== page);
      sections.sort((a, b) => b.score - a.score);
      // The theme shows the sections that score as well as the page, and folds the others.
      const score = sections[0]?.score ?? 0;
      const own = { ...index.entries.get(page), text: "", terms: {}, score };
      return /** @type {Entry[]} */ ([own, ...sections]);
    }),
    ...rest,
  ];
}

/** @param {string} path from here */
const addressOf = (path) => new URL(path, self.location.href).href;

/** The theme's worker, with the index; its results go to the page. */
async function startSearch() {
  const response = await fetch(addressOf(SEARCH_INDEX));
  if (!response.ok) throw new Error(`${response.status} ${SEARCH_INDEX}`);
  const { config, docs, words } = await response.json();
  for (const entry of docs) index.entries.set(entry.location, entry);
  index.words = Object.entries(words);
  const worker = new Worker(addressOf(THEME_WORKER));
  worker.addEventListener("message", ({ data }) => {
    if (data.type !== MESSAGE.result) return;
    const items = leadByWords(asked.shift() ?? "", data.data.items);
    self.postMessage({ ...data, data: { ...data.data, items } });
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
    (worker) => {
      asked.push(data.data);
      worker.postMessage(data);
    },
    (error) => {
      searching = null; // the next key tries again
      console.warn(String(error));
    },
  );
});
self.postMessage({ type: MESSAGE.ready });
