// The check page. Opened by itself it puts itself into a frame with the loader; in a frame, here or
// on another site, it checks all that the embedded calculator needs, one after another.
// @ts-check

import { Engine } from "../shared/engine.js";
import { followHeight, framed, hear, host } from "./messages.js";

/**
 * @typedef {{ passed: boolean, found: string, advice: string, minor?: boolean }} Finding
 *   minor: it works all the same
 */

const WAIT = 8000; // ms for the page around to answer
const root = document.documentElement;
const page = new URL(root.dataset.page ?? "", location.href).href;
const engine = new URL(root.dataset.engineFolder ?? "", location.href).href;

/** @type {Promise<unknown>} */
const seen = new Promise((resolve) => hear(resolve));

if (framed) {
  find("#inside").hidden = false;
  // It holds no answers: the frame is as high as what is in it.
  followHeight(document.body, () => document.body.getBoundingClientRect().height);
  await checkAll();
} else {
  find("#outside").hidden = false;
  find("#line").textContent = `<script src="${new URL("v1/embed.js", location.href)}" data-check async></` + "script>";
  const loader = document.createElement("script");
  loader.src = "embed.js";
  loader.dataset.check = "";
  find("main").append(loader);
}

async function checkAll() {
  /** @type {[string, string, () => Promise<Finding>][]} */
  const checks = [
    ["loader", "放入方式", placed],
    ["messages", "与外面网页的消息", messages],
    ["height", "高度跟随", height],
    ["engine", "计算程序", runs],
    ["types", "文件类型", types],
    ["policy", "安全策略（CSP）", policy],
    ["worker", "计算程序的安全策略", worker],
    ["headers", "其他安全头", others],
    ["compression", "压缩", compression],
    ["cache", "缓存", cache],
    ["hosts", "只用本站的文件", hosts],
  ];
  /** @type {string[]} */
  const states = [];
  for (const [id, label, check] of checks) {
    const row = find("#checks").appendChild(document.createElement("li"));
    row.dataset.check = id;
    row.textContent = `${label}：正在检查`;
    /** @type {Finding} */
    const finding = await check().catch((error) => ({
      passed: false,
      found: String(error),
      advice: "请检查网络和文件是否齐全。",
    }));
    const { passed, found, advice, minor } = finding;
    const state = passed ? "passed" : minor ? "better" : "failed";
    row.dataset.state = state;
    const word = { passed: "通过", better: "能用，可以更好", failed: "未通过" }[state];
    const bold = document.createElement("b");
    bold.textContent = word;
    row.replaceChildren(`${label}：`, bold, `。${found}${passed ? "" : `要改：${advice}`}`);
    states.push(state);
  }
  const [failed, better] = ["failed", "better"].map((s) => states.filter((each) => each === s).length);
  const verdict = find("#verdict");
  verdict.dataset.done = "yes";
  verdict.textContent = failed
    ? `有 ${failed} 项未通过，请按下面的说明改。`
    : `全部能用${better ? `，其中 ${better} 项可以更好` : ""}。`;
}

async function placed() {
  return {
    passed: Boolean(host),
    found: host ? `外面的网页是 ${host}。` : "不知道外面是哪个网站，焦点和总分条不能跟随。",
    advice: "用 embed.js 放入，不要直接写 iframe。",
    minor: true,
  };
}

async function messages() {
  const heard = await Promise.race([seen, later(WAIT)]);
  return {
    passed: Boolean(heard),
    found: heard ? "两边都能收到。" : "外面的网页没有回应。",
    advice: "检查 embed.js 有没有运行（控制台有没有报错），网页有没有拦截消息。",
    minor: !host,
  };
}

async function height() {
  const spacer = find("main").appendChild(document.createElement("p"));
  spacer.style.height = "300px";
  await later(1000);
  const fits = Math.abs(innerHeight - document.body.getBoundingClientRect().height) <= 10;
  spacer.remove();
  return {
    passed: fits,
    found: fits ? "框随内容变高。" : `框高 ${innerHeight} 像素，没有跟上内容。`,
    advice: "看外面网页的样式有没有给 iframe 写死高度（height、max-height 加 !important）。",
    minor: !host,
  };
}

