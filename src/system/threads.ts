import type { ResourceLimits } from "node:worker_threads";
import { Piscina } from "piscina";

/** Threads that share out tasks. Whoever opens them closes them. */
export interface Threads<Task, Answer> {
  /**
   * Gives a task to the next free thread.
   *
   * @throws what the thread throws; once one of them has failed or ended, for every task
   */
  ask(task: Task): Promise<Answer>;
  /** Ends the threads, at once; until then the process goes on. */
  close(): Promise<void>;
}

export interface ThreadsOptions<Message> {
  /** In words, for the error: "A thread that writes pages". */
  name: string;
  count: number;
  /** What each thread is given as it starts: `workerData` there. */
  workerData: object;
  resourceLimits?: ResourceLimits;
  /** What its environment has beside that of the process. */
  environment?: Readonly<Record<string, string>>;
  /** Is given what threads send beside their answers. */
  onMessage?: (message: Message) => void;
  /** Nobody waits for them any more. */
  ended?: AbortSignal | undefined;
}

/**
 * Opens threads of one file, which exports by default what a `threadTask` made. A failure of one is a failure of all: the
 * pool would put a new thread in the place of one that has ended, and nobody would hear of it.
 *
 * @throws where `ended` says that nobody waits
 */
export function openThreads<Task, Answer, Message = never>(
  file: URL,
  { name, count, workerData, resourceLimits, environment, onMessage, ended }: ThreadsOptions<Message>,
): Threads<Task, Answer> {
  ended?.throwIfAborted();
  const pool = new Piscina<Task, Answer>({
    filename: file.href,
    minThreads: count,
    maxThreads: count,
    idleTimeout: Infinity,
    // A thread that sleeps until its next task does nothing beside: no pipe of a program it has started is read.
    atomics: "disabled",
    recordTiming: false,
    // In the order in which they were asked.
    stricterFIFO: true,
    workerData,
    ...(resourceLimits && { resourceLimits }),
    ...(environment && { env: { ...process.env, ...environment } }),
  });
  let failure: { readonly error: unknown } | null = null;
  let closed: Promise<void> | null = null;
  const close = (): Promise<void> => (closed ??= pool.destroy());
  const fail = (error: unknown): void => {
    failure ??= { error };
    void close();
  };
  const end = (): void => fail(ended?.reason);
  ended?.addEventListener("abort", end);
  if (onMessage) pool.on("message", onMessage);
  pool.on("error", fail);
  // Why it ended is told after that it did.
  pool.on(
    "workerDestroy",
    () => closed === null && setImmediate(() => closed === null && fail(new Error(`${name} ended early`))),
  );
  return {
    async ask(task) {
      if (failure === null) {
        try {
          return await pool.run(task);
        } catch (error) {
          fail(error);
        }
      }
      throw failure!.error;
    },
    async close() {
      ended?.removeEventListener("abort", end);
      await close();
    },
  };
}
