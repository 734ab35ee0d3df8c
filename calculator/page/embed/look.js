// How the embedded page looks: values of the address, only those of a list. In the head and classic,
// so that nothing is painted in another look first.
// @ts-check

(() => {
  /** The first of each is taken where nothing, or something else, is given. */
  const ALLOWED = {
    hue: ["blue", "azure", "green", "red", "plum", "ink"],
    scheme: ["auto", "light", "dark"],
    type: ["normal", "large"],
    compact: ["no", "yes"],
  };
  const OTHERS = ["standard", "track", "host", "result"];

  const root = document.documentElement;
  const given = new URLSearchParams(location.search);
  for (const [name, values] of Object.entries(ALLOWED)) {
    const value = given.get(name) ?? values[0];
    const known = values.includes(value);
    if (!known) console.warn(`积分估算：${name}="${value}" 不可用，已改用 ${values[0]}。可用：${values.join("、")}`);
    root.dataset[name] = known ? value : values[0];
  }
  for (const name of given.keys()) {
    if (!(name in ALLOWED) && !OTHERS.includes(name)) console.warn(`积分估算：没有 ${name} 这个参数，已忽略。`);
  }

  const night = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const { scheme } = root.dataset;
    const dark = scheme === "dark" || (scheme === "auto" && night.matches);
    root.dataset.mdColorScheme = dark ? "slate" : "default"; // as site.css names them
  };
  night.addEventListener("change", paint);
  paint();
})();
