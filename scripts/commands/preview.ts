import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { servePreview } from "../../src/publish/preview.ts";
import { command } from "./command.ts";

/** The path the portal was built for stands in the canonical address of its first page. */
function builtBase(folder: string): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  return canonical === undefined ? "/" : new URL(canonical).pathname;
}

/** Serves a built portal on this machine until it is interrupted. */
export const preview = command({
  name: "preview",
  options: {
    out: { kind: "text", value: "DIR", usual: "dist" },
    base: { kind: "text", value: "/PATH/" },
    port: { kind: "number", value: "N", least: 0, most: 65_535, isWhole: true, usual: 4321 },
  },
  examples: ["--out my-site"],
  portalOf: () => null,
  run: async ({ out, base, port }, _, { words }) => {
    const folder = resolve(out);
    if (!existsSync(join(folder, "index.html"))) throw new BuildStop("SITE_MISSING", [], { site: out });
    const served = await servePreview({ folder, base: base ?? builtBase(folder), port });
    // On the side of messages: the output is the address alone, for whoever reads it on.
    if (port !== 0 && served.port !== port)
      console.error(words.say("preview.portTaken", { asked: String(port), port: String(served.port) }));
    console.log(served.address);
    console.error(words.say("preview.stop"));
  },
});
