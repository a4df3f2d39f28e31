import { mkdir } from "node:fs/promises";
import { openThreads } from "../system/threads.ts";

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
  const threads = openThreads<null, void>(new URL("./pictureWorker.ts", import.meta.url), {
    name: "The thread that draws pictures",
    count: 1,
    workerData: thread,
    ended,
  });
  try {
    await threads.ask(null);
  } finally {
    await threads.close();
  }
}
