import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { BuildStop } from "../src/model/buildStop.ts";
import { runCommand } from "./flow/runCommand.ts";

// npm run bench -- [NAME…] [SIZES AND OPTIONS OF ONE]: measures speed and quality; each in a process of its own, so that
// memory is its own too. What stands behind a single name and is no name is handed to it.
const folder = join(import.meta.dirname, "bench");
const known = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && /^(intake|measures|privacy|search|build)\.ts$/.test(entry.name))
  .map((entry) => entry.name.slice(0, -".ts".length))
  .sort();
const given = process.argv.slice(2);
const own = given.findIndex((word) => /^(\d+|--.*)$/.test(word));
const wanted = own === -1 ? given : given.slice(0, own);
const handed = own === -1 || wanted.length !== 1 ? [] : given.slice(own);
const unknown = wanted.filter((name) => !known.includes(name));

await runCommand("data", async () => {
  if (unknown.length > 0) throw new BuildStop("OPTIONS_INVALID", [], { problem: `${unknown.join(", ")} · ${known.join(", ")}` });
  for (const name of wanted.length > 0 ? wanted : known) {
    const { status } = spawnSync(process.execPath, [join(folder, "runOne.ts"), name, ...handed], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
});
