import { type ReportWords } from "../../src/report/reportStrings.ts";

export const stages = ["intake", "merge", "survey", "gate", "measures", "editions", "pages", "downloads", "verify"] as const;
export type Stage = (typeof stages)[number];

/** What a stage has to tell: numbers by the names that its string asks for. */
export type Tell = (numbers: Record<string, number>) => void;

/** What the flow tells while it runs: on a terminal one line that renews itself, elsewhere a plain line per stage. */
export interface Progress {
  /** Runs a stage and prints its name with the time it took and what it told last (strings stage.ID and stage.ID.told). */
  stage<Result>(id: Stage, run: (tell: Tell) => Promise<Result>): Promise<Result>;
}

/** Progress on the process's standard error, so that a report on standard output stays clean. */
export function terminalProgress(words: ReportWords, now: () => number = () => performance.now()): Progress {
  const live = process.stderr.isTTY;
  const widest = Math.max(...stages.map((stage) => words.say(`stage.${stage}`).length));
  return {
    async stage(id, run) {
      const name = words.say(`stage.${id}`);
      const started = now();
      let last = "";
      const tell: Tell = (numbers) => {
        const shown = Object.entries(numbers).map(([key, value]) => [key, words.number(value)] as const);
        last = words.say(`stage.${id}.told`, Object.fromEntries(shown));
        if (live) process.stderr.write(`\r\u001B[K  ${name}  ${last}`);
      };
      if (live) process.stderr.write(`  ${name}`);
      const result = await run(tell);
      const seconds = words.say("stage.seconds", { seconds: ((now() - started) / 1000).toFixed(1).padStart(6) });
      process.stderr.write(`${live ? "\r\u001B[K" : ""}  ${name.padEnd(widest)} ${seconds}  ${last}\n`);
      return result;
    },
  };
}
