import { mkdir } from "node:fs/promises";
import { readFacts } from "../edition/readEdition.ts";
import { type StoredFacts } from "../model/facts.ts";
import { writePictures } from "../publish/share/writePictures.ts";
import { inOwnThread } from "../system/inOwnThread.ts";
import { worthThreads } from "../system/worthThreads.ts";

export interface PictureThread {
  /** Its facts are there. */
  editionDir: string;
  outDir: string;
}

/**
 * Draws the pictures of an edition, beside what follows where they are many: pages do not wait for them.
 *
 * @param ended nobody waits for them any more
 * @throws what the thread throws
 */
export async function drawPictures(
  facts: Pick<StoredFacts, "edition">,
  thread: PictureThread,
  ended?: AbortSignal,
): Promise<void> {
  await mkdir(thread.outDir, { recursive: true });
  if (!worthThreads(facts.edition.published)) return writePictures(readFacts(thread.editionDir), thread.outDir);
  await inOwnThread(new URL("./pictureWorker.ts", import.meta.url), {
    name: "The thread that draws pictures",
    workerData: thread,
    ended,
  });
}
