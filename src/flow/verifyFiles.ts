import { availableParallelism } from "node:os";
import { type CleaningRules } from "../privacy/cleaningRules.ts";
import { detectorFailed, errorClass } from "../privacy/detectorFailed.ts";
import { type SiteToVerify } from "../publish/verify/verifySite.ts";
import { type VerifiedFile } from "../publish/verify/verifyFile.ts";
import { verifyBatches } from "./verifyBatches.ts";
import { openThreads } from "../system/threads.ts";

/** What a thread that looks at files needs to know. */
export interface VerifyingThread {
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
export type VerifyingAnswer = { readonly found: readonly VerifiedFile[] } | { readonly failed: string };

/** Megabytes: what is garbage goes in time, also where there is more memory. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };

/**
 * Looks at files of a site in threads, on four cores at most.
 *
 * @throws BuildStop DETECTOR_FAILED where a thread fails or ends; what the operating system says of a file it does not give
 */
export function verifyFiles(
  thread: VerifyingThread,
  threads: number = Math.min(4, availableParallelism()),
): SiteToVerify["inspect"] {
  return async (files, each) => {
    const batches = verifyBatches(files, thread.known.length);
    const pool = openThreads<readonly string[], VerifyingAnswer>(new URL("./verifyWorker.ts", import.meta.url), {
      name: "A thread that looks at files",
      count: Math.min(threads, batches.length),
      workerData: thread,
      resourceLimits,
    });
    const look = async (some: readonly string[]): Promise<void> => {
      const answer = await pool.ask(some).catch((error: unknown) => {
        throw isRefusedFile(error) ? error : detectorFailed(errorClass(error));
      });
      if ("failed" in answer) throw detectorFailed(answer.failed);
      answer.found.forEach(each);
    };
    try {
      await Promise.all(batches.map(look));
    } finally {
      await pool.close();
    }
  };
}

/** Such an error names a path and no text. */
function isRefusedFile(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "path" in error;
}
