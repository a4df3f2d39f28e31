import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { folderDestination } from "../../src/flow/destination.ts";
import type { EstimatedProgress } from "../../src/flow/progress.ts";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import { watchMemory } from "./build/peakMemory.ts";
import { processorSeconds } from "./build/processorTime.ts";
import { siteSize } from "./build/siteSize.ts";

// npm run bench -- figures [TIMES]: a portal of figures alone, of the 341,299 rows of New York's council offices as many times over (10)
// as is said, their numbers made distinct. Ten times it should take four minutes on two quiet cores, and two gigabytes.
const times = Number(process.argv[2] ?? 10);
const root = resolve(import.meta.dirname, "../..");
const realExport = join(root, "..", "shared", "data", "nyc-council.csv.gz");

/** The export as many times over in one file. @returns its rows, roughly: its lines */
async function multiply(file: string): Promise<number> {
  const [header = "", ...rows] = gunzipSync(await readFile(realExport))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const out = await open(file, "w");
  await out.write(`${header}\n`);
  for (let copy = 0; copy < times; copy += 1)
    await out.write(rows.map((row) => `${row.replace(/^"(NYCC\d+)"/u, `"$1-${copy}"`)}\n`).join(""));
  await out.close();
  return rows.length * times;
}

if (!existsSync(realExport)) console.log("not measured: ../shared/data/nyc-council.csv.gz is not at hand");
else {
  const folder = await mkdtemp(join(tmpdir(), "bench-figures-"));
  const memory = watchMemory();
  try {
    const data = join(folder, "data");
    await cp(join(root, "tests/cases/nyc-council"), data, { recursive: true });
    await mkdir(join(data, "exports/2025-01-10"), { recursive: true });
    const rows = await multiply(join(data, "exports/2025-01-10/nyc-council.csv"));
    console.log(`${rows} rows, figures alone`);
    let peak = 0;
    const took = (name: string, [started, worked]: readonly [number, number | null]): void => {
      const seconds = (performance.now() - started) / 1000;
      const processors =
        worked === null ? "" : `${((processorSeconds() ?? NaN) - worked).toFixed(1).padStart(7)} s of processors`;
      const used = memory.take();
      peak = Math.max(peak, used?.own ?? 0, used?.child ?? 0);
      console.log(
        `  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s ${processors} ${used === null ? "" : `  ${used.own} MB here, ${used.child} MB in the largest other process`}`,
      );
    };
    const begin = () => [performance.now(), processorSeconds()] as const;
    const progress: EstimatedProgress = {
      async stage(id, run) {
        const begun = begin();
        memory.take();
        const result = await run(() => {});
        took(id, begun);
        return result;
      },
      expect: () => Promise.resolve(),
      remember: () => Promise.resolve(),
    };
    const begun = begin();
    await publishPortal(data, folderDestination(join(folder, "site")), progress, () => {});
    took("in all", begun);
    const { files, bytes } = siteSize(join(folder, "site"));
    console.log(`  at most ${peak} MB in one process; ${files} files, ${Math.round(bytes / 1e6)} MB`);
    if (times === 10) console.log("  floor: 240 s, 2000 MB; goal: 120 s");
  } finally {
    memory.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
