import { pathToFileURL } from "node:url";
import { measureAll } from "../../src/measure/measure.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleAppeals, sampleNorms } from "./sampleAppeals.ts";

/**
 * How long all figures of a region take: 60 agencies, 14 topics with 84 sub-topics, 30 places, 36 months, from ten
 * thousand to a million appeals. Prints a table; seconds by the clock and of the processor
 * (more than one thread collects garbage; on a busy machine the clock runs longer); peak memory is that of the process so far.
 */
export function benchMeasures(sizes: readonly number[] = [10_000, 30_000, 100_000, 300_000, 1_000_000]): void {
  console.log(
    "appeals".padStart(10),
    "seconds".padStart(9),
    "CPU s".padStart(7),
    "µs/appeal".padStart(10),
    "peak MB".padStart(8),
    "subjects".padStart(9),
    "facts MB".padStart(9),
  );
  const exportDay = dayOfIsoDate("2026-10-31");
  for (const appeals of sizes) {
    const { columns, topics } = sampleAppeals(
      { appeals, agencies: 60, topics: 14, subtopics: 84, places: 30, months: 36 },
      exportDay,
    );
    const start = performance.now();
    const before = process.cpuUsage();
    const { subjects } = measureAll(columns, { topics, minimumShown: 5, norms: sampleNorms, exportDay });
    const seconds = (performance.now() - start) / 1000;
    const cpu = process.cpuUsage(before);
    const cells = [
      String(appeals).padStart(10),
      seconds.toFixed(2).padStart(9),
      ((cpu.user + cpu.system) / 1e6).toFixed(2).padStart(7),
      ((seconds * 1e6) / appeals).toFixed(1).padStart(10),
      (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8),
      String(subjects.length).padStart(9),
      (JSON.stringify(subjects).length / 1e6).toFixed(1).padStart(9),
    ];
    console.log(...cells);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) benchMeasures();
