import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { command } from "./command.ts";

/** Prints the note of the week as the site has it: what was published and what is pasted are one text. */
export const bulletin = command({
  name: "bulletin",
  options: {
    week: { kind: "flag" },
    caption: { kind: "flag" },
    language: { kind: "text", value: "ru|en" },
    out: { kind: "text", value: "DIR", usual: "dist" },
  },
  examples: ["--week", "--week --caption --language en"],
  portalOf: () => null,
  faultOf: ({ week }) => (week ? null : { fault: "option-missing", names: { option: "--week" } }),
  run: async ({ caption, language, out }) => {
    const site = resolve(out);
    const file = caption ? "bulletin-short.txt" : "bulletin.txt";
    if (!existsSync(join(site, "index.html"))) throw new BuildStop("SITE_MISSING", [], { site: out });
    // The first language stands at the root, each further one in its folder.
    const further = join(site, language ?? "", "week", file);
    const text = await readFile(existsSync(further) ? further : join(site, "week", file), "utf8");
    console.log(text.trimEnd());
  },
});
