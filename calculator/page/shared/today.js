// @ts-check
// A statement about today knows its last day; once the visitor's own day is later, the page says so.

const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
for (const said of document.querySelectorAll("[data-until]")) {
  if (!(said instanceof HTMLElement) || today <= (said.dataset.until ?? "")) continue;
  const note = document.createElement("p");
  note.className = "over";
  note.textContent = said.dataset.after ?? "";
  said.prepend(note);
}
