// @ts-check
/**
 * Large type and high contrast, one tap away on every page (适老化).
 *
 * The modes stand in `data-reading-modes` of the root element, where reading_modes.css reads them. They are kept
 * in this device's localStorage and nowhere else; where that is shut, they hold for the page.
 */

const KEY = "suzhou-points:comfort"; // the name under which devices have kept it since the first release
const root = document.documentElement;

/** @returns {string[]} */
function kept() {
  try {
    return (localStorage.getItem(KEY) ?? "").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}

/** @param {string[]} modes */
function keep(modes) {
  try {
    if (modes.length) localStorage.setItem(KEY, modes.join(" "));
    else localStorage.removeItem(KEY);
  } catch {
    // a shut storage: the page itself still changes
  }
}

/** @type {Set<string>} */
const modes = new Set(kept());

function show() {
  root.dataset.readingModes = [...modes].join(" ");
  for (const button of document.querySelectorAll("button[data-mode]")) {
    button.setAttribute("aria-pressed", String(modes.has(button.getAttribute("data-mode") ?? "")));
  }
}

show();
document.addEventListener("DOMContentLoaded", show);
document.addEventListener("click", ({ target }) => {
  const mode = target instanceof HTMLElement ? target.dataset.mode : undefined;
  if (!mode) return;
  if (!modes.delete(mode)) modes.add(mode);
  keep([...modes]);
  show();
});
