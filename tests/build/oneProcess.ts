import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { type Outcome } from "./runScript.ts";

/**
 * Commands of a file of tests, run in one process: to begin (a thousand modules, the dictionaries, the detectors' patterns)
 * takes as long as a small portal. `watch` publishes so, too. Those that a file asks for at once run in processes of their
 * own, since locks tell processes apart. What is about a process, its signals and its environment, takes runScript.
 */
const processes: ChildProcess[] = [];
const free: ChildProcess[] = [];

const root = resolve(import.meta.dirname, "../..");

function started(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, "commandProcess.ts")], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  processes.push(child);
  return child;
}

/** Runs a command and waits for it, as runScript does. */
export async function runCommand(name: string, args: readonly string[]): Promise<Outcome> {
  const child = free.pop() ?? started();
  const told = Promise.withResolvers<Outcome>();
  let said = "";
  const keep = (data: Buffer): void => void (said += data.toString());
  const ended = (code: number | null): void => told.resolve({ code, stdout: "", stderr: said });
  child.stderr!.on("data", keep);
  child.once("message", (outcome: Outcome) => told.resolve(outcome));
  child.once("exit", ended);
  child.send([name, ...args]);
  const outcome = await told.promise;
  child.stderr!.off("data", keep);
  child.off("exit", ended);
  if (child.exitCode === null && child.signalCode === null) free.push(child);
  return outcome;
}

afterAll(async () => {
  for (const child of processes) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
});
