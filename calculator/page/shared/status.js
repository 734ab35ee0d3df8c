// What the page says about the engine. The only words that do not come from Python: they are said
// before it is there, or because it is not.
// @ts-check

const QUIET = 800; // ms before a start that takes long is said

/** @type {Record<import("./engine.js").Cause, string>} */
const WORDS = {
  network: "没能下载完，请检查网络后重试。",
  stalled: "很久没有收到数据，请检查网络后重试。",
  missing: "没能取到计算程序的文件，请检查网络后重试；还是不行，请刷新网页重新填，或者告诉本网站的管理人员。",
  damaged: "收到的文件不对，请稍后重试；还是不行，请告诉本网站的管理人员。",
  forbidden: "这个网页的安全设置不允许运行计算程序，请告诉本网站的管理人员。",
  python: "计算程序出了错，请重试。",
  silent: "计算程序没有回应，可能是设备的内存不够，请重试。",
  old: "这个浏览器太旧，不能运行计算程序。请更新浏览器，或者在纸上算：",
};

export class EngineStatus {
  /**
   * @param {HTMLElement} place
   * @param {() => void} retry
   * @param {string} [kept] what a failure does not take away, in words
   */
  constructor(place, retry, kept = "") {
    this.place = place;
    this.retry = retry;
    this.kept = kept;
    this.timer = 0;
    /** True progress: seen, not read out at every step. */
    this.progress = document.createElement("span");
    this.progress.setAttribute("aria-hidden", "true");
  }

  /** @param {import("./engine.js").State} state */
  show(state) {
    const { stage, cause } = state;
    if (stage !== "loading") {
      clearTimeout(this.timer);
      this.timer = 0;
    }
    if (stage === "failed" && cause) {
      this.place.replaceChildren(WORDS[cause], this.kept, ...this.#ways(cause));
    } else if (stage === "loading") {
      this.progress.textContent = progress(state);
      if (this.timer) return;
      this.place.replaceChildren();
      this.timer = setTimeout(() => this.place.replaceChildren("计算程序正在准备", this.progress), QUIET);
    } else {
      this.place.replaceChildren();
    }
  }

  /**
   * What can be done: try again where that may help, and paper always.
   * @param {import("./engine.js").Cause} cause
   */
  #ways(cause) {
    const paper = document.createElement("a");
    paper.href = "../worksheet/";
    paper.textContent = "手工计分表";
    if (cause === "old") return [paper];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "重试";
    button.addEventListener("click", this.retry);
    return [button, paper];
  }
}

/** @param {import("./engine.js").State} state */
function progress({ loaded, total, starting }) {
  if (starting) return "（已下载，正在启动）";
  return total ? `（${megabytes(loaded)} / ${megabytes(total)} MB）` : "";
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
