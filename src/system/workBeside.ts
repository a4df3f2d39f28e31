/** Work that goes on beside what follows it. Whoever starts it waits for it in the end, or ends it. */
export interface WorkBeside<Given> {
  start: (given: Given) => void;
  /** @throws what the work throws */
  done: () => Promise<void>;
  /** Ends the work, waits until it has ended, and throws the fault that made it needless. */
  end: (fault: unknown) => Promise<never>;
}

/** @param begin starts the work; it must stop when told that it has ended */
export function workBeside<Given>(begin: (given: Given, ended: AbortSignal) => Promise<unknown>[]): WorkBeside<Given> {
  const controller = new AbortController();
  let works: Promise<unknown>[] = [];
  return {
    start(given) {
      works = begin(given, controller.signal);
      // A fault is told by done(); until somebody asks it must not end the process.
      for (const work of works) work.catch(() => undefined);
    },
    async done() {
      await Promise.all(works);
    },
    async end(fault) {
      controller.abort();
      await Promise.allSettled(works);
      throw fault;
    },
  };
}
