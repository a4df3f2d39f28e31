import { inOneThread } from "../system/oneThread.ts";

export interface TableThread {
  /** Its facts and its appeals are there. */
  editionDir: string;
  outDir: string;
}

/**
 * Writes the tables that can be taken away in a thread of its own, while past editions are recalled: pages tell how large
 * they are.
 *
 * @param ended nobody waits for them any more
 * @throws what the thread throws
 */
export async function writeTablesBeside(thread: TableThread, ended?: AbortSignal): Promise<void> {
  await inOneThread(new URL("./tableWorker.ts", import.meta.url), "The thread that writes tables", thread, ended);
}
