import { Worker } from "node:worker_threads";

export interface ThreadOptions<Message> {
  /** Is given what the thread sends. */
  onMessage?: (message: Message) => void;
  /** Ends the thread at once. */
  ended?: AbortSignal | undefined;
}

/**
 * Runs a file as a thread until it ends by itself.
 *
 * @param name in words, for the error: "The thread that draws pictures"
 * @throws what the thread throws; where it is ended
 */
export async function runThread<Message>(file: URL, workerData: object, name: string, { onMessage, ended }: ThreadOptions<Message> = {}): Promise<void> {
  ended?.throwIfAborted();
  const worker = new Worker(file, { workerData });
  const end = (): void => void worker.terminate();
  ended?.addEventListener("abort", end);
  try {
    await new Promise<void>((resolve, reject) => {
      if (onMessage) worker.on("message", onMessage);
      worker.on("error", reject);
      worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${name} ended early`))));
    });
  } finally {
    ended?.removeEventListener("abort", end);
    await worker.terminate();
  }
}
