import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runScript } from "./runScript.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the built demonstration portal. */
    demoSite: string;
    /** The edition it was made from. */
    demoEdition: string;
    /** Where it is written that the portal is built, or why it could not be: tests/build/demoReady.ts waits for it. */
    demoOutcome: string;
  }
}

/**
 * Builds the demonstration portal with the real command, once for all tests of a run, beside those that do not look at it.
 * Also gives all commands of the run one place for their compiled code: compiling it anew took most of a second of each.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-demo-"));
  process.env["NODE_COMPILE_CACHE"] ??= join(folder, "compiled");
  const [site, outcome] = [join(folder, "site"), join(folder, "outcome.txt")];
  project.provide("demoSite", site);
  project.provide("demoEdition", join(folder, ".site.edition"));
  project.provide("demoOutcome", outcome);
  const unneeded = new AbortController();
  const ended = runScript("build", ["--data", "data", "--out", site], {}, unneeded.signal).then(
    async ({ code, stdout, stderr }) => {
      if (!unneeded.signal.aborted) process.stderr.write(stderr);
      // Seen only when it is whole: half a message would pass for none.
      await writeFile(
        `${outcome}.part`,
        code === 0 ? "" : `The demonstration portal does not build:\n${stdout}${stderr}`,
      );
      await rename(`${outcome}.part`, outcome);
    },
  );
  return async () => {
    unneeded.abort();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}
