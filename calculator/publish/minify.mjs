// Scripts without comments and with short names, in place: node minify.mjs FILE…

import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

for (const file of process.argv.slice(2)) {
  const source = readFileSync(file, "utf8");
  const module = /^(import|export) /m.test(source);
  const { code } = await minify(source, { module, format: { ascii_only: false } });
  writeFileSync(file, code);
}
