import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { AnyFacts } from "../../model/facts.ts";
import { appealsFile } from "../../edition/editionFiles.ts";
import { readReplies } from "../../edition/readEdition.ts";
import { replyStatesOf } from "./replyStatesOf.ts";
import { findAppealLines } from "./appealLines.ts";
import { bundleSizeOf } from "./bundleSize.ts";
import { finishSearch, mostInShard, usualInterface, type EditionOfSearch } from "./buildSearchIndex.ts";
import { pagefindEnvironment } from "./pagefindIndex.ts";
import { searchNames } from "./searchNames.ts";
import { openShardCache } from "./shardCache.ts";
import { planShards } from "./shardPlan.ts";
import type { Manifest } from "../format/manifest.ts";
import { openThreads } from "../../system/threads.ts";
// "import type": the file itself is a thread's.
import type { ShardAnswer, ShardJob, ShardThread } from "./shardWorker.ts";

/** What became of the shards of a build. */
export interface IndexedAppeals {
  manifest: Manifest;
  /** Shards whose index had to be built, and those whose index was taken over from the build before. */
  built: number;
  taken: number;
}

/** Two at once are as many as a usual machine has cores and memory for: 1.5 GB each. */
const mostThreads = 2;

export interface IndexFolders {
  edition: string;
  /** Becomes SITE/search. */
  out: string;
  /** Where shards are kept from build to build. */
  cache: string;
}

export interface IndexOptions {
  /** Appeals in one shard at most; smaller only in tests. */
  shardSize?: number;
  onProgress?: (done: number) => void;
  /** Nobody waits for it any more. */
  ended?: AbortSignal | undefined;
}

/**
 * Builds the search of an edition. The shards are read from the edition's file one by one; an index whose texts did not
 * change since the last build is taken over.
 */
export function indexAppeals(facts: AnyFacts, folders: IndexFolders, ended?: AbortSignal): Promise<IndexedAppeals> {
  return indexAppealsFile(
    join(folders.edition, appealsFile),
    {
      names: searchNames(facts),
      language: facts.portal.language,
      edition: facts.edition.date,
      replies: replyStatesOf(readReplies(folders.edition)),
      outDir: folders.out,
    },
    folders.cache,
    { ended },
  );
}

/**
 * The search of a file of public appeals, one a line. Of each appeal only where it stands and a row of its dates is in
 * memory; texts are those of the shards under way.
 *
 * @throws what a thread throws; where it is ended
 */
export async function indexAppealsFile(
  file: string,
  edition: EditionOfSearch,
  cacheDir: string,
  { shardSize = mostInShard, onProgress = () => {}, ended }: IndexOptions = {},
): Promise<IndexedAppeals> {
  const cache = openShardCache(cacheDir);
  const { jobs, total } = await shardJobs(file, shardSize);
  const way = usualInterface();
  const thread: ShardThread = {
    file,
    settings: {
      places: edition.names.places,
      language: edition.language,
      interface: way,
      edition: edition.edition,
      replies: edition.replies,
      bundle: bundleSizeOf(total),
    },
    cacheDir,
    outDir: edition.outDir,
  };
  const answers = (await inThreads(thread, jobs, onProgress, ended)).toSorted((a, b) => a.number - b.number);
  const manifest = await finishSearch(edition, answers, way);
  cache.keepOnly(new Set(answers.flatMap(({ keys }) => keys)));
  const built = answers.filter((answer) => answer.built).length;
  return { manifest, built, taken: answers.length - built };
}

/** Where the appeals of each shard stand in the file, oldest shard first, and how many there are in all. */
async function shardJobs(file: string, shardSize: number): Promise<{ jobs: ShardJob[]; total: number }> {
  const { starts, sizes, days } = await findAppealLines(file);
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const plan = planShards(counts, shardSize);
  const shardsOfDay = new Map<number, number[]>();
  for (const [number, { firstDay, lastDay }] of plan.entries())
    for (const day of counts.keys())
      if (day >= firstDay && day <= lastDay) shardsOfDay.set(day, [...(shardsOfDay.get(day) ?? []), number]);
  const lines = plan.map((): number[] => []);
  for (const [line, day] of days.entries()) for (const number of shardsOfDay.get(day) ?? []) lines[number]?.push(line);
  const jobs = plan.map(({ part }, number): ShardJob => {
    const mine = lines[number] ?? [];
    return {
      number,
      part,
      starts: Float64Array.from(mine, (line) => starts[line] ?? 0),
      sizes: Uint32Array.from(mine, (line) => sizes[line] ?? 0),
    };
  });
  return { jobs, total: days.length };
}

/** The newest shards first, as many at once as there are threads; any failure ends all of them. */
async function inThreads(
  thread: ShardThread,
  jobs: readonly ShardJob[],
  onProgress: (done: number) => void,
  ended?: AbortSignal,
): Promise<ShardAnswer[]> {
  let done = 0;
  const threads = openThreads<ShardJob, ShardAnswer>(new URL("./shardWorker.ts", import.meta.url), {
    name: "A thread of the search index",
    count: Math.min(mostThreads, availableParallelism(), jobs.length),
    workerData: thread,
    environment: pagefindEnvironment,
    ended,
  });
  const build = async (job: ShardJob): Promise<ShardAnswer> => {
    const answer = await threads.ask(job);
    done += answer.shard.count;
    onProgress(done);
    return answer;
  };
  try {
    return await Promise.all(jobs.toReversed().map(build));
  } finally {
    await threads.close();
  }
}
