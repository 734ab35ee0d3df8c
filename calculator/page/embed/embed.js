// One tag puts the calculator into a page of another site: a frame where the script stands.
//
// <script src="…/embed/v1/embed.js" data-track="settlement" async></script>
//
// A classic script without dependencies, because old content systems know no other. Every tag makes
// one frame, and no tag makes two. Messages are heard only from that frame's window and our origin,
// and sent only to that origin; the frame checks the same of this page. What comes in a message is
// a height, or a result that the visitor gave by a button; nothing else is done.
// @ts-check

(() => {
  const NAMES = ["standard", "track", "hue", "scheme", "type", "compact", "result"];
  const SHARED = { source: "suzhou-points", version: 1 };
  const CEILING = 60_000; // px: a frame that asks for more scrolls inside
  const HYSTERESIS = 8; // px by which it may be too high before it shrinks
  const MOST_GROWTHS = 20; // within 5 s: more is a loop, not a visitor
  const PATIENCE = 10_000; // ms from the frame's load to its first message
  // Scripts, and a worker of its own origin; files and paper the visitor asks for; links to sources
  // in windows of their own; Enter in a field, whose sending the frame's own policy refuses.
  const SANDBOX =
    "allow-scripts allow-same-origin allow-downloads allow-modals allow-forms allow-popups allow-popups-to-escape-sandbox";

  const tag = /** @type {HTMLScriptElement | null} */ (
    document.currentScript ||
      document.querySelector("script[src*='embed.js'][data-standard]:not([data-placed])")
  );
  if (!tag || tag.dataset.placed) return;
  const given = tag.dataset;
  given.placed = "yes";

  const home = new URL(tag.src.replace(/(v\d+\/)?[^/?#]*([?#].*)?$/, ""));
  const address = new URL("check" in given ? "check.html" : "./", home);
  for (const name of NAMES) {
    if (given[name] !== undefined) address.searchParams.set(name, given[name] || "yes");
  }
  if (location.origin !== "null") address.searchParams.set("host", location.origin);

  const frame = document.createElement("iframe");
  frame.title = given.title || "苏州市流动人口积分估算";
  frame.lang = "zh-CN";
  frame.loading = "lazy"; // several on a page: each starts when it comes near
  frame.referrerPolicy = "no-referrer";
  frame.allow = "clipboard-write";
  if (home.origin !== location.origin) frame.setAttribute("sandbox", SANDBOX); // else it would be none
  frame.style.cssText = "border:0;display:block;width:100%;height:640px";
  frame.src = address.href;

  let heard = false;
  let last = 0;
  let grown = 0;
  let since = 0;

  /** @param {number} height of what is in the frame; nothing is laid out while the frame is hidden */
  function follow(height) {
    if (!Number.isFinite(height) || height <= 50 || (height <= last && height > last - HYSTERESIS)) return;
    if (height > last) {
      if (performance.now() - since > 5000) [grown, since] = [0, performance.now()];
      if (++grown === MOST_GROWTHS + 1) console.warn("积分估算：高度一直在变，已停止跟随。");
      if (grown > MOST_GROWTHS) return;
    }
    last = Math.min(Math.ceil(height), CEILING);
    frame.style.height = `${last}px`;
  }

  addEventListener("message", ({ data, source, origin }) => {
    if (!source || source !== frame.contentWindow || origin !== home.origin) return;
    if (data?.source !== SHARED.source || data.version !== SHARED.version) return;
    if (typeof data.type !== "string") return;
    // That messages reach it, too, is of use to the check page alone.
    if (!heard) frame.contentWindow?.postMessage({ ...SHARED, type: "view", from: 0, to: frame.offsetHeight }, home.origin);
    heard = true;
    const { type } = data;
    if (type === "height") follow(data.height);
    else if (type !== "result" || "result" in given) {
      frame.dispatchEvent(new CustomEvent(`suzhou-points:${type}`, { bubbles: true, detail: data }));
    }
  });

  // On paper the address stands where the frame does; the result prints from the frame's own button.
  const printed = document.createElement("p");
  printed.hidden = true;
  printed.textContent = `${frame.title}：${address.origin}${address.pathname}`;
  const onPaper = (/** @type {boolean} */ yes) => {
    printed.hidden = !yes;
    frame.style.display = yes ? "none" : "block";
  };
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));

  frame.addEventListener("load", () =>
    setTimeout(() => {
      if (heard || !frame.isConnected) return;
      const link = document.createElement("a");
      link.href = address.href;
      link.target = "_blank";
      link.textContent = "这里没能显示积分估算，点这里在新窗口打开";
      frame.replaceWith(link);
    }, PATIENCE),
  );

  // In the head nothing can be shown: then it stands at the end of the page.
  const put = () => (tag.closest("head") ? document.body.append(frame, printed) : tag.after(frame, printed));
  if (document.body) put();
  else addEventListener("DOMContentLoaded", put);
})();
