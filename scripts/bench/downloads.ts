import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { appealsFile } from "../../src/edition/editionFiles.ts";
import { readAppeals, readStoredFacts } from "../../src/edition/readEdition.ts";
import { appealsWriter } from "../../src/edition/writeEdition.ts";
import { writeTables } from "../../src/publish/downloads/writeDownloads.ts";

// npm run bench -- downloads --folder EDITION [APPEALS…]: how long an edition's files to take away take, and the memory at its
// highest, with its appeals repeated until there are so many. The edition of a build lies beside its site: .NAME.edition.
const { values, positionals } = parseArgs({ options: { folder: { type: "string" } }, allowPositionals: true });
const edition = values.folder;
const sizes = positionals.length > 0 ? positionals.map(Number) : [15_000, 100_000];

/** Copies an edition, its appeals over and over under numbers of their own. */
async function writeLarger(from: string, to: string, size: number): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith(appealsFile) });
  const writer = appealsWriter(to);
  let left = size;
  for (let turn = 0; left > 0; turn += 1)
    for (const group of readAppeals(from)) {
      const part = group.slice(0, left);
      left -= part.length;
      await writer.write(turn === 0 ? part : part.map((appeal) => ({ ...appeal, id: `${appeal.id}z${turn}` })));
      if (left === 0) break;
    }
  await writer.close();
}

if (edition === undefined) console.log("downloads: name the edition of a built portal with --folder");
else
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), "otklik-downloads-"));
    await writeLarger(edition, join(folder, "edition"), size);
    const started = performance.now();
    const processor = process.cpuUsage();
    await writeTables(readStoredFacts(join(folder, "edition")), join(folder, "edition"), join(folder, "site"));
    const { user, system } = process.cpuUsage(processor);
    console.log(
      `${size} appeals: ${((performance.now() - started) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time; at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    );
    await rm(folder, { recursive: true });
  }
