import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type PublicAppeal } from "../../model/appeal.ts";
import { analyzerVersion, type SearchLanguage } from "../../site/search/analyzer.ts";
import { manifestSchema, type Manifest, type SearchNames, type Shard } from "../../site/search/manifest.ts";
import { knownPagefind } from "../../site/search/pagefindFormat.ts";
import { closePagefind, indexTexts } from "./pagefindIndex.ts";
import { byReceipt, dayOfReceipt, foundAppeal, nameOfContents, packedColumns, searchableText } from "./shardRecords.ts";

/** Appeals in one shard: an index of 20,000 takes seconds and 2 GB, one of 100,000 minutes and 10 GB. */
export const shardSize = 20_000;

/** Appeals in one file of texts: a page of hits fetches at most one such file a hit. */
export const bundleSize = 8;

export interface SearchIndexOptions {
  /** In order of receipt (byReceipt), none twice. */
  appeals: Iterable<PublicAppeal> | AsyncIterable<PublicAppeal>;
  names: SearchNames;
  language: SearchLanguage;
  /** Day of the newest export. */
  edition: string;
  /** Folder search/ of the new site; it must not exist or be empty. */
  outDir: string;
  /** Appeals in one shard; smaller only in tests. */
  shardSize?: number;
  onProgress?: (indexed: number) => void;
}

/** Writes a file that nobody wrote before. */
function writeOnce(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { flag: "wx" });
}

async function* inShards(appeals: SearchIndexOptions["appeals"], size: number): AsyncGenerator<PublicAppeal[]> {
  let shard: PublicAppeal[] = [];
  let before: PublicAppeal | undefined;
  for await (const appeal of appeals) {
    if (before !== undefined && byReceipt(before, appeal) >= 0) throw new Error("Appeals must come in order of receipt, none twice");
    before = appeal;
    shard.push(appeal);
    if (shard.length < size) continue;
    yield shard;
    shard = [];
  }
  if (shard.length > 0) yield shard;
}

/**
 * Builds the search of an edition: shards of appeals in order of receipt, each with its Pagefind index of stems, its
 * columns and its texts, and the manifest that names them. Every name but the manifest's comes from the contents, so
 * that a reader's cache and an older page never mix editions.
 *
 * @returns the manifest, which stands in search/manifest.json
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<Manifest> {
  const { names, language, outDir, onProgress } = options;
  const placeNames = new Map(names.places.map(({ code, name }) => [code, name]));
  const engineFolder = `engine-${knownPagefind}`;
  const shards: Shard[] = [];
  let total = 0;
  try {
    for await (const appeals of inShards(options.appeals, options.shardSize ?? shardSize)) {
      const searchable = appeals.map((appeal) => searchableText(appeal, placeNames, language));
      const indexed = await indexTexts(searchable, (done) => onProgress?.(total + done));
      const folder = `shard-${nameOfContents(knownPagefind, ...searchable)}`;
      for (const { path, content } of indexed.parts) writeOnce(join(outDir, folder, path), content);
      writeOnce(join(outDir, folder, "files.json"), JSON.stringify(indexed.files));
      if (shards.length === 0) {
        writeOnce(join(outDir, engineFolder, "pagefind.js"), indexed.module);
        writeOnce(join(outDir, engineFolder, "engine.pagefind"), indexed.wasm);
      }
      const firstDay = appeals[0] === undefined ? 0 : dayOfReceipt(appeals[0]);
      const columns = packedColumns(appeals, names, firstDay);
      const bundles: string[] = [];
      for (let from = 0; from < appeals.length; from += bundleSize) bundles.push(JSON.stringify(appeals.slice(from, from + bundleSize).map(foundAppeal)));
      const records = `records-${nameOfContents(columns, ...bundles)}`;
      writeOnce(join(outDir, records, "columns.columns"), columns);
      for (const [number, bundle] of bundles.entries()) writeOnce(join(outDir, records, `${number}.json`), bundle);
      shards.push({ folder, count: appeals.length, firstDay, index: indexed.name, records });
      total += appeals.length;
    }
  } finally {
    await closePagefind();
  }
  const manifest: Manifest = {
    schema: manifestSchema,
    edition: options.edition,
    analyzer: analyzerVersion,
    language,
    engine: { version: knownPagefind, folder: engineFolder },
    total,
    bundle: bundleSize,
    names,
    shards,
  };
  writeOnce(join(outDir, "manifest.json"), JSON.stringify(manifest));
  return manifest;
}
