// Clears the calculator of all that a test may have done to it, by the page's own button where it
// has one; evaluated in the page.
() => {
  const find = (selector) => document.querySelector(selector);
  document.activeElement.blur();
  localStorage.clear();
  for (const [name, text] of Object.entries(firstStorage)) localStorage.setItem(name, text);
  sessionStorage.clear();
  for (const name of Object.keys(self)) if (!firstNames.includes(name)) delete self[name];
  for (const details of document.querySelectorAll("details")) details.open = false;
  find("#clear").click();
  find('#calculator [name="track"][value="settlement"]').checked = true;
  const explained = find('#calculator [name="standard"][value="suzhou-2016"]');
  explained.checked = true;
  explained.dispatchEvent(new Event("input", { bubbles: true }));
  find("#undo").hidden = true;
  history.replaceState(null, "");
  sessionStorage.clear();
  for (const place of document.querySelectorAll("#kept, #notes, #brought, #apart, #faults, #announce, #result-head, #steps, #outlook, #editions")) {
    place.replaceChildren();
    place.removeAttribute("data-answers");
  }
  find("#apart").hidden = true;
  find("#link").hidden = true;
  for (const place of document.querySelectorAll('#calculator [class=""]')) place.removeAttribute("class");
  performance.clearMeasures();
  document.documentElement.removeAttribute("style");
  document.body.dataset.mdColorScheme = firstScheme;
  getSelection().removeAllRanges();
  scrollTo({ top: 0, left: 0, behavior: "instant" });
}
