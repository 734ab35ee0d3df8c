// embed/?standard=…: on to the page of that edition; without one, of the edition in force today for
// the benefit. The list of editions is the list of links.
// @ts-check

import { presets } from "../calculator/presets.js";
import { editionOn, today } from "../shared/day.js";

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-standard]")]);
const { standard, track, on } = presets();
const named = links.find((link) => link.dataset.standard === standard);
const ruling = editionOn(links, track ?? Object.keys(JSON.parse(links[0].dataset.days ?? "{}"))[0], on ?? today());
const link = named ?? ruling ?? links[0];
if (standard && !named) {
  const known = links.map(({ dataset }) => dataset.standard).join("、");
  console.warn(`积分估算：standard="${standard}" 不可用，已改用 ${link.dataset.standard}。可用：${known}`);
}
const page = new URL(link.href);
page.search = location.search;
page.hash = location.hash; // answers shared by a link
location.replace(page);
