// @ts-check
// A statement about today knows its last day; once the visitor's own day is later, the page says so.

import { today } from "./day.js";

for (const said of document.querySelectorAll("[data-until][data-after]")) {
  if (!(said instanceof HTMLElement) || today() <= (said.dataset.until ?? "")) continue;
  const note = document.createElement("p");
  note.className = "over";
  note.textContent = said.dataset.after ?? "";
  said.prepend(note);
}
