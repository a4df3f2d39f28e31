import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { takeFrame } from "../../src/publish/appealPages.ts";

/** What a thread that writes pages of appeals needs to know. */
export interface StampThread {
  editionDir: string;
  siteDir: string;
  frame: string;
  before: string | null;
  share: { number: number; of: number };
}

/** More than two wait for the disk. */
const mostThreads = 2;

/**
 * Writes the pages of all appeals on all cores, into a site where Astro has rendered their frame.
 *
 * @param before the site published before; null: there is none
 * @throws what a thread throws
 */
export async function stampAppeals(setting: Pick<StampThread, "editionDir" | "siteDir" | "before">, onProgress: (written: number) => void): Promise<void> {
  const frame = await takeFrame(setting.siteDir);
  const of = Math.min(mostThreads, availableParallelism());
  const written = new Array<number>(of).fill(0);
  const workers = Array.from({ length: of }, (_, number) => {
    const workerData: StampThread = { ...setting, frame, share: { number, of } };
    return new Worker(new URL("stampWorker.ts", import.meta.url), { workerData });
  });
  try {
    await Promise.all(
      workers.map(
        (worker, number) =>
          new Promise<void>((resolve, reject) => {
            worker.on("message", (pages: number) => {
              written[number] = pages;
              onProgress(written.reduce((sum, count) => sum + count, 0));
            });
            worker.on("error", reject);
            worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("A thread that writes pages ended early"))));
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
