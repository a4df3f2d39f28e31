import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublicAppeal } from "../../model/appeal.ts";
import { analyzerVersion, type SearchLanguage } from "../words/analyzer.ts";
import { mostListedOf } from "../format/listFiles.ts";
import type { ReplyState } from "../format/details.ts";
import { companionSchema, type Companion } from "../format/companion.ts";
import { closedStems } from "../read/engine.ts";
import { manifestSchema, type EngineInterface, type Manifest, type SearchNames } from "../format/manifest.ts";
import { knownPagefind } from "../format/pagefindFormat.ts";
import { mergeWords } from "./mergeWords.ts";
import { closePagefind, indexTexts, installedPagefind } from "./pagefindIndex.ts";
import { openShardCache } from "./shardCache.ts";
import { planShards } from "./shardPlan.ts";
import { byReceipt, dayOfReceipt } from "./shardRecords.ts";
import { writeDetails } from "./writeDetails.ts";
import { listsWriter } from "./writeLists.ts";
import { writeOnce } from "./writeOnce.ts";
import { bundleSizeOf } from "./bundleSize.ts";
import { writeShard, type WrittenShard } from "./writeShard.ts";
import { vocabularyWriter } from "./writeVocabulary.ts";

/** Appeals in one shard at most: an index of 20,000 takes seconds and 1.4 GB, one of 100,000 minutes and 10 GB. */
export const mostInShard = 21_000;

/** Which of Pagefind's interfaces an installed version is used through. */
export function usualInterface(version: string = installedPagefind()): EngineInterface {
  return version === knownPagefind ? "own" : "public";
}

export interface EditionOfSearch {
  names: SearchNames;
  language: SearchLanguage;
  /** Day of the newest export. */
  edition: string;
  /** By public id, those whose reply is one of a group; left out: no groups are known. */
  replies?: ReadonlyMap<string, ReplyState>;
  /** Folder search/ of the new site. */
  outDir: string;
  /** A word in more appeals is common; another number than usual only in tests. */
  mostListed?: number;
}

/**
 * Writes what is one for all shards: in which appeals a word stands, the engine, what the search page needs beside hits
 * (companion.json), and manifest.json, which names the rest. All other names come from contents, so that a reader's
 * cache and an older page never mix editions.
 *
 * @param written oldest first
 */
export async function finishSearch(
  { names, language, edition, outDir, mostListed: most }: EditionOfSearch,
  written: readonly WrittenShard[],
  way: EngineInterface,
): Promise<Manifest> {
  const shards = written.map(({ shard }) => shard);
  const total = shards.reduce((sum, { count }) => sum + count, 0);
  const mostListed = most ?? mostListedOf(total);
  const [lists, vocabulary] = [
    listsWriter(
      shards.map(({ count }) => count),
      mostListed,
      outDir,
    ),
    vocabularyWriter(outDir),
  ];
  for (const word of mergeWords(written.map(({ words }) => words))) {
    lists.add(word);
    vocabulary.add(word);
  }
  if (way === "own") await writeEngine(outDir);
  const blocks = writeDetails(
    written.map(({ details }) => details),
    outDir,
  );
  writeOnce(
    join(outDir, "companion.json"),
    JSON.stringify({
      schema: companionSchema,
      edition,
      total,
      blocks,
      vocabulary: vocabulary.finish(),
    } satisfies Companion),
  );
  const manifest: Manifest = {
    schema: manifestSchema,
    edition,
    analyzer: analyzerVersion,
    language,
    engine: { version: installedPagefind(), folder: engineFolder(), interface: way },
    total,
    bundle: bundleSizeOf(total),
    names,
    shards,
    lists: lists.finish(),
  };
  writeOnce(join(outDir, "manifest.json"), JSON.stringify(manifest));
  return manifest;
}

const engineFolder = (): string => `engine-${installedPagefind()}`;

/** Writes Pagefind's module and engine, which all shards share, from a small index made for the purpose. */
async function writeEngine(outDir: string): Promise<void> {
  try {
    const { module, wasm } = (await indexTexts([closedStems([""])])).engine;
    writeOnce(join(outDir, engineFolder(), "pagefind.js"), module);
    writeOnce(join(outDir, engineFolder(), "engine.pagefind"), wasm);
  } finally {
    await closePagefind();
  }
}

export interface SearchIndexOptions extends EditionOfSearch {
  /** In any order, none twice. */
  appeals: readonly PublicAppeal[];
  /** Appeals in one shard; smaller only in tests. */
  shardSize?: number;
  interface?: EngineInterface;
}

/**
 * Builds the search of appeals that are at hand, in this process and keeping nothing for the next time;
 * src/search/write/indexAppeals.ts does the same from an edition's file, as much at a time as fits.
 *
 * @returns the manifest, which stands in search/manifest.json
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<Manifest> {
  const {
    appeals,
    names,
    language,
    edition,
    replies,
    outDir,
    shardSize = mostInShard,
    interface: way = usualInterface(),
  } = options;
  const sorted = appeals.toSorted(byReceipt);
  const counts = new Map<number, number>();
  for (const appeal of sorted) counts.set(dayOfReceipt(appeal), (counts.get(dayOfReceipt(appeal)) ?? 0) + 1);
  const cacheDir = mkdtempSync(join(tmpdir(), "otklik-shards-"));
  const cache = openShardCache(cacheDir);
  try {
    const written: WrittenShard[] = [];
    let from = 0;
    for (const { count } of planShards(counts, shardSize)) {
      written.push(
        await writeShard(
          sorted.slice(from, from + count),
          { places: names.places, language, interface: way, edition, replies, bundle: bundleSizeOf(sorted.length) },
          cache,
          outDir,
        ),
      );
      from += count;
    }
    return await finishSearch(options, written, way);
  } finally {
    await closePagefind();
    rmSync(cacheDir, { recursive: true });
  }
}
