import { mkdir } from "node:fs/promises";
import { inOneThread } from "../system/oneThread.ts";

export interface PictureThread {
  /** Its facts are there. */
  editionDir: string;
  outDir: string;
}

/**
 * Draws the pictures of an edition in a thread of its own: pages do not wait for them.
 *
 * @param ended nobody waits for them any more
 * @throws what the thread throws
 */
export async function drawPictures(thread: PictureThread, ended?: AbortSignal): Promise<void> {
  await mkdir(thread.outDir, { recursive: true });
  await inOneThread(new URL("./pictureWorker.ts", import.meta.url), "The thread that draws pictures", thread, ended);
}
