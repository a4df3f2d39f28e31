import { mkdir } from "node:fs/promises";
import { Worker } from "node:worker_threads";

export interface PictureThread {
  /** Its facts are there. */
  editionDir: string;
  outDir: string;
}

/**
 * Draws the pictures of an edition in a thread of its own: pages do not wait for them.
 *
 * @throws what the thread throws
 */
export async function drawPictures(thread: PictureThread): Promise<void> {
  await mkdir(thread.outDir, { recursive: true });
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL("pictureWorker.ts", import.meta.url), { workerData: thread });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("The thread that draws pictures ended early"))));
  });
}
