// What was typed survives reload, a link and back within this tab, and goes with it. In a frame of
// another page nothing is kept. A browser that shuts its storage keeps nothing, without an error.
// @ts-check

import { framed } from "../shared/framed.js";

const PLACE = "suzhou-points:tab";

/**
 * @typedef {{ fields: Record<string, string>, standard: string, track: string, on: string, pinned: boolean,
 *   step: string, today: string }} Kept
 */

/** @param {Kept} kept */
export function remember(kept) {
  if (framed) return;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // shut or full: then the tab keeps nothing
  }
}

/** @returns {Kept | null} */
export function remembered() {
  if (framed) return null;
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    return kept && typeof kept === "object" && typeof kept.fields === "object" ? kept : null;
  } catch {
    return null;
  }
}

export function forgetTab() {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // nothing was kept
  }
}
