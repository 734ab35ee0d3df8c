/**
 * Asks the site's search worker as the page does.
 *
 * @param {string[]} queries
 * @returns {Promise<string[][]>} for each query the pages found, the best first
 */
async (queries) => {
  const config = JSON.parse(document.querySelector("#__config").textContent);
  const worker = new Worker(new URL(config.search, document.baseURI));
  const QUERY = 2;
  const RESULT = 3;
  const found = [];
  for (const query of queries) {
    const answered = new Promise((resolve) => {
      worker.onmessage = ({ data }) => data.type === RESULT && resolve(data.data.items);
    });
    worker.postMessage({ type: QUERY, data: query });
    found.push((await answered).map(([{ location }]) => location.split("#")[0]));
  }
  worker.terminate();
  return found;
};
