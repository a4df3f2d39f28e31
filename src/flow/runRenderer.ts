import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Ends a program together with this one, however this one ends. */
const endWithParent = new URL("../system/endWithParent.ts", import.meta.url).href;

/**
 * Runs a program that compiles or renders pages, in a process of its own: its memory goes when it ends. Pages are those
 * that readers get, whatever the environment says of tests or development.
 *
 * @param args the program and its arguments
 * @param settings its variables beside those of this process
 * @param interrupted ends it at once
 * @throws Error with the program's own words when it fails
 */
export async function runRenderer(
  args: readonly string[],
  settings: Record<string, string>,
  interrupted: AbortSignal,
): Promise<void> {
  const { OTKLIK_LANGUAGE: _language, OTKLIK_EDITION: _edition, ...environment } = process.env;
  const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
    cwd: root,
    env: { ...environment, ...settings, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    signal: interrupted,
    killSignal: "SIGKILL",
  });
  let output = "";
  const keep = (data: Buffer) => {
    output = (output + data.toString()).slice(-20_000);
  };
  child.stdout!.on("data", keep);
  child.stderr!.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`Astro could not render the pages:\n${output}`);
}
