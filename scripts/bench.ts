import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

// npm run bench -- [NAME…]: measures speed and quality; each in a process of its own, so that memory is its own too.
const folder = join(import.meta.dirname, "bench");
const known = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && /^(intake|measures|privacy|search|build)\.ts$/.test(entry.name))
  .map((entry) => entry.name.slice(0, -".ts".length))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no such benchmark. Known: ${known.join(", ")}`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : known) {
    const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`)], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}
