import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { indexAppealsFile, type IndexedAppeals } from "../../../src/search/write/indexAppeals.ts";
import type { SearchCorpus } from "./corpus.ts";

/** Writes the corpus as an edition's file of appeals, newest first, one at a time. @param changed rewrites the newest appeal */
export async function writeCorpus(corpus: SearchCorpus, file: string, changed = false): Promise<void> {
  const stream = createWriteStream(file);
  let block: string[] = [];
  for (let number = corpus.size - 1; number >= 0; number -= 1) {
    const appeal = corpus.appeal(number);
    block.push(
      JSON.stringify(
        changed && number === corpus.size - 1
          ? { ...appeal, outcome: "acted", reply: "Приняты дополнительные меры." }
          : appeal,
      ),
      "\n",
    );
    if (block.length < 2000) continue;
    if (!stream.write(block.join(""))) await once(stream, "drain");
    block = [];
  }
  stream.end(block.join(""));
  await finished(stream);
}

export interface BuildMeasure {
  seconds: number;
  /** Peak of this process with its threads, and of the biggest Pagefind process; MB. Null where the system does not tell. */
  ownMegabytes: number;
  pagefindMegabytes: number | null;
  files: number;
  megabytes: number;
  result: IndexedAppeals;
}

function pagefindPeak(): number | null {
  if (!existsSync("/proc/self/status")) return null;
  let most = 0;
  for (const process of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${process}/status`, "utf8");
      if (/^Name:\s*pagefind/m.test(status))
        most = Math.max(most, Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It ended meanwhile.
    }
  }
  return most;
}

export async function buildMeasured(
  corpus: SearchCorpus,
  file: string,
  outDir: string,
  cacheDir: string,
): Promise<BuildMeasure> {
  let pagefind: number | null = null;
  const watch = setInterval(() => (pagefind = Math.max(pagefind ?? 0, pagefindPeak() ?? 0) || null), 500);
  const start = performance.now();
  try {
    const result = await indexAppealsFile(
      file,
      { names: corpus.names, language: "ru", edition: "2026-12-31", outDir },
      cacheDir,
    );
    const seconds = (performance.now() - start) / 1000;
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    return {
      seconds,
      ownMegabytes: process.resourceUsage().maxRSS / 1024,
      pagefindMegabytes: pagefind,
      files: files.length,
      megabytes: bytes / 1e6,
      result,
    };
  } finally {
    clearInterval(watch);
  }
}

/** A digest of every file in a folder, by path. */
export function digestsOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}
