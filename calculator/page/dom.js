// Elements, found and made. Text goes in as text: nothing here reads markup.
// @ts-check

/**
 * The element that is there.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export const find = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector));

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const all = (root, selector) => [...root.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {...(string | Node)} content
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/**
 * @template {HTMLElement} Made
 * @param {Made} made
 * @param {string} className
 * @returns {Made}
 */
export function classed(made, className) {
  made.className = className;
  return made;
}
