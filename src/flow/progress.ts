import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ReportKey, ReportWords } from "../words/reportStrings.ts";

export const stages = [
  "intake",
  "merge",
  "survey",
  "gate",
  "replies",
  "measures",
  "editions",
  "pages",
  "downloads",
  "verify",
  "compress",
  "switch",
] as const;
type Stage = (typeof stages)[number];

/** What a stage has to tell: numbers by the names that its string asks for, and which part of its work is done, 0 to 1. */
export type Tell = (numbers: Record<string, number>, done?: number) => void;

/** What the flow tells while it runs: on a terminal one line that renews itself, elsewhere a plain line per stage. */
export interface Progress {
  /** Runs a stage and prints its name with the time it took and what it told last (strings stage.ID and stage.ID.told). */
  stage<Result>(id: Stage, run: (tell: Tell) => Promise<Result>): Promise<Result>;
}

/** Progress that learns from the run before how long each stage takes. */
export interface EstimatedProgress extends Progress {
  /** Reads how long the stages took the last time, for the estimate of this one. */
  expect(file: string): Promise<void>;
  /** Writes down how long they took. */
  remember(file: string): Promise<void>;
}

/** Stages shorter than this need no estimate. */
const worthEstimating = 2;

/** Seconds a stage has left: by the part that is done where it tells it, else by what it took the last time; null where nobody knows. */
function secondsLeft(elapsed: number, done: number, before: number | undefined): number | null {
  if (done > 0.03 && elapsed > 0.5) return (elapsed * (1 - done)) / done;
  return before === undefined || before < worthEstimating ? null : Math.max(0, before - elapsed);
}

/** How long each stage took the last time, and this time. */
function stageTimes(): { took: Map<string, number>; before: (id: Stage) => number | undefined } & Pick<
  EstimatedProgress,
  "expect" | "remember"
> {
  const took = new Map<string, number>();
  let before = new Map<string, number>();
  return {
    took,
    before: (id) => before.get(id),
    async expect(file) {
      const known = await readFile(file, "utf8")
        .then((text) => JSON.parse(text) as Record<string, number>)
        .catch(() => ({}));
      before = new Map(Object.entries(known));
    },
    async remember(file) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(Object.fromEntries(took)));
    },
  };
}

/** Progress that says nothing and still learns how long the stages take. */
export function silentProgress(now: () => number = () => performance.now()): EstimatedProgress {
  const { took, expect, remember } = stageTimes();
  return {
    async stage(id, run) {
      const started = now();
      const result = await run(() => {});
      took.set(id, (now() - started) / 1000);
      return result;
    },
    expect,
    remember,
  };
}

/** Progress on the process's standard error, so that a report on standard output stays clean. */
export function terminalProgress(words: ReportWords, now: () => number = () => performance.now()): EstimatedProgress {
  const live = process.stderr.isTTY;
  const widest = Math.max(...stages.map((stage) => words.say(`stage.${stage}`).length));
  const { took, before, expect, remember } = stageTimes();
  return {
    async stage(id, run) {
      const name = words.say(`stage.${id}`);
      const started = now();
      let last = "";
      let done = 0;
      const show = () => {
        const left = secondsLeft((now() - started) / 1000, done, before(id));
        const estimate =
          left === null || left < 0.5 ? "" : words.say("stage.left", { seconds: words.number(Math.ceil(left)) });
        process.stderr.write(`\r\u001B[K  ${[name, estimate, last].filter(Boolean).join("  ")}`);
      };
      const tell: Tell = (numbers, part = 0) => {
        done = part;
        const shown = Object.entries(numbers).map(([key, value]) => [key, words.number(value)] as const);
        last = words.say(`stage.${id}.told` as ReportKey, Object.fromEntries(shown));
        if (live) show();
      };
      if (live) show();
      const timer = live ? setInterval(show, 1000).unref() : undefined;
      try {
        const result = await run(tell);
        const seconds = (now() - started) / 1000;
        took.set(id, seconds);
        const told = words.say("stage.seconds", { seconds: seconds.toFixed(1).padStart(6) });
        process.stderr.write(`${live ? "\r\u001B[K" : ""}  ${name.padEnd(widest)} ${told}  ${last}\n`);
        return result;
      } finally {
        clearInterval(timer);
      }
    },
    expect,
    remember,
  };
}
