// Messages between the embedded page and the page around it.
//
// Out: height, ready, failed, result     In: view, once, when the page around has heard the first
// The page around says its origin in the address. What we send goes to that origin only: were it
// not true, the browser would not deliver. Without it (a plain iframe) only a height and the
// engine's state are said, which tell nothing of the visitor.
// @ts-check

import { framed } from "../shared/framed.js";

const SHARED = { source: "suzhou-points", version: 1 };
const OPEN = ["height", "ready", "failed"];

export { framed };

/** The origin of the page around, as it says; "" where it says none. */
export const host = origin(new URLSearchParams(location.search).get("host"));

/**
 * @param {"height" | "ready" | "failed" | "result"} type
 * @param {object} content
 */
export function send(type, content) {
  if (!framed || (!host && !OPEN.includes(type))) return;
  window.parent.postMessage({ ...SHARED, type, ...content }, host || "*");
}

/**
 * Hear the page around: its window, its origin, our kind of message.
 * @param {(view: { from: number, to: number }) => void} seen called with the part that is seen
 */
export function hear(seen) {
  addEventListener("message", ({ data, source, origin }) => {
    if (!framed || !host || source !== window.parent || origin !== host) return;
    if (data?.source !== SHARED.source || data.version !== SHARED.version) return;
    const { type, from, to } = data;
    if (type === "view" && Number.isFinite(from) && Number.isFinite(to)) seen({ from, to });
  });
}

/**
 * Say how high the frame should be, whenever that changes.
 * @param {Element} sized what changes its size where the height may change
 * @param {() => number} heightNow in CSS pixels; nothing is said of none
 */
export function followHeight(sized, heightNow) {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(heightNow());
    if (height && height !== last) send("height", { height });
    last = height;
  }).observe(sized, { box: "border-box" });
}

/** @param {string | null} text */
function origin(text) {
  if (!text) return "";
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && url.origin === text) return text;
  } catch {
    // said below
  }
  console.warn(`积分估算：host="${text}" 不是网站地址，已忽略。`);
  return "";
}
