// The bar under the total, and the chart of the coming days. Places come from the module, from 0 to
// 100: nothing is reckoned here.
// @ts-check

import { classed, element, put } from "../shared/dom.js";

/** @import { OutlookChart, RangeChart, RangeMark } from "../page_api.js" */

const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH, LEFT, BOTTOM] = [400, 240, 72, 36];
const APART = 34; // of 100, so that two dates do not run into each other

/**
 * Solid is certain, hatched is open; the marks are past lines, the newest of them named.
 * @param {HTMLElement} place
 * @param {RangeChart | null} picture
 */
export function showPicture(place, picture) {
  if (!picture) return put(place);
  const track = classed(element("div"), "track");
  track.append(
    span("certain", picture.zero, picture.certain),
    span(picture.open_ended ? "open endless" : "open", Math.max(picture.certain, 0), picture.open),
    ...picture.marks.map((mark) => span(mark.newest ? "mark newest" : "mark", mark.at, mark.to)),
  );
  const newest = picture.marks.find((mark) => mark.newest);
  put(place, track, ...(newest ? [labelOf(newest)] : []));
}

/** @param {RangeMark} mark */
function labelOf({ at, to, label }) {
  const made = classed(element("span", label), "mark-label");
  if (at > 50) made.style.insetInlineEnd = `${100 - to}%`;
  else made.style.insetInlineStart = `${at}%`;
  return made;
}

/**
 * @param {string} kind
 * @param {number} from
 * @param {number} to
 */
function span(kind, from, to) {
  const made = classed(element("i"), kind);
  made.style.insetInlineStart = `${from}%`;
  made.style.inlineSize = `${Math.max(to - from, 0)}%`;
  return made;
}

/**
 * The total on the coming days, as a drawing; the table beside it says the same.
 * @param {OutlookChart} chart
 */
export function chartOf(chart) {
  const drawing = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "chart", role: "img", "aria-label": chart.text });
  const across = (/** @type {number} */ at) => LEFT + (at / 100) * (WIDE - LEFT - 16);
  const up = (/** @type {number} */ at) => HIGH - BOTTOM - (at / 100) * (HIGH - BOTTOM - 20);
  for (const { at, text } of chart.levels) {
    drawing.append(
      svg("line", { x1: LEFT, x2: WIDE - 8, y1: up(at), y2: up(at), class: "level" }),
      svg("text", { x: LEFT - 8, y: up(at) + 5, "text-anchor": "end" }, text),
    );
  }
  for (const { at, to, label } of chart.lines) {
    const newest = label === chart.lines.at(-1)?.label ? [svg("text", { x: LEFT + 8, y: up(at) + 18 }, label)] : [];
    const height = Math.max(up(at) - up(to), 1.5);
    drawing.append(svg("rect", { x: LEFT, width: WIDE - LEFT - 8, y: up(to), height, class: "past" }), ...newest);
  }
  for (const { at, low, high, text } of chart.points) {
    const top = high === null ? 100 : high;
    drawing.append(
      svg("rect", { x: across(at) - 7, width: 14, y: up(top), height: Math.max(up(low) - up(top), 0), class: high === null ? "open endless" : "open" }),
      svg("rect", { x: across(at) - 9, width: 18, y: up(low) - 2, height: 4, class: "certain" }, svg("title", {}, text)),
    );
  }
  let last = -APART;
  for (const { at, text } of chart.ticks.filter(({ at }) => at <= 100 - APART / 2)) {
    if (at - last < APART) continue;
    last = at;
    drawing.append(svg("text", { x: across(at), y: HIGH - BOTTOM + 24, "text-anchor": at ? "middle" : "start" }, text));
  }
  return drawing;
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(string | Node)} content
 */
function svg(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}
