import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { servePreview } from "../src/publish/preview.ts";
import { readOptions } from "./flow/readOptions.ts";

/** Serves a built portal: npm run preview -- [--out DIR] [--base /path/] [--port N]. */
const { values } = readOptions({
  options: { out: { type: "string", default: "dist" }, base: { type: "string" }, port: { type: "string", default: "4321" } },
});

const folder = resolve(values.out);
if (!existsSync(join(folder, "index.html"))) {
  console.error(`There is no portal in ${values.out}. Build one first: npm run build`);
  process.exit(1);
}

/** The path the portal was built for stands in the canonical address of its first page. */
function builtBase(): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  return canonical === undefined ? "/" : new URL(canonical).pathname;
}

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error("--port takes a number from 0 to 65535");
  process.exit(1);
}
const preview = await servePreview({ folder, base: values.base ?? builtBase(), port });
console.log(preview.address);
