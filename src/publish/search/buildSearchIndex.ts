import { join } from "node:path";
import { type PublicAppeal } from "../../model/appeal.ts";
import { analyzerVersion, type SearchLanguage } from "../../site/search/analyzer.ts";
import { manifestSchema, type EngineInterface, type Manifest, type SearchNames, type Shard } from "../../site/search/manifest.ts";
import { closedStems } from "../../site/search/engine.ts";
import { knownPagefind } from "../../site/search/pagefindFormat.ts";
import { closePagefind, indexTexts, installedPagefind, type PagefindEngine } from "./pagefindIndex.ts";
import { planShards } from "./shardPlan.ts";
import { byReceipt, dayOfReceipt } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";
import { bundleSize, writeShard } from "./writeShard.ts";

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
  /** Folder search/ of the new site. */
  outDir: string;
}

/** Writes what names the shards; the last step of a build. @param shards oldest first */
export function writeManifest({ names, language, edition, outDir }: EditionOfSearch, shards: readonly Shard[], way: EngineInterface): Manifest {
  const manifest: Manifest = {
    schema: manifestSchema,
    edition,
    analyzer: analyzerVersion,
    language,
    engine: { version: installedPagefind(), folder: engineFolder(), interface: way },
    total: shards.reduce((sum, { count }) => sum + count, 0),
    bundle: bundleSize,
    names,
    shards: [...shards],
  };
  writeOnce(join(outDir, "manifest.json"), JSON.stringify(manifest));
  return manifest;
}

const engineFolder = (): string => `engine-${installedPagefind()}`;

/** Writes Pagefind's module and engine, which all shards share. @param engine null: none was at hand, a small index is made for it */
export async function writeEngine(outDir: string, engine: PagefindEngine | null): Promise<void> {
  const { module, wasm } = engine ?? (await indexTexts([closedStems([""])])).engine;
  writeOnce(join(outDir, engineFolder(), "pagefind.js"), module);
  writeOnce(join(outDir, engineFolder(), "engine.pagefind"), wasm);
}

export interface SearchIndexOptions extends EditionOfSearch {
  /** In any order, none twice. */
  appeals: readonly PublicAppeal[];
  /** Appeals in one shard; smaller only in tests. */
  shardSize?: number;
  interface?: EngineInterface;
}

/**
 * Builds the search of appeals that are at hand, without a cache and in this process; scripts/flow/indexAppeals.ts does
 * the same from an edition's file, as much at a time as fits.
 *
 * Every name but the manifest's comes from the contents, so that a reader's cache and an older page never mix editions.
 *
 * @returns the manifest, which stands in search/manifest.json
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<Manifest> {
  const { appeals, names, language, outDir, shardSize = mostInShard, interface: way = usualInterface() } = options;
  const sorted = appeals.toSorted(byReceipt);
  const days = sorted.map(dayOfReceipt);
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const shards: Shard[] = [];
  let engine: PagefindEngine | null = null;
  try {
    let from = 0;
    for (const { count } of planShards(counts, shardSize)) {
      const written = await writeShard(sorted.slice(from, from + count), { places: names.places, language, interface: way }, outDir);
      shards.push(written.shard);
      engine = written.engine;
      from += count;
    }
    if (way === "own") await writeEngine(outDir, engine);
  } finally {
    await closePagefind();
  }
  return writeManifest(options, shards, way);
}
