// Firefox for the tests: one JSON command a line in, one JSON answer a line out.
//
// In:  ["open", url] or ["evaluate", expression]
// Out: { value } or { error }, and a first { } when the browser has started
// The browser ends when the input does, so it never outlives the tests.
// @ts-check

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  headless: true,
  protocolTimeout: 60_000,
  extraPrefsFirefox: { "intl.accept_languages": "zh-CN, zh", ...JSON.parse(process.argv[3]) },
});
const page = await browser.newPage();
console.log("{}");

/** @type {Record<string, (text: string) => Promise<unknown>>} */
const commands = {
  open: async (url) => void (await page.goto(url)),
  evaluate: (expression) => page.evaluate(expression),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [command, text] = JSON.parse(line);
  const answer = await commands[command](text).then(
    (value) => ({ value }),
    (error) => ({ error: String(error) }),
  );
  console.log(JSON.stringify(answer));
}
await browser.close();
