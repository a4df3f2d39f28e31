import { openThreads } from "./threads.ts";

/** Work that nobody waits for until later. */
export interface OwnThread {
  /** In words, for the error: "The thread that draws pictures". */
  name: string;
  /** What the thread is given as it starts: `workerData` there. */
  workerData: object;
  /** Nobody waits for it any more. */
  ended?: AbortSignal | undefined;
}

/**
 * Does the one piece of work of a file in a thread of its own.
 *
 * @param file exports by default what `threadTask` made of work that is given nothing
 * @throws what the thread throws
 */
export async function inOwnThread(file: URL, { name, workerData, ended }: OwnThread): Promise<void> {
  const threads = openThreads<null, void>(file, { name, count: 1, workerData, ended });
  try {
    await threads.ask(null);
  } finally {
    await threads.close();
  }
}
