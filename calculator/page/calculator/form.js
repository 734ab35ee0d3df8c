// The form: what was typed, as one text a field. No figure and no rule is known here.
// @ts-check

import { all, find, put } from "../shared/dom.js";

/** Before the names of the second parent's fields, as in calculator/page_api/fields.py. */
export const OTHER = "other.";

/**
 * Every named field with its text; several inputs of one name are joined with ";". What is not
 * asked for the chosen benefit is not sent, nor what only a way without points asks.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function typed(form) {
  return textsOf(asked(form).filter((input) => !input.closest("[data-unsent]")));
}

/**
 * The same of everything that was answered, for the chosen benefit or not.
 * @param {HTMLFormElement} form
 */
export const everything = (form) => textsOf(/** @type {HTMLInputElement[]} */ (all(form, "input")));

/**
 * The text of one field; "" where it is not answered.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function textOf(form, name) {
  const list = inputs(form, name);
  const none = noneOf(form, name);
  return textsOf(none ? [...list, none] : list)[name] ?? "";
}

/**
 * @param {HTMLInputElement[]} list
 * @returns {Record<string, string>}
 */
function textsOf(list) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const input of list) {
    const choosable = input.type === "radio" || input.type === "checkbox";
    if (!input.name || input.type === "file" || (choosable && !input.checked)) continue;
    const text = input.value.trim();
    fields[input.name] = fields[input.name] && text ? `${fields[input.name]};${text}` : fields[input.name] || text;
  }
  for (const none of list) {
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
  }
}

/** @param {HTMLFormElement} form */
export function clear(form) {
  for (const list of all(form, ".measures")) while (list.children.length > 1) list.lastElementChild?.remove();
  for (const input of all(form, "#questions input")) {
    const field = /** @type {HTMLInputElement} */ (input);
    if (field.type === "radio") field.checked = field.value === "";
    else if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
}

/**
 * Let lists grow and shrink; "none" rules typed answers out, and the other way round.
 * @param {HTMLFormElement} form
 */
export function prepare(form) {
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (button?.dataset.addTo) addMeasure(form, button.dataset.addTo).focus();
    else if (button?.hasAttribute("data-drop")) dropMeasure(button);
    else return;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("input", ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const name = input.dataset?.noneOf;
    if (name && input.checked) {
      for (const field of inputs(form, name)) field.value = "";
    } else if (input.value && input.closest?.(".measures")) {
      const none = noneOf(form, input.name);
      if (none) none.checked = false;
    }
  });
}

/**
 * Put each error beside its field, and take away those that are mended. Who is still typing is not
 * told yet. What is newly told comes back in words.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} errors
 * @param {Record<string, string>} [understood] how an answer was read, by field
 * @param {Record<string, string>} [doubts] what is asked again, by field
 */
export function showErrors(form, errors, understood = {}, doubts = {}) {
  const found = [];
  for (const place of all(form, ".error")) {
    const field = place.dataset.errorOf ?? "";
    const list = inputs(form, field);
    const typing = list.some((input) => input === document.activeElement) && !place.textContent;
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
  for (const place of all(form, ".counted")) {
    const field = place.dataset.countedOf ?? "";
    put(place, [understood[field], doubts[field]].filter(Boolean).join(" "));
    place.classList.toggle("doubt", Boolean(doubts[field]));
  }
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
  const list = find(form, `[data-add-to="${CSS.escape(name)}"]`).closest(".answer")?.querySelector(".measures");
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
export function number(places) {
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
  number(places);
}

/**
 * The box that says a list is empty.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLInputElement | null}
 */
const noneOf = (form, name) => form.querySelector(`[data-none-of="${CSS.escape(name)}"]`);

/** @param {HTMLFormElement} form */
function asked(form) {
  const found = all(form, "input").filter((input) => !input.closest("[hidden]"));
  return /** @type {HTMLInputElement[]} */ (found);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function inputs(form, name) {
  return /** @type {HTMLInputElement[]} */ (all(form, `input[name="${CSS.escape(name)}"]`));
}
