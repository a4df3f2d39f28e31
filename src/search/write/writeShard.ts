import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { PublicAppeal } from "../../model/appeal.ts";
import { analyzerVersion, type SearchLanguage } from "../words/analyzer.ts";
import { textsOf } from "../format/appealTexts.ts";
import { columnParts } from "../format/columns.ts";
import type { Bundle, EngineInterface, SearchNames, Shard } from "../format/manifest.ts";
import type { ReplyState } from "../format/details.ts";
import { withoutPlaces } from "../format/pagefindFormat.ts";
import { withName } from "../format/nameInside.ts";
import { encodeVocabulary } from "../format/vocabulary.ts";
import { encodeWordTable } from "../format/wordTable.ts";
import { gzipStretches } from "./gzipStretches.ts";
import { indexTexts, installedPagefind } from "./pagefindIndex.ts";
import { indexTextsPublicly } from "./pagefindPublicly.ts";
import { kept, type ShardCache } from "./shardCache.ts";
import { shardDetails, type ShardDetails } from "./shardDetails.ts";
import { byReceipt, dayOfReceipt, foundAppeal, nameOfContents, shardColumns } from "./shardRecords.ts";
import type { WordFiles } from "./mergeWords.ts";
import { analyzeTexts, encodeNumbers } from "./shardTexts.ts";
import { writeOnce } from "./writeOnce.ts";

/** Raised when the same texts would give another index; when the same appeals would give other records; when the cache would keep something else of a shard. */
const indexFormat = 3;
const recordsFormat = 2;
const keptFormat = 1;

export interface ShardSettings {
  places: SearchNames["places"];
  language: SearchLanguage;
  interface: EngineInterface;
  /** Appeals in one file of texts. */
  bundle: number;
  /** Day of the newest export. */
  edition: string;
  /** By public id, those whose reply is one of a group; left out: no groups are known. */
  replies?: ReadonlyMap<string, ReplyState> | undefined;
}

export interface WrittenShard {
  shard: Shard;
  details: ShardDetails;
  /** Files of the words that its appeals have, in the cache. */
  words: WordFiles;
  /** Its entries in the cache. */
  keys: string[];
  /** Whether its index had to be built; false: it was taken over as it was. */
  built: boolean;
}

/** Everything besides the texts that decides what the index of a shard holds. */
function indexVersion({ language, interface: way }: ShardSettings): string {
  return JSON.stringify([indexFormat, analyzerVersion, installedPagefind(), way, language]);
}

/** At the highest level the lists of frequent words take six times as long and weigh a fiftieth less. */
function packed(outDir: string, path: string, content: Uint8Array): void {
  writeOnce(join(outDir, path), gzipSync(withName(path, content), { level: 7 }));
}

async function writeIndex(texts: readonly string[], settings: ShardSettings, outDir: string): Promise<string> {
  const folder = `shard-${nameOfContents(indexVersion(settings), ...texts)}`;
  if (settings.interface === "public") {
    await indexTextsPublicly(texts, join(outDir, folder));
    return folder;
  }
  const { files } = await indexTexts(texts);
  packed(
    outDir,
    `${folder}/words.pf_table`,
    new TextEncoder().encode(encodeWordTable(files.map(({ first, last }) => [first, last]))),
  );
  for (const [number, { content }] of files.entries()) {
    packed(outDir, `${folder}/w/${number}.pf_index`, withoutPlaces(content));
    packed(outDir, `${folder}/p/${number}.pf_index`, content);
  }
  return folder;
}

/** What hits show and are counted by: named for its contents, which are made anew each time, so that only the files are spared. */
function shardRecords(
  sorted: readonly PublicAppeal[],
  firstDay: number,
  size: number,
): { folder: string; write: (outDir: string) => string } {
  const columns = shardColumns(sorted, firstDay);
  const found = sorted.map(foundAppeal);
  const bundles = Array.from({ length: Math.ceil(found.length / size) }, (_, number) =>
    found.slice(number * size, (number + 1) * size),
  );
  const folder = `records-${nameOfContents(columns, ...bundles.map((bundle) => JSON.stringify(bundle)))}`;
  return {
    folder,
    write(outDir) {
      const path = `${folder}/columns.columns`;
      writeOnce(join(outDir, path), gzipStretches(columnParts(withName(path, columns), sorted.length)));
      for (const [number, bundle] of bundles.entries()) {
        const file = `${folder}/${number}.json`;
        writeOnce(join(outDir, file), JSON.stringify({ file, appeals: bundle } satisfies Bundle));
      }
      return folder;
    },
  };
}

/**
 * Writes the files of one shard. Its index depends on nothing but the texts of its appeals, and is taken over from the
 * build before where they are the same; so are its records.
 *
 * @param appeals in any order, none twice, at least one
 * @throws where an appeal comes twice
 */
export async function writeShard(
  appeals: readonly PublicAppeal[],
  settings: ShardSettings,
  cache: ShardCache,
  outDir: string,
): Promise<WrittenShard> {
  const sorted = appeals.toSorted(byReceipt);
  if (sorted.some((appeal, at) => at > 0 && byReceipt(sorted[at - 1] as PublicAppeal, appeal) === 0))
    throw new Error("An appeal came twice");
  const placeNames = new Map(settings.places.map(({ code, name }) => [code, name]));
  const texts = sorted.map((appeal) => textsOf(appeal, placeNames));
  const indexKey = cache.keyOf(
    indexVersion(settings),
    String(keptFormat),
    ...texts.map((text) => JSON.stringify(text)),
  );
  const index = await cache.provide(indexKey, outDir, async (folder) => {
    const { stems, words, numbers } = analyzeTexts(texts, settings.language);
    writeOnce(join(folder, kept, wordsFile), encodeVocabulary(words));
    writeOnce(join(folder, kept, numbersFile), encodeNumbers(numbers));
    return writeIndex(stems, settings, folder);
  });

  const firstDay = dayOfReceipt(sorted[0] as PublicAppeal);
  const records = shardRecords(sorted, firstDay, settings.bundle);
  const recordsKey = cache.keyOf(records.folder, JSON.stringify([recordsFormat, settings.bundle]));
  await cache.provide(recordsKey, outDir, records.write);
  return {
    shard: {
      folder: index.name,
      count: sorted.length,
      firstDay,
      lastDay: dayOfReceipt(sorted.at(-1) as PublicAppeal),
      records: records.folder,
    },
    details: shardDetails(sorted, settings.edition, settings.replies),
    words: { words: join(index.kept, wordsFile), numbers: join(index.kept, numbersFile) },
    keys: [indexKey, recordsKey],
    built: index.built,
  };
}

const wordsFile = "words.txt";
const numbersFile = "appeals.numbers";
