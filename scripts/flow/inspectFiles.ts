import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { detectorFailed, errorClass } from "../../src/privacy/detectorFailed.ts";
import { type SiteToVerify } from "../../src/publish/verify/verifySite.ts";
import { type Inspected } from "../../src/publish/verify/inspectFile.ts";
import { inspectionBatches } from "./inspectionBatches.ts";

/** What a thread that looks at files needs to know. */
export interface InspectionThread {
  siteDir: string;
  address: string;
  /** Every file of the site. */
  known: readonly string[];
  /** The detectors' rules, texts of the portal itself, and the table of the texts that have passed the gate. */
  rules: CleaningRules;
  own: readonly string[];
  read: Float64Array;
}

/** What such a thread answers: what it found, or the class of the error that a detector threw. */
export type InspectionAnswer = { readonly found: readonly Inspected[] } | { readonly failed: string };

/** Megabytes: what is garbage goes in time, also where there is more memory. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };

/**
 * Looks at files of a site on all cores.
 *
 * @throws BuildStop DETECTOR_FAILED where a thread fails or ends; what the operating system says of a file it does not give
 */
export function inspectFiles(thread: InspectionThread, threads: number = Math.min(4, availableParallelism())): SiteToVerify["inspect"] {
  return async (files, each) => {
    const batches = inspectionBatches(files, thread.known.length);
    const workers = Array.from({ length: Math.min(threads, batches.length) }, () => new Worker(new URL("inspectWorker.ts", import.meta.url), { workerData: thread, resourceLimits }));
    let next = 0;
    try {
      await Promise.all(
        workers.map(
          (worker) =>
            new Promise<void>((resolve, reject) => {
              const ask = (): void => {
                const files = batches[next];
                next += 1;
                if (files === undefined) resolve();
                else worker.postMessage(files);
              };
              worker.on("error", (error) => reject(isRefusedFile(error) ? error : detectorFailed(errorClass(error))));
              worker.on("exit", () => reject(detectorFailed("Error")));
              worker.on("message", (answer: InspectionAnswer) => {
                if ("failed" in answer) return reject(detectorFailed(answer.failed));
                answer.found.forEach(each);
                ask();
              });
              ask();
            }),
        ),
      );
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  };
}

/** Such an error names a path and no text. */
function isRefusedFile(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "path" in error;
}
