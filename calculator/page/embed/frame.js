// The embedded page: track from the address, height, and the result if it is given.
// The height depends on the width and the reading mode alone, and nothing is sent while somebody
// answers: neither tells the page around anything of the answers. What is longer scrolls inside.
// @ts-check

import { followHeight, framed, host, send } from "./messages.js";

const given = new URLSearchParams(location.search);
const root = document.documentElement;
const calculator = find("#calculator");
const total = find("#total");

checkTrack();
followHeight(root, () => parseFloat(getComputedStyle(root).getPropertyValue("--frame-height")));
new MutationObserver(sayEngine).observe(calculator, { attributeFilter: ["data-engine"] });
addEventListener("click", leave, true);
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
 * Links to other pages leave for a window of their own.
 * @param {MouseEvent} event
 */
function leave(event) {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (!link?.href) return;
  const url = new URL(link.href);
  if (url.origin + url.pathname === location.origin + location.pathname) return;
  link.target = "_blank";
  link.rel = "noopener";
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
