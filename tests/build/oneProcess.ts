import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { shortRunFlags } from "../engineFlags.ts";
import type { Outcome } from "./runScript.ts";

/**
 * Commands of all files of tests that share a worker, run in one process: to begin (a thousand modules, the dictionaries, the
 * detectors' patterns) takes longer than a small portal. `watch` publishes so, too. Those that a file asks for at once run in
 * processes of their own, since locks tell processes apart. What is about a process and its signals takes runScript. The
 * processes end when their worker does.
 */
const free: ChildProcess[] = [];

const root = resolve(import.meta.dirname, "../..");

function started(): ChildProcess {
  const child = spawn(process.execPath, [...shortRunFlags, join(import.meta.dirname, "commandProcess.ts")], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // The worker may end while they wait for work.
  child.unref();
  return child;
}

/** What is asked of such a process. */
export interface Asked {
  /** What stands behind `otklik`. */
  given: readonly string[];
  /** Variables that the command finds beside those of the tests, or in their stead. */
  environment: Readonly<Record<string, string>>;
}

/** Runs a command and waits for it, as runScript does. */
export async function runCommand(
  name: string,
  args: readonly string[],
  environment: Asked["environment"] = {},
): Promise<Outcome> {
  const child = free.pop() ?? started();
  const told = Promise.withResolvers<Outcome>();
  let said = "";
  const keep = (data: Buffer): void => void (said += data.toString());
  const ended = (code: number | null): void => told.resolve({ code, stdout: "", stderr: said });
  child.stderr!.on("data", keep);
  child.once("message", (outcome: Outcome) => told.resolve(outcome));
  child.once("exit", ended);
  child.send({ given: [name, ...args], environment } satisfies Asked);
  const outcome = await told.promise;
  child.stderr!.off("data", keep);
  child.off("exit", ended);
  if (child.exitCode === null && child.signalCode === null) free.push(child);
  return outcome;
}