/** @returns {Promise<Finding>} */
function runs() {
  return new Promise((resolve) => {
    const start = new Engine(engine, ({ stage, cause, detail }) => {
      if (stage === "ready" || stage === "failed") {
        const passed = stage === "ready";
        resolve({
          passed,
          found: passed ? "能启动。" : `不能启动（${cause}：${detail}）。`,
          advice: "按 hosting 文件夹里的配置核对文件类型和安全策略；浏览器太旧（old）时请换新的。",
        });
        start.worker?.terminate();
      }
    });
    start.start();
  });
}

async function types() {
  const wanted = /** @type {[string, RegExp, boolean][]} */ ([
    [page, /^text\/html/, false],
    ["../assets/embed/embed.css", /^text\/css/, false],
    ["embed.js", /^(text|application)\/(x-)?javascript/, false],
    [`${engine}worker.js`, /^(text|application)\/(x-)?javascript/, false],
    [`${engine}probe.wasm`, /^application\/wasm/, true],
  ]);
  const wrong = [];
  for (const [url, type, minor] of wanted) {
    const found = (await get(url)).get("Content-Type") ?? "没有";
    if (!type.test(found)) wrong.push({ text: `${url.split("/").pop()} 是 ${found}`, minor });
  }
  return {
    passed: !wrong.length,
    found: wrong.length ? `${wrong.map(({ text }) => text).join("；")}。` : "都对。",
    advice: "给 .js 配 text/javascript，给 .wasm 配 application/wasm。",
    minor: wrong.every(({ minor }) => minor),
  };
}

async function policy() {
  const found = (await get(page)).get("Content-Security-Policy") ?? "";
  const lacking = ["default-src 'none'", "form-action 'none'", "frame-ancestors"].filter((each) => !found.includes(each));
  return {
    passed: !lacking.length,
    found: lacking.length ? `响应头里没有 ${lacking.join("、")}；网页自带的策略仍然有效，但谁可以嵌入没有限制。` : "齐全。",
    advice: "按 hosting 文件夹里的配置加上 Content-Security-Policy，并在 frame-ancestors 里写上可以嵌入的网站。",
    minor: true,
  };
}

async function worker() {
  const found = (await get(`${engine}worker.js`)).get("Content-Security-Policy") ?? "";
  return {
    passed: found.includes("connect-src 'self'"),
    found: found ? "有。" : "engine 文件夹里的文件没有安全策略，计算程序不受它约束。",
    advice: "Content-Security-Policy 要对所有文件发送，不只是网页。",
    minor: true,
  };
}

async function others() {
  const found = await get(page);
  const wanted = { "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Permissions-Policy": "camera=()" };
  const lacking = Object.entries(wanted).filter(([name, value]) => !found.get(name)?.includes(value));
  return {
    passed: !lacking.length,
    found: lacking.length ? `没有 ${lacking.map(([name]) => name).join("、")}。` : "齐全。",
    advice: "按 hosting 文件夹里的配置加上。",
    minor: true,
  };
}

async function compression() {
  const found = (await get(`${engine}probe.wasm`)).get("Content-Encoding");
  return {
    passed: Boolean(found),
    found: found ? `${found}。` : "没有压缩；计算程序会改下自带的压缩文件。",
    advice: "打开 gzip 或 Brotli，.wasm 也要压缩。",
    minor: true,
  };
}

async function cache() {
  const found = (await get(`${engine}worker.js`)).get("Cache-Control") ?? "";
  return {
    passed: found.includes("immutable"),
    found: found.includes("immutable") ? "计算程序只下载一次。" : "没有写明计算程序可以长期缓存。",
    advice: "给 engine 文件夹加 Cache-Control: public, max-age=31536000, immutable。",
    minor: true,
  };
}

async function hosts() {
  const elsewhere = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => !name.startsWith(location.origin));
  return {
    passed: !elsewhere.length,
    found: elsewhere.length ? `用到了别处的文件：${elsewhere.join("、")}。` : "没有用到别处的文件。",
    advice: "检查服务器或网络设备有没有往网页里插入内容。",
  };
}

/**
 * @param {string} url
 * @returns {Promise<Headers>}
 */
async function get(url) {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.headers;
}

/**
 * @param {number} ms
 * @returns {Promise<undefined>}
 */
function later(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}
