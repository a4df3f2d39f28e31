import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { readSettings } from "../../src/settings/readSettings.ts";

/** Run by itself, in a zone of its own: prepares the edition of the portal in a folder and prints all of it. */
const folder = process.argv[2]!;
const settings = await readSettings(folder);
const editionDir = join(folder, `edition-${process.pid}`);
await prepareEdition({
  settings,
  workDir: join(folder, `work-${process.pid}`),
  editionDir,
  progress: { stage: (_, run) => run(() => undefined) },
});
process.stdout.write(
  (await readFile(join(editionDir, "facts.json"), "utf8")) +
    "\n" +
    (await readFile(join(editionDir, "appeals.ndjson"), "utf8")),
);
