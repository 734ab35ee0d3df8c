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

/**
 * Make this the content of the place. What is there already stays, and is not laid out anew.
 * @param {Element} place
 * @param {...(string | Node)} content
 */
export function put(place, ...content) {
  const old = [...place.childNodes];
  const made = [...element("div", ...content).childNodes];
  for (const [index, node] of made.entries()) {
    if (!old[index]) place.append(node);
    else if (!old[index].isEqualNode(node)) old[index].replaceWith(node);
  }
  for (const each of old.slice(made.length)) each.remove();
}
