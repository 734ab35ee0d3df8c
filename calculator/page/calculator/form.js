// The form: what was typed, as one text a field. No figure and no rule is known here.
// @ts-check

import { all, find, put } from "../shared/dom.js";

/**
 * Every named field with its text; several inputs of one name are joined with ";". What is not
 * asked for the chosen benefit is not sent.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function typed(form) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const input of asked(form)) {
    const choosable = input.type === "radio" || input.type === "checkbox";
    if (!input.name || input.type === "file" || (choosable && !input.checked)) continue;
    const text = input.value.trim();
    fields[input.name] = fields[input.name] && text ? `${fields[input.name]};${text}` : fields[input.name] || text;
  }
  for (const none of asked(form)) {
    if (none.dataset.noneOf && none.checked) fields[none.dataset.noneOf] = "none";
  }
  return fields;
}

/**
 * Put texts into the fields of that name, as `typed` would give them.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} fields
 */
export function fill(form, fields) {
  for (const [name, text] of Object.entries(fields)) {
    const list = inputs(form, name);
    if (!list.length) continue;
    if (list[0].type === "radio") {
      for (const input of list) input.checked = input.value === text;
    } else if (list[0].closest(".measures")) {
      fillList(form, name, text === "none" ? [] : text.split(";"));
      const none = noneOf(form, name);
      if (none) none.checked = text === "none";
    } else {
      list[0].value = text;
    }
    if (text) untick(form, name, text === "none" ? noneOf(form, name) : null);
  }
}

/** @param {HTMLFormElement} form */
export function clear(form) {
  for (const list of all(form, ".measures")) while (list.children.length > 1) list.lastElementChild?.remove();
  for (const input of all(form, "#questions input, #other-questions input")) {
    const field = /** @type {HTMLInputElement} */ (input);
    if (field.type === "radio") field.checked = field.value === "";
    else if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
}

/**
 * Let lists grow and shrink, "none" and "unknown" rule typed answers out, and 以上都没有 answer.
 * @param {HTMLFormElement} form
 */
export function prepare(form) {
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (button?.dataset.addTo) addMeasure(form, button.dataset.addTo).focus();
    else if (button?.dataset.none) answerNone(form, button);
    else if (button?.hasAttribute("data-drop")) dropMeasure(button);
    else return;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("input", ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const name = input.dataset?.noneOf || input.dataset?.unknownOf;
    if (name && input.checked) {
      for (const each of inputs(form, name)) each.value = "";
      for (const each of inputs(form, `${name}.since`)) each.value = "";
      untick(form, name, input);
    } else if (input.value && input.type !== "radio") {
      untick(form, input.name?.replace(/\.since$/, "") ?? "", null);
    }
  });
}

/**
 * Put each error beside its field, and take away those that are mended. Who is still typing is not
 * told yet. What is newly told comes back in words.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} errors
 * @param {Record<string, string>} [counted] how months were counted, by field
 */
export function showErrors(form, errors, counted = {}) {
  const found = [];
  for (const place of all(form, ".error")) {
    const field = place.dataset.errorOf ?? "";
    const list = inputs(form, field);
    const typing = list.some((each) => each === document.activeElement) && !place.textContent;
    const words = typing ? "" : (errors[field] ?? "");
    if (place.textContent !== words) {
      place.textContent = words;
      if (words) found.push(`${question(place)}：${words}`);
    }
    for (const input of list) {
      if (words) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
  for (const place of all(form, ".counted")) put(place, counted[place.dataset.countedOf ?? ""] ?? "");
  return found;
}

/** @param {HTMLElement} place what stands in a question */
const question = (place) =>
  place.closest(".question")?.querySelector("legend, label.ask")?.textContent ?? "";

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function addMeasure(form, name) {
  const list = find(form, `[data-add-to="${CSS.escape(name)}"]`).closest(".question")?.querySelector(".measures");
  const places = /** @type {HTMLElement} */ (list);
  const another = /** @type {HTMLElement} */ (places.lastElementChild?.cloneNode(true));
  const input = /** @type {HTMLInputElement} */ (another.querySelector("input"));
  input.id = "";
  input.value = "";
  find(another, "[data-drop]").hidden = false;
  places.append(another);
  number(places);
  return input;
}

/** @param {HTMLElement} button */
function dropMeasure(button) {
  const places = /** @type {HTMLElement} */ (button.closest(".measures"));
  const gone = /** @type {HTMLElement} */ (button.closest(".measure"));
  const next = gone.previousElementSibling?.querySelector("input");
  gone.remove();
  number(places);
  next?.focus();
}

/** @param {HTMLElement} places */
function number(places) {
  for (const [index, place] of [...places.children].entries()) {
    if (index) find(place, "input").setAttribute("aria-label", `第 ${index + 1} 套`);
    if (index) find(place, "[data-drop]").setAttribute("aria-label", `去掉第 ${index + 1} 套`);
  }
  const add = places.parentElement?.querySelector("[data-add-to]");
  if (add) /** @type {HTMLElement} */ (add).hidden = places.children.length >= Number(places.dataset.most);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string[]} texts
 */
function fillList(form, name, texts) {
  const places = /** @type {HTMLElement} */ (inputs(form, name)[0].closest(".measures"));
  while (places.children.length > 1) places.lastElementChild?.remove();
  for (let count = 1; count < texts.length; count += 1) addMeasure(form, name);
  for (const [index, input] of inputs(form, name).entries()) input.value = texts[index] ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} button
 */
function answerNone(form, button) {
  const block = /** @type {HTMLElement} */ (button.closest(".block"));
  for (const input of all(block, ".told input")) /** @type {HTMLInputElement} */ (input).value = "";
  const prefix = button.closest("#other-questions") ? "other." : "";
  const answers = JSON.parse(button.dataset.none ?? "[]");
  fill(form, Object.fromEntries(answers.map((/** @type {string[]} */ [name, text]) => [prefix + name, text])));
}

/**
 * The box that says a list is empty.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLInputElement | null}
 */
const noneOf = (form, name) => form.querySelector(`[data-none-of="${CSS.escape(name)}"]`);

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {HTMLInputElement | null} except
 */
function untick(form, name, except) {
  const escaped = CSS.escape(name);
  for (const each of all(form, `[data-none-of="${escaped}"], [data-unknown-of="${escaped}"]`)) {
    if (each !== except) /** @type {HTMLInputElement} */ (each).checked = false;
  }
}

/** @param {HTMLFormElement} form */
function asked(form) {
  const found = all(form, "input").filter((each) => !each.closest("[hidden]"));
  return /** @type {HTMLInputElement[]} */ (found);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function inputs(form, name) {
  return /** @type {HTMLInputElement[]} */ (all(form, `input[name="${CSS.escape(name)}"]`));
}
