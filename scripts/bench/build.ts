import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import { folderDestination } from "../../src/flow/destination.ts";
import { type EstimatedProgress } from "../../src/flow/progress.ts";
import { addChanges, samplePortal } from "./build/samplePortal.ts";
import { comparePages, editionOf } from "./build/comparePages.ts";
import { watchMemory } from "./build/peakMemory.ts";
import { hostedFiles, siteSize, uploadSize } from "./build/siteSize.ts";
import { knownAppeals, touchedBundles } from "./build/touchedBundles.ts";
import { processorSeconds } from "./build/processorTime.ts";
import { parseArgs } from "node:util";

// npm run bench -- build [APPEALS…] [--one-language] [--pages each|bundled]: a full build, pages beside Hugo's, then two more builds, each after
// an export that changes one appeal in a hundred, with what each costs a host; of more than 200,000 the full build alone, which takes its time.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "one-language": { type: "boolean", default: false }, pages: { type: "string" } },
});
const sizes = positionals.map(Number);
const memory = watchMemory();

/** Progress that keeps a row per stage. */
function timed(appeals: number): EstimatedProgress {
  return {
    async stage(id, run) {
      memory.take();
      const started = performance.now();
      const worked = processorSeconds();
      const result = await run(() => {});
      const seconds = (performance.now() - started) / 1000;
      const peak = memory.take();
      const told =
        peak === null ? "memory unknown here" : `${peak.own} MB here, ${peak.child} MB in the largest other process`;
      const processor =
        worked === null ? "" : `${((processorSeconds() ?? 0) - worked).toFixed(1).padStart(7)} s of processors`;
      console.log(
        `    ${id.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s ${String(Math.round(appeals / seconds)).padStart(9)} appeals/s ${processor}  ${told}`,
      );
      return result;
    },
    expect: () => Promise.resolve(),
    remember: () => Promise.resolve(),
  };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function tellSize(site: string): void {
  const { files, folders, bytes, onDisk } = siteSize(site);
  console.log(`    ${files} files in ${folders} folders, ${megabytes(bytes)} MB, ${megabytes(onDisk)} MB on this disk`);
}

async function timedBuild(name: string, appeals: number, dataDir: string, site: string): Promise<number> {
  console.log(`  ${name}`);
  const started = performance.now();
  const worked = processorSeconds();
  await publishPortal(dataDir, folderDestination(site), timed(appeals), () => {});
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `    ${"in all".padEnd(10)} ${seconds.toFixed(1).padStart(7)} s ${worked === null ? "" : `${((processorSeconds() ?? 0) - worked).toFixed(1).padStart(26)} s of processors`}`,
  );
  return seconds;
}

for (const appeals of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const folder = await mkdtemp(join(tmpdir(), "bench-build-"));
  try {
    const [dataDir, site] = [join(folder, "data"), join(folder, "site")];
    await samplePortal(dataDir, appeals, values["one-language"], values.pages);
    console.log(`${appeals} appeals, ${values["one-language"] ? "one language" : "two languages"}`);
    const full = await timedBuild("full build", appeals, dataDir, site);
    tellSize(site);
    if (appeals > 200_000) continue;
    if (values.pages !== "bundled") await comparePages(site, folder);
    for (const which of ["lately", "anywhere"] as const) {
      const rows = await addChanges(dataDir, appeals, which);
      const [hosted, known] = [hostedFiles(site), knownAppeals(editionOf(site))];
      const again = await timedBuild(`after an export of ${rows} rows, changed ${which}`, appeals, dataDir, site);
      console.log(`    ${Math.round((100 * again) / full)} % of the full build`);
      const { sent, appeals: pages, bytes, removed } = uploadSize(hosted, site);
      console.log(
        `    to upload: ${sent} files, ${pages} of them with appeals, ${megabytes(bytes)} MB; to remove: ${removed}`,
      );
      const { changed, bundles, ...touched } = touchedBundles(known, knownAppeals(editionOf(site)));
      console.log(`    ${changed} appeals changed; of ${bundles} bundles are touched ${JSON.stringify(touched)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
memory.stop();
