import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import { folderDestination } from "../../src/flow/destination.ts";
import type { EstimatedProgress } from "../../src/flow/progress.ts";
import { addChanges, samplePortal } from "./build/samplePortal.ts";
import { comparePages, editionOf } from "./build/comparePages.ts";
import { type MeasuredSize, numbersTable, type Took } from "./build/numbersTable.ts";
import { watchMemory } from "./build/peakMemory.ts";
import { hostedFiles, siteSize, uploadSize } from "./build/siteSize.ts";
import { knownAppeals, touchedBundles } from "./build/touchedBundles.ts";
import { processorSeconds } from "./build/processorTime.ts";
import { parseArgs } from "node:util";

// npm run bench -- build [APPEALS…] [--one-language] [--pages each|bundled]: a full build, pages beside Hugo's, then two more builds, each after
// an export that changes one appeal in a hundred, with what each costs a host; of more than 200,000 the full build alone, which takes its time.
// At the end what was measured stands beside the floors and goals that are set.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "one-language": { type: "boolean", default: false }, pages: { type: "string" } },
});
const sizes = positionals.map(Number);
const memory = watchMemory();

/** Runs something and tells what it took. */
async function took<Result>(run: () => Promise<Result>): Promise<Took & { result: Result }> {
  const [started, worked] = [performance.now(), processorSeconds()];
  const result = await run();
  return {
    result,
    seconds: (performance.now() - started) / 1000,
    processors: worked === null ? NaN : (processorSeconds() ?? NaN) - worked,
  };
}

const ofProcessors = ({ processors }: Took): string =>
  Number.isNaN(processors) ? "" : `${processors.toFixed(1).padStart(7)} s of processors`;

/** What the builds of one size took, as it becomes known. */
interface BuildTimes {
  stages: Map<string, Took>;
  peak: number | null;
}

/** Progress that prints a row per stage, and keeps it. */
function timed(appeals: number, times: BuildTimes): EstimatedProgress {
  return {
    async stage(id, run) {
      memory.take();
      const { result, ...stage } = await took(() => run(() => {}));
      times.stages.set(id, stage);
      const peak = memory.take();
      if (peak !== null) times.peak = Math.max(times.peak ?? 0, peak.own, peak.child);
      const told =
        peak === null ? "memory unknown here" : `${peak.own} MB here, ${peak.child} MB in the largest other process`;
      console.log(
        `    ${id.padEnd(10)} ${stage.seconds.toFixed(1).padStart(7)} s ${String(Math.round(appeals / stage.seconds)).padStart(9)} appeals/s ${ofProcessors(stage)}  ${told}`,
      );
      return result;
    },
    expect: () => Promise.resolve(),
    remember: () => Promise.resolve(),
  };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function tellSize(site: string): ReturnType<typeof siteSize> {
  const size = siteSize(site);
  const { files, folders, bytes, onDisk } = size;
  console.log(`    ${files} files in ${folders} folders, ${megabytes(bytes)} MB, ${megabytes(onDisk)} MB on this disk`);
  return size;
}

async function timedBuild(
  name: string,
  appeals: number,
  dataDir: string,
  site: string,
): Promise<{ all: Took } & BuildTimes> {
  console.log(`  ${name}`);
  const times: BuildTimes = { stages: new Map(), peak: null };
  const { result: _published, ...all } = await took(() =>
    publishPortal(dataDir, folderDestination(site), timed(appeals, times), () => {}),
  );
  console.log(
    `    ${"in all".padEnd(10)} ${all.seconds.toFixed(1).padStart(7)} s ${" ".repeat(19)} ${ofProcessors(all)}`,
  );
  return { all, ...times };
}

const measured: MeasuredSize[] = [];
for (const appeals of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const folder = await mkdtemp(join(tmpdir(), "bench-build-"));
  try {
    const [dataDir, site] = [join(folder, "data"), join(folder, "site")];
    await samplePortal(dataDir, appeals, values["one-language"], values.pages);
    console.log(`${appeals} appeals, ${values["one-language"] ? "one language" : "two languages"}`);
    const { all: full, stages, peak } = await timedBuild("full build", appeals, dataDir, site);
    const { files, onDisk } = tellSize(site);
    const again: MeasuredSize["again"] = {};
    measured.push({
      appeals,
      isOneLanguage: values["one-language"],
      full,
      verify: stages.get("verify")!,
      again,
      peak,
      files,
      onDisk,
    });
    if (appeals > 200_000) continue;
    if (values.pages !== "bundled") await comparePages(site, folder);
    for (const which of ["lately", "anywhere"] as const) {
      const rows = await addChanges(dataDir, appeals, which);
      const [hosted, known] = [hostedFiles(site), knownAppeals(editionOf(site))];
      const { all } = await timedBuild(`after an export of ${rows} rows, changed ${which}`, appeals, dataDir, site);
      again[which] = all;
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
for (const line of numbersTable(measured)) console.log(line);
