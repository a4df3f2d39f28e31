import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createHash } from "node:crypto";
import { engineFlags } from "../engineFlags.ts";

const root = resolve(import.meta.dirname, "../..");

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The program and the command's name, for a process that is spawned by hand. */
export const otklik = (name: string): string[] => [...engineFlags, join(root, "scripts/otklik.ts"), name];

/**
 * Runs one of the commands as a user would, and waits for it.
 *
 * @param ended asks the command to end, as somebody at the terminal would
 */
export async function runScript(
  name: string,
  args: string[],
  environment: Record<string, string> = {},
  ended?: AbortSignal,
): Promise<Outcome> {
  const child = spawn(process.execPath, [...otklik(name), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  const end = (): void => void child.kill("SIGTERM");
  ended?.addEventListener("abort", end, { once: true });
  const outcome: Outcome = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => (outcome.stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (outcome.stderr += data.toString()));
  outcome.code = await new Promise((done, reject) => child.on("error", reject).on("close", done));
  ended?.removeEventListener("abort", end);
  return outcome;
}

/** One hash over the names and contents of everything in a folder. */
export async function folderHash(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(file.slice(folder.length))
      .update("\0")
      .update(await readFile(file));
  return hash.digest("hex");
}
