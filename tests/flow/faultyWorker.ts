import { readFile } from "node:fs/promises";
import { workerData } from "node:worker_threads";
import { threadTask } from "../../src/system/threadTask.ts";

/** Milliseconds: on a busy machine the answer must have arrived before the thread ends, or the task itself fails. */
const afterAnswer = 500;

// A thread that counts its tasks, and fails in every way a thread can.
const { add } = workerData as { add: number };
let tasks = 0;

export default threadTask(async (task: string) => {
  tasks += add;
  if (task === "refused") await readFile("/nothing/here");
  if (task === "exit") process.exit(0);
  if (task === "exit afterwards") setTimeout(() => process.exit(0), afterAnswer);
  if (task === "throw afterwards") {
    setTimeout(() => {
      throw new TypeError("late");
    }, afterAnswer);
  }
  if (task === "unsent") return () => tasks;
  if (task === "fill the memory") for (const held: unknown[] = []; ;) held.push(new Array(10_000).fill({}));
  if (task === "never") await new Promise(() => setInterval(() => {}, 1000));
  return task === "environment" ? process.env["OTKLIK_TEST"] : tasks;
});
