// What a page measures, as one object; evaluated in it after axe-core.
(async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  // 7 : 1 is promised in high contrast, and asked there
  rules["color-contrast-enhanced"] = { enabled: false };
  const found = await axe.run(document, { rules, resultTypes: ["violations"] });
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length);
  const said = (each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 20)}`;
  const running = shown("article :is(p, li)").filter(
    (each) => each.textContent.trim() && !each.closest("table, figure, .worksheet, #calculator"),
  );
  const letter = (each) => parseFloat(getComputedStyle(each).fontSize);
  const pitch = (each) => parseFloat(getComputedStyle(each).lineHeight) / letter(each);
  const targets = shown(
    "button, .button, .reading-modes a, summary, .jump a, .start li a, .md-header__button, .md-nav__link, .md-footer__link",
  ).filter((each) => !each.closest("#calculator, .md-search, [hidden]"));
  return {
    findings: found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)),
    small: running.filter((each) => letter(each) < 16).map(said),
    tight: running.filter((each) => pitch(each) < 1.6).map(said),
    lines: shown("article > p:not(.jump)")
      .filter((each) => each.clientHeight > 2 * letter(each) * pitch(each))
      .map((each) => Math.round((each.clientWidth / letter(each)) * 10) / 10),
    missed: targets
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return Math.min(width, height) < 43.5;
      })
      .map(said),
  };
})();
