import { openThreads } from "../system/threads.ts";

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
  const threads = openThreads<null, void>(new URL("./tableWorker.ts", import.meta.url), {
    name: "The thread that writes tables",
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
