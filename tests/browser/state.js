// All that can be seen of the page's state, as one text: equal for two pages that are as clean as
// each other. What follows at rest is left out: `data-answers` says whose it is.
() => {
  const copy = document.querySelector("#calculator").cloneNode(true);
  for (const place of copy.querySelectorAll("#steps, #outlook, #editions, #announce")) place.replaceChildren();
  for (const place of [copy, ...copy.querySelectorAll("[data-answers]")]) place.removeAttribute("data-answers");
  const attributes = (place) => [...place.attributes].map(({ name, value }) => `${name}=${value}`);
  self.firstStorage ??= { ...localStorage }; // the theme keeps the scheme
  self.firstScheme ??= document.body.dataset.mdColorScheme;
  self.firstNames ??= [...Object.keys(self), "firstNames"];
  const { "suzhou-points:tab": _, ...session } = sessionStorage; // what the fields hold
  return JSON.stringify([
    location.href, document.title, innerWidth, innerHeight, scrollX, scrollY, copy.outerHTML,
    [...document.querySelectorAll("input")].map(({ name, value, checked }) => [name, value, checked]),
    attributes(document.documentElement), attributes(document.body), document.activeElement.tagName,
    { ...localStorage }, session, document.cookie, history.state,
    Object.keys(self).filter((name) => !firstNames.includes(name)),
  ]);
}
