import { createHash } from "node:crypto";
import { checksumsFile, readChecksums } from "./checksums.ts";
import { releaseRecordFile, releaseRecordSchema, type ReleaseRecord } from "./releaseRecord.ts";
import type { SiteSource } from "./siteSource.ts";

/** How a published site differs from its own list of checksums and its own record. */
export interface SiteComparison {
  /** The list as it was read: what a signature has to be for. */
  list: Uint8Array;
  record: ReleaseRecord;
  /** Paths of the files that were compared. */
  files: string[];
  changed: string[];
  missing: string[];
  /** Files whose number of appeals is not that of the record. */
  counts: string[];
}

/** Files asked for at the same time. */
const atOnce = 8;

/**
 * Reads every file of a published site again and compares it with its list; and the numbers of appeals with its record.
 *
 * @param isServed a server sends packed copies instead of the files they stand beside, and never by themselves
 * @returns null where the site has no readable list or record
 */
export async function compareSite(site: SiteSource, isServed = false): Promise<SiteComparison | null> {
  const list = await site.read(checksumsFile);
  const listed = list === null ? null : readChecksums(Buffer.from(list).toString("utf8"));
  const record = releaseRecordSchema.safeParse(json(await site.read(releaseRecordFile)));
  if (list === null || listed === null || !record.success) return null;
  const changed: string[] = [];
  const missing: string[] = [];
  const lines = new Map<string, number>();
  const isCopy = (file: string) => /\.(?:br|gz)$/u.test(file) && listed.has(file.replace(/\.\w+$/u, ""));
  const files = [...listed.keys()].filter((file) => !isServed || !isCopy(file));
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      const stream = await site.stream(file);
      if (stream === null) {
        missing.push(file);
        continue;
      }
      const hash = createHash("sha256");
      let ends = 0;
      for await (const piece of stream) {
        hash.update(piece);
        if (file === "data/appeals.ndjson") for (const byte of piece) if (byte === 0x0a) ends++;
      }
      lines.set(file, ends);
      if (hash.digest("hex") !== listed.get(file)) changed.push(file);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const counts: string[] = [];
  if ((lines.get("data/appeals.ndjson") ?? 0) !== record.data.appeals.published) counts.push("data/appeals.ndjson");
  const facts = json(await site.read("data/facts.json")) as { edition?: { date?: string; published?: number } } | null;
  if (facts?.edition?.published !== record.data.appeals.counted || facts.edition.date !== record.data.edition)
    counts.push("data/facts.json");
  return { list, record: record.data, files, changed: changed.sort(), missing: missing.sort(), counts };
}

function json(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return null;
  }
}
