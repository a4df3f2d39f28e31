import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFacts } from "../../src/edition/readEdition.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { subjectsOf } from "../../src/model/subjectsOfFacts.ts";
import { writePressKits } from "../../src/publish/press/writeKits.ts";
import { writeReviewFiles } from "../../src/publish/reviews/writeReviews.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { processorSeconds } from "./build/processorTime.ts";
import { siteSize } from "./build/siteSize.ts";

// npm run bench -- press: what the press room of the demonstration costs, edition after edition.

/** Editions whose press rooms are made one after the other. */
const editions = 20;
/** Seconds of processors that the kits of one edition may take. */
const most = 10;

/** Month by month back from the day of an edition. */
const dayOf = (date: string, monthsBefore: number): string => {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - monthsBefore, 0)).toISOString().slice(0, 10);
};

async function benchPress(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-press-"));
  try {
    const editionDir = join(folder, "edition");
    await prepareEdition({
      settings: await readSettings("data"),
      workDir: join(folder, "work"),
      editionDir,
      progress: { stage: (_, run) => run(() => undefined) },
    });
    const facts = readFacts(editionDir);
    console.log(
      `Press rooms of ${editions} editions, ${subjectsOf(facts, "agency").length} agencies each; aim for the kits: at most ${most} s of processors`,
    );
    const took: number[] = [];
    for (let at = editions - 1; at >= 0; at--) {
      const date = dayOf(facts.edition.date, at);
      const out = join(folder, date);
      const dated = { ...facts, edition: { ...facts.edition, date } };
      const started = processorSeconds() ?? NaN;
      await writePressKits(dated, editionDir, out, {});
      const kits = (processorSeconds() ?? NaN) - started;
      await writeReviewFiles(dated, editionDir, out);
      const reviews = (processorSeconds() ?? NaN) - started - kits;
      took.push(kits);
      const kept = siteSize(join(out, "data/editions")).bytes;
      console.log(
        `  ${date}: kits ${kits.toFixed(1)} s, reviews ${reviews.toFixed(1)} s; ${filesBelow(out).length} files; kept for good: ${Math.round(kept / 1000)} kB`,
      );
      await rm(out, { recursive: true });
    }
    const slowest = Math.max(...took);
    const median = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]!;
    console.log(`  median: ${median.toFixed(1)} s of processors`);
    console.log(`  slowest: ${slowest.toFixed(1)} s of processors${slowest <= most ? "" : `: more than ${most}`}`);
    if (!(slowest <= most)) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await benchPress();
