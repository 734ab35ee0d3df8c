// The embedded page: track from the address, height, what is in view, and the result if it is given.
// The calculator itself runs as on its own page and knows nothing of a frame.
// @ts-check

import { followHeight, framed, hear, host, send } from "./messages.js";

const given = new URLSearchParams(location.search);
const root = document.documentElement;
const calculator = find("#calculator");
const total = find("#total");

checkTrack();
followHeight();
hear(keepInView);
new MutationObserver(sayEngine).observe(calculator, { attributeFilter: ["data-engine"] });
addEventListener("focusin", ({ target }) => show(/** @type {Element} */ (target)));
addEventListener("click", follow, true);
new MutationObserver(showErrors).observe(calculator, { subtree: true, attributeFilter: ["aria-invalid"] });
if (given.has("result")) offerResult();

/** The calculator takes the benefit from the address; what it does not know is said to the webmaster. */
function checkTrack() {
  const wanted = given.get("track");
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (calculator.querySelectorAll('input[name="track"]'));
  const values = [...choices].map(({ value }) => value);
  if (!wanted || values.includes(wanted)) return;
  console.warn(`积分估算：track="${wanted}" 不可用，已改用 ${values[0]}。可用：${values.join("、")}`);
}

function sayEngine() {
  const { engine, cause } = calculator.dataset;
  if (engine === "ready") send("ready", { standard: root.dataset.standard });
  if (engine === "failed") send("failed", { cause });
}

/**
 * The frame is as high as its content and does not scroll: what should stay in view is moved.
 * @param {{ from: number, to: number }} view
 */
function keepInView({ from, to }) {
  root.classList.add("followed");
  const { top, height } = calculator.getBoundingClientRect();
  const room = height - (calculator.querySelector(".result")?.getBoundingClientRect().height ?? 0);
  root.style.setProperty("--above", `${Math.max(0, Math.min(from - top + 8, room))}px`);
  root.style.setProperty("--below", `${Math.max(0, innerHeight - to)}px`);
  root.style.setProperty("--seen", `${Math.max(0, to - from)}px`);
}

/**
 * Links within the page bring their target into view; others leave for a window of their own.
 * @param {MouseEvent} event
 */
function follow(event) {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (!link?.href) return;
  const url = new URL(link.href);
  if (url.origin + url.pathname !== location.origin + location.pathname) {
    link.target = "_blank";
    link.rel = "noopener";
  } else if (url.hash) {
    const target = document.getElementById(decodeURIComponent(url.hash.slice(1)));
    if (target) requestAnimationFrame(() => show(target));
  }
}

/**
 * What was just typed is at fault: its words are shown, unless the visitor is at another field.
 * @param {MutationRecord[]} records
 */
function showErrors(records) {
  const faulty = records.map(({ target }) => /** @type {Element} */ (target));
  const { activeElement: active, body } = document;
  const here = faulty.find((each) => each.hasAttribute("aria-invalid") && (active === each || active === body));
  if (here) requestAnimationFrame(() => show(here));
}

/** @param {Element} element */
function show(element) {
  const place = element.closest(".question") ?? element;
  const { top, bottom } = place.getBoundingClientRect();
  send("focus", { top, bottom: Math.min(bottom, top + 400) });
}

/** The page around asked for the result: the visitor sees what it would get, and decides. */
function offerResult() {
  if (!framed || !host) return console.warn("积分估算：没有用 embed.js 放入网页，不能交出结果。");
  const place = find("#give");
  find("#give-host").textContent = host;
  const words = find("#give-words");
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const said = find("#give-said");
  const refresh = () => {
    words.textContent = total.textContent;
    button.disabled = total.dataset.low === "";
    said.textContent = "";
  };
  new MutationObserver(refresh).observe(total, { attributes: true, childList: true });
  refresh();
  button.addEventListener("click", () => {
    const { low, high } = total.dataset;
    const least = "beforeDeductions" in total.dataset ? "" : low; // deductions may take any number
    send("result", { text: total.textContent, low: points(least), high: points(high) });
    said.textContent = "已交给这个网页。";
  });
  place.hidden = false;
}

/** @param {string | undefined} text as the calculator wrote it; empty where unbounded */
const points = (text) => (text ? Number(text) : null);

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}
