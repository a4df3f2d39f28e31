/** What the flow tells while it runs: on a terminal one line that renews itself, elsewhere a plain line per stage. */
export interface Progress {
  /** Runs a stage and prints its name with the time it took and the result that `say` was given. */
  stage<Result>(name: string, run: (say: (text: string) => void) => Promise<Result>): Promise<Result>;
}

/** Progress on the process's standard error, so that a report on standard output stays clean. */
export function terminalProgress(now: () => number = () => performance.now()): Progress {
  const live = process.stderr.isTTY;
  return {
    async stage(name, run) {
      const started = now();
      let last = "";
      const say = (text: string) => {
        last = text;
        if (live) process.stderr.write(`\r\u001B[K  ${name}  ${text}`);
      };
      if (live) process.stderr.write(`  ${name}`);
      const result = await run(say);
      const seconds = ((now() - started) / 1000).toFixed(1);
      process.stderr.write(`${live ? "\r\u001B[K" : ""}  ${name.padEnd(16)} ${seconds.padStart(6)} s  ${last}\n`);
      return result;
    },
  };
}
