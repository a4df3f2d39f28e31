import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptFolder } from "../../src/system/keptFolder.ts";

// A process that asks for a folder, and says whether it had to make it; where it is not whole, it fails.
let made = false;
const folder = await keptFolder(process.argv[2]!, "by-processes", (part) => {
  made = true;
  writeFileSync(join(part, "page.js"), "whole");
  return Promise.resolve();
});
if (readFileSync(join(folder, "page.js"), "utf8") !== "whole") throw new Error("Half a folder was found");
process.stdout.write(made ? "made" : "found");
