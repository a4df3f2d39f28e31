import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestProject } from "vitest/node";
import { runScript } from "./runScript.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the built demonstration portal. */
    demoSite: string;
    /** The edition it was made from. */
    demoEdition: string;
  }
}

/** Builds the demonstration portal with the real command, once for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-demo-"));
  const outcome = await runScript("build", ["--data", "data", "--out", join(folder, "site")]);
  if (outcome.code !== 0) throw new Error(`The demonstration portal does not build:\n${outcome.stdout}${outcome.stderr}`);
  process.stderr.write(outcome.stderr);
  project.provide("demoSite", join(folder, "site"));
  project.provide("demoEdition", join(folder, ".site.edition"));
  return () => rm(folder, { recursive: true, force: true });
}
