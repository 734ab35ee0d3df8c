// What the address presets: place, standard, track and day, in the fragment or after "?".
// @ts-check

/** @typedef {{ standard: string | null, track: string | null, on: string | null }} Preset */

/** @returns {Preset} */
export function presets() {
  const fragment = /^#\w+=/.test(location.hash) ? location.hash.slice(1) : "";
  const [named, asked] = [new URLSearchParams(fragment), new URLSearchParams(location.search)];
  const value = (/** @type {string} */ name) => named.get(name) ?? asked.get(name);
  const on = value("on");
  return { standard: value("standard"), track: value("track"), on: /^\d{4}-\d{2}-\d{2}$/.test(on ?? "") ? on : null };
}
