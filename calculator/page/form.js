// The form: what was typed, as one text a field. No figure and no rule is known here.
// @ts-check

/**
 * Every named field with its text; several inputs of one name are joined with ";".
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function typed(form) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    fields[name] = fields[name] && text ? `${fields[name]};${text}` : fields[name] || text;
  }
  for (const none of form.querySelectorAll("input[data-none-of]:checked")) {
    fields[/** @type {HTMLElement} */ (none).dataset.noneOf ?? ""] = "none";
  }
  return fields;
}

/**
 * Let a list grow by another input, and its "none" rule the inputs out.
 * @param {HTMLFormElement} form
 */
export function prepareLists(form) {
  for (const button of form.querySelectorAll("button[data-add-to]")) {
    const list = button.closest(".question")?.querySelector(".measures");
    const first = list?.querySelector(".measure");
    if (!list || !first) continue;
    button.addEventListener("click", () => {
      const another = /** @type {HTMLElement} */ (first.cloneNode(true));
      const input = /** @type {HTMLInputElement} */ (another.querySelector("input"));
      input.id = "";
      input.value = "";
      input.setAttribute("aria-label", `第 ${list.children.length + 1} 套`);
      list.append(another);
      input.focus();
    });
  }
  form.addEventListener("input", ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    if (input.dataset.noneOf && input.checked) {
      for (const measure of inputs(form, input.dataset.noneOf)) measure.value = "";
    } else if (input.closest(".measures") && input.value) {
      const none = form.querySelector(`input[data-none-of="${input.name}"]`);
      if (none) /** @type {HTMLInputElement} */ (none).checked = false;
    }
  });
}

/**
 * Put each error beside its field, and take away those that are mended.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} errors
 */
export function showErrors(form, errors) {
  for (const place of form.querySelectorAll(".error")) {
    const field = /** @type {HTMLElement} */ (place).dataset.errorOf ?? "";
    const words = errors[field] ?? "";
    if (place.textContent !== words) place.textContent = words;
    for (const input of inputs(form, field)) {
      if (words) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function inputs(form, name) {
  const found = form.querySelectorAll(`input[name="${CSS.escape(name)}"]`);
  return /** @type {NodeListOf<HTMLInputElement>} */ (found);
}
