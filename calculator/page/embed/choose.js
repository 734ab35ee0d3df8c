// embed/?standard=…: on to the page of that edition. The list of editions is the list of links.
// @ts-check

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-standard]")]);
const known = links.map((link) => link.dataset.standard);
const wanted = new URLSearchParams(location.search).get("standard");
const place = wanted === null ? 0 : known.indexOf(wanted);
if (place < 0) console.warn(`积分估算：standard="${wanted}" 不可用，已改用 ${known[0]}。可用：${known.join("、")}`);
const page = new URL(links[Math.max(place, 0)].href);
page.search = location.search;
page.hash = location.hash; // answers shared by a link
location.replace(page);
