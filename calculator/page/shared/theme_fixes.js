// @ts-check
/** What the theme leaves open: its header by keyboard on a phone, and details on paper. */

import "./today.js";

/** The theme's labels open drawer and search for a finger only; a button does for every key. */
for (const label of document.querySelectorAll("label.md-header__button[for^='__']")) {
  const toggle = document.getElementById(label.getAttribute("for") ?? "");
  if (!(toggle instanceof HTMLInputElement) || toggle.type !== "checkbox") continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} opens${toggle.id}`;
  button.setAttribute("aria-label", toggle.id === "__drawer" ? "目录" : "搜索");
  button.append(...label.childNodes);
  const say = () => button.setAttribute("aria-expanded", String(toggle.checked));
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", say);
  say();
  label.replaceWith(button);
}

/** The theme opens every detail for the printer; ours are printed as the reader left them. */
addEventListener(
  "beforeprint",
  () => {
    for (const each of document.querySelectorAll("details:not([open], .on-paper)")) {
      each.classList.add("left-closed");
    }
  },
  { capture: true },
);
addEventListener("afterprint", () => {
  for (const each of document.querySelectorAll(".left-closed")) each.classList.remove("left-closed");
});
