import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type PublicAppeal } from "../../model/appeal.ts";
import { analyzerVersion, type SearchLanguage } from "../../site/search/analyzer.ts";
import { type Bundle, type EngineInterface, type SearchNames, type Shard } from "../../site/search/manifest.ts";
import { withoutPlaces } from "../../site/search/pagefindFormat.ts";
import { sealed } from "../../site/search/sealed.ts";
import { encodeWordTable } from "../../site/search/wordTable.ts";
import { indexTexts, installedPagefind, type PagefindEngine } from "./pagefindIndex.ts";
import { indexTextsPublicly } from "./pagefindPublicly.ts";
import { byReceipt, dayOfReceipt, foundAppeal, nameOfContents, searchableText, shardColumns } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";

/** Appeals in one file of texts: a page of hits fetches at most one such file a hit. */
export const bundleSize = 8;

/** Raised when the same appeals would give other files. */
const shardFormat = 2;

export interface ShardSettings {
  places: SearchNames["places"];
  language: SearchLanguage;
  interface: EngineInterface;
}

/** Everything besides the appeals that decides what the files of a shard hold. */
export function shardVersion({ places, language, interface: way }: ShardSettings): string {
  return JSON.stringify([shardFormat, analyzerVersion, installedPagefind(), way, language, places.map(({ code, name }) => [code, name])]);
}

function packed(outDir: string, path: string, content: Uint8Array): void {
  writeOnce(join(outDir, path), gzipSync(sealed(path, content), { level: 9 }));
}

async function writeIndex(texts: readonly string[], settings: ShardSettings, outDir: string): Promise<{ folder: string; engine: PagefindEngine | null }> {
  const folder = `shard-${nameOfContents(shardVersion({ ...settings, places: [] }), ...texts)}`;
  if (settings.interface === "public") return { folder, engine: await indexTextsPublicly(texts, join(outDir, folder)) };
  const { files, engine } = await indexTexts(texts);
  packed(outDir, `${folder}/words.pf_table`, new TextEncoder().encode(encodeWordTable(files.map(({ first, last }) => [first, last]))));
  for (const [number, { content }] of files.entries()) {
    packed(outDir, `${folder}/w/${number}.pf_index`, withoutPlaces(content));
    packed(outDir, `${folder}/p/${number}.pf_index`, content);
  }
  return { folder, engine };
}

/**
 * Writes the files of one shard.
 *
 * @param appeals in any order, none twice, at least one
 * @throws where an appeal comes twice
 */
export async function writeShard(appeals: readonly PublicAppeal[], settings: ShardSettings, outDir: string): Promise<{ shard: Shard; engine: PagefindEngine | null }> {
  const sorted = appeals.toSorted(byReceipt);
  if (sorted.some((appeal, at) => at > 0 && byReceipt(sorted[at - 1] as PublicAppeal, appeal) === 0)) throw new Error("An appeal came twice");
  const placeNames = new Map(settings.places.map(({ code, name }) => [code, name]));
  const { folder, engine } = await writeIndex(sorted.map((appeal) => searchableText(appeal, placeNames, settings.language)), settings, outDir);

  const firstDay = dayOfReceipt(sorted[0] as PublicAppeal);
  const columns = shardColumns(sorted, firstDay);
  const found = sorted.map(foundAppeal);
  const bundles = Array.from({ length: Math.ceil(found.length / bundleSize) }, (_, number) => found.slice(number * bundleSize, (number + 1) * bundleSize));
  const records = `records-${nameOfContents(columns, ...bundles.map((bundle) => JSON.stringify(bundle)))}`;
  packed(outDir, `${records}/columns.columns`, columns);
  for (const [number, bundle] of bundles.entries()) {
    const file = `${records}/${number}.json`;
    writeOnce(join(outDir, file), JSON.stringify({ file, appeals: bundle } satisfies Bundle));
  }
  return { shard: { folder, count: sorted.length, firstDay, lastDay: dayOfReceipt(sorted.at(-1) as PublicAppeal), records }, engine };
}
