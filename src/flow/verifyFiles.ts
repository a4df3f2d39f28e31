import { availableParallelism } from "node:os";
import { BuildStop } from "../model/buildStop.ts";
import { detectorFailed, errorClass } from "../privacy/detectorFailed.ts";
import type { SiteToVerify } from "../publish/verify/verifySite.ts";
import { type FilesToVerify, lookAtFiles, type VerifyingAnswer } from "./lookAtFiles.ts";
import { verifyBatches } from "./verifyBatches.ts";
import { openThreads } from "../system/threads.ts";

/** Megabytes: what is garbage goes in time, also where there is more memory. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };

/**
 * Looks at files of a site in threads, on four cores at most; at those of a small one in this thread, whose detectors have
 * proved themselves and whose patterns are compiled: another would be ready when the look is over.
 *
 * @param remember gets fingerprints of what was found clean: see rememberedLook.ts
 * @throws BuildStop DETECTOR_FAILED where a thread fails or ends; what the operating system says of a file it does not give
 */
export function verifyFiles(
  site: FilesToVerify,
  remember: (clean: Float64Array) => void,
  threads: number = Math.min(4, availableParallelism()),
): SiteToVerify["inspect"] {
  return async (files, each) => {
    const batches = verifyBatches(files, site.known.length);
    const tell = (answer: VerifyingAnswer): void => {
      if ("failed" in answer) throw detectorFailed(answer.failed);
      answer.found.forEach(each);
      remember(answer.clean);
    };
    const stopOf = (error: unknown): Error => (isRefusedFile(error) ? error : detectorFailed(errorClass(error)));
    if (batches.length < 2) {
      const look = lookAtFiles(site);
      try {
        return batches.map(look).forEach(tell);
      } catch (error) {
        throw error instanceof BuildStop ? error : stopOf(error);
      }
    }
    const pool = openThreads<readonly string[], VerifyingAnswer>(new URL("./verifyWorker.ts", import.meta.url), {
      name: "A thread that looks at files",
      count: Math.min(threads, batches.length),
      workerData: site,
      resourceLimits,
    });
    try {
      await Promise.all(
        batches.map(async (some) => {
          const answer = await pool.ask(some).catch((error: unknown) => {
            throw stopOf(error);
          });
          tell(answer);
        }),
      );
    } finally {
      await pool.close();
    }
  };
}

/** Such an error names a path and no text. */
function isRefusedFile(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "path" in error;
}
