// Take it with you: paper, a file, a link, this device. Nothing is kept unless a button is pressed.
// @ts-check

import { element, find } from "../shared/dom.js";

/** @import { Answers, Kept } from "../page_api.js" */

const PLACE = "suzhou-points:1";

/**
 * @param {HTMLElement} root
 * @param {{ keep: () => Promise<Answers["keep"]>,
 *   open: (asked: { text: string } | { fragment: string }) => Promise<Answers["open"]>,
 *   clear: () => () => void }} page gives what there is, puts a document into the form, and empties
 *   the form, giving back what undoes that
 */
export function prepareSaving(root, { keep, open, clear }) {
  const said = find(root, "#kept");
  const notes = find(root, "#notes");
  const restore = find(root, "#restore-offer");
  const undo = find(root, "#undo");
  /** @type {(() => void) | null} */
  let undoing = null;
  const warning = find(root, "#share-warning");
  const brought = find(root, "#brought"); // at the top: who opens a link has not seen the end yet
  const link = /** @type {HTMLInputElement} */ (find(root, "#link"));

  /**
   * @param {string} words
   * @param {string[]} [more]
   */
  function say(words, more = []) {
    said.textContent = words;
    notes.replaceChildren(...more.map((note) => element("li", note)));
  }

  /** @param {(kept: Kept) => string | Promise<string>} then gives the words that say it is done */
  const withKept = (then) => async () => {
    const kept = await keep().catch(() => null);
    if (!kept) return say("计算程序还没有准备好，请稍后再试。");
    if ("error" in kept) return say(kept.error);
    const done = await then(kept);
    say(done + (kept.left_out.length ? "有几处填得不对，没有带走：" : ""), kept.left_out);
  };

  /** @param {{ text: string } | { fragment: string }} asked */
  async function openIt(asked) {
    const opened = await open(asked).catch(() => null);
    if (!opened) return say("计算程序还没有准备好，请稍后再试。");
    if ("error" in opened) say(opened.error);
    else say(opened.notes.length ? "已经打开，有几处不再适用：" : "已经打开。", opened.notes);
    return opened;
  }

  find(root, "#print").addEventListener("click", () => print());
  find(root, "#download").addEventListener("click", withKept(download));
  find(root, "#open").addEventListener("change", async ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const file = input.files?.[0];
    if (file && file.size > 1e6) say("这个文件太大，不是这里存的。");
    else if (file) await openIt({ text: await file.text() });
    input.value = "";
  });
  find(root, "#share").addEventListener("click", () => {
    warning.hidden = false;
    find(root, "#copy").focus();
  });
  find(root, "#dont-copy").addEventListener("click", () => {
    warning.hidden = link.hidden = true;
    find(root, "#share").focus();
  });
  find(root, "#copy").addEventListener(
    "click",
    withKept(async ({ fragment }) => {
      const address = `${location.origin}${location.pathname}${location.search}#${fragment}`;
      const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
      link.value = address;
      link.hidden = Boolean(copied);
      warning.hidden = Boolean(copied);
      if (copied) find(root, "#share").focus();
      else link.select();
      return copied ? "链接已复制。" : "请从下面复制链接。";
    }),
  );
  find(root, "#store").addEventListener(
    "click",
    withKept(({ document: text }) => {
      const stored = onDevice((storage) => storage.setItem(PLACE, text));
      restore.hidden = !stored;
      return stored ? "已存在这台设备。别人也用这台设备的话，走前请按清除全部。" : "这台设备不让保存，可以存成文件。";
    }),
  );
  find(root, "#restore").addEventListener("click", async () => {
    const text = storedText();
    restore.hidden = !text; // another tab may have cleared it
    if (text) await openIt({ text });
    else say("这台设备上已经没有存着的内容。");
  });
  find(root, "#clear").addEventListener("click", () => {
    const stored = storedText();
    onDevice((storage) => storage.removeItem(PLACE));
    restore.hidden = warning.hidden = brought.hidden = true;
    link.value = "";
    const refill = clear();
    undoing = () => {
      if (stored) onDevice((storage) => storage.setItem(PLACE, stored));
      restore.hidden = !stored;
      refill();
    };
    undo.hidden = false;
    say("填的内容和存在这台设备的都已清除。");
  });
  undo.addEventListener("click", () => {
    undoing?.();
    undoing = null;
    undo.hidden = true;
    find(root, "#clear").focus();
    say("已经恢复。");
  });
  root.addEventListener("input", () => {
    undo.hidden = true; // what is typed anew is not thrown away by an undo
    undoing = null;
  });
  restore.hidden = !storedText();

  let waiting = "";

  /** Answers in the address are taken out of it at once, so that they stay in no history. */
  function takeFragment() {
    if (!/^#v\d/.test(location.hash)) return;
    waiting = location.hash;
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** Open what the address brought, once the engine can. */
  async function openFragment() {
    const fragment = waiting;
    if (!fragment) return;
    const opened = await openIt({ fragment });
    if (!opened) return;
    waiting = "";
    brought.textContent = "error" in opened || opened.notes.length ? [said, ...notes.children].map((place) => place.textContent).join("") : "";
    brought.hidden = !brought.textContent;
    if (brought.textContent) brought.scrollIntoView({ block: "center" });
  }

  takeFragment();
  addEventListener("hashchange", () => {
    takeFragment(); // a link may be pasted over the open page
    void openFragment();
  });
  return openFragment;
}

/** @param {Kept} kept */
function download({ name, document: text }) {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return "已存成文件，在浏览器下载的地方。";
}

const storedText = () => {
  let text = "";
  onDevice((storage) => void (text = storage.getItem(PLACE) ?? ""));
  return text;
};

/**
 * Storage may be full, denied, or not there at all.
 * @param {(storage: Storage) => void} use
 */
function onDevice(use) {
  try {
    use(localStorage);
    return true;
  } catch {
    return false;
  }
}
