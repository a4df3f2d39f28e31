import { readStoredFacts } from "../edition/readEdition.ts";
import type { StoredFacts } from "../model/facts.ts";
import { writeTables } from "../publish/downloads/writeDownloads.ts";
import { openThreads } from "../system/threads.ts";
import { worthThreads } from "../system/worthThreads.ts";

export interface TableThread {
  /** Its facts and its appeals are there. */
  editionDir: string;
  outDir: string;
}

/**
 * Writes the tables that can be taken away, where they are long while past editions are recalled: pages tell how large
 * they are.
 *
 * @param ended nobody waits for them any more
 * @throws what the thread throws
 */
export async function writeTablesBeside(
  facts: Pick<StoredFacts, "edition">,
  thread: TableThread,
  ended?: AbortSignal,
): Promise<void> {
  if (!worthThreads(facts.edition.published))
    return writeTables(readStoredFacts(thread.editionDir), thread.editionDir, thread.outDir);
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
