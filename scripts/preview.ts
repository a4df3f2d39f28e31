import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BuildStop } from "../src/model/buildStop.ts";
import { servePreview } from "../src/publish/preview.ts";
import { readOptions } from "./flow/readOptions.ts";
import { runCommand } from "./flow/runCommand.ts";

/** Serves a built portal: npm run preview -- [--out DIR] [--base /path/] [--port N]. */
const { values } = readOptions({
  options: { out: { type: "string", default: "dist" }, base: { type: "string" }, port: { type: "string", default: "4321" } },
});

/** The path the portal was built for stands in the canonical address of its first page. */
function builtBase(folder: string): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  return canonical === undefined ? "/" : new URL(canonical).pathname;
}

await runCommand("data", async ({ words }) => {
  const folder = resolve(values.out);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new BuildStop("OPTIONS_INVALID", [], { problem: "--port 0…65535" });
  if (!existsSync(join(folder, "index.html"))) {
    console.error(words.say("preview.noSite", { folder: values.out }));
    process.exitCode = 1;
    return;
  }
  const preview = await servePreview({ folder, base: values.base ?? builtBase(folder), port });
  console.log(preview.address);
});
