import { openThreads } from "./threads.ts";

/**
 * Does one task in a thread of its own, and ends the thread.
 *
 * @param file of the worker, which calls threadTask
 * @param name for messages: "The thread that draws pictures"
 * @param ended nobody waits for it any more
 * @throws what the thread throws
 */
export async function inOneThread(file: URL, name: string, workerData: object, ended?: AbortSignal): Promise<void> {
  const threads = openThreads<null, void>(file, { name, count: 1, workerData, ended });
  try {
    await threads.ask(null);
  } finally {
    await threads.close();
  }
}
