import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noFilters, type Filters } from "../../src/search/read/filters.ts";
import type { SearchAnswer } from "../../src/search/read/searchAnswer.ts";
import { buildMeasured, digestsOf, writeCorpus } from "./search/buildMeasured.ts";
import { inBrowser } from "./search/browserRun.ts";
import { scriptsWeight } from "./search/bundledWorker.ts";
import { searchCorpus, shapeOf } from "./search/corpus.ts";
import { openCounted } from "./search/countedSearch.ts";
import { fullTextCounts } from "./search/fullTextCounts.ts";
import { sampleQueries } from "./search/queries.ts";
import { parseArgs } from "node:util";

/**
 * npm run bench -- search [SIZE…] [--queries N] [--browser N] [--folder DIR]: the search of a simulated region of each
 * size (7500 and 100000 unless named; 1000000 takes half an hour and 6 GB of disk). Bytes and requests are counted
 * exactly in this process, with the browser's own code, one fresh visit a query; times are of Chromium behind a
 * connection shaped as slow 4G. With --folder what was built before is measured again.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: "string", default: "200" },
    browser: { type: "string", default: "20" },
    folder: { type: "string" },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [7500, 100_000];

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const share = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * part) - 1)] ?? 0;
const p50p95 = (values: readonly number[], digits = 0): string =>
  `${share(values, 0.5).toFixed(digits)} / ${share(values, 0.95).toFixed(digits)} / ${share(values, 1).toFixed(digits)}`;
const line = (what: string, value: string): void => console.log(`  ${what.padEnd(66)} ${value}`);

function inversions({ hits }: SearchAnswer): number {
  return hits.filter(
    ({ received }, at) => at > 0 && received.slice(0, 10) > (hits[at - 1]?.received.slice(0, 10) ?? ""),
  ).length;
}

async function benchSearch(size: number): Promise<void> {
  const folder =
    values.folder === undefined ? mkdtempSync(join(tmpdir(), "otklik-bench-")) : join(values.folder, String(size));
  try {
    const corpus = searchCorpus(size);
    const out = join(folder, "search");
    console.log(`${size.toLocaleString("en")} appeals`);
    if (!existsSync(join(out, "manifest.json"))) await measureBuilds(folder, size);
    const { question, reply, forms } = shapeOf(corpus, Math.min(size, 5000));
    line(
      "words of a question, of a reply; word forms in 5,000 appeals",
      `${question.toFixed(0)}, ${reply.toFixed(0)}; ${forms}`,
    );
    await measureQueries(out, corpus);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true });
  }
}

async function measureBuilds(folder: string, size: number): Promise<void> {
  const corpus = searchCorpus(size);
  const [file, out, again] = [join(folder, "appeals.ndjson"), join(folder, "search"), join(folder, "again")];
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) await writeCorpus(corpus, file);
  const built = await buildMeasured(corpus, file, out, join(folder, "cache"));
  line(
    "build, s; peak of this process and of one of Pagefind, MB",
    `${built.seconds.toFixed(0)}; ${built.ownMegabytes.toFixed(0)}, ${built.pagefindMegabytes?.toFixed(0) ?? "?"}`,
  );
  line(
    "files; MB; shards",
    `${built.files}; ${built.megabytes.toFixed(0)}; ${built.result.manifest.shards.length} of ${sorted(built.result.manifest.shards.map(({ count }) => count)).join(" ")}`,
  );
  if (size > 200_000) return;
  await writeCorpus(corpus, file, true);
  const next = await buildMeasured(corpus, file, again, join(folder, "cache"));
  const [before, after] = [digestsOf(out), digestsOf(again)];
  const folders = new Set(built.result.manifest.shards.map((shard) => shard.folder));
  const kept = next.result.manifest.shards.filter((shard) => folders.has(shard.folder)).length;
  const same = [...after].filter(([path, digest]) => before.get(path) === digest).length;
  line(
    "next edition, one appeal changed: s; shards built, taken over",
    `${next.seconds.toFixed(1)}; ${next.result.built}, ${next.result.taken}`,
  );
  line(
    "  shards with the same address; files byte-identical",
    `${kept} of ${next.result.manifest.shards.length}; ${same} of ${after.size}`,
  );
  rmSync(again, { recursive: true });
}

async function measureQueries(out: string, corpus: ReturnType<typeof searchCorpus>): Promise<void> {
  const queries = sampleQueries(corpus, Number(values.queries));
  const scripts = await scriptsWeight();
  const cold = { bytes: [] as number[], requests: [] as number[], next: [] as number[], nextRequests: [] as number[] };
  const all = { bytes: [] as number[], requests: [] as number[], milliseconds: [] as number[], filter: [] as number[] };
  const counts: number[] = [];
  let wrongOrder = 0;
  let wrongHits = 0;
  const first = { filters: noFilters, order: "newest", limit: 10, scope: "first" } as const;
  const filters: Filters[] = [
    { ...noFilters, agency: ["agency-7"] },
    { ...noFilters, topic: ["topic-3"] },
    { ...noFilters, from: "2020-01-01", to: "2022-06-30" },
  ];
  // All at once is asked on fewer of the biggest: half a minute each.
  const exact = corpus.size > 200_000 ? queries.slice(0, 40) : queries;
  for (const [at, typed] of queries.entries()) {
    const { search, traffic } = openCounted(out);
    const found = await search.run({ typed, ...first });
    cold.bytes.push((traffic.bytes + scripts) / 1000);
    cold.requests.push(traffic.requests + 1);
    wrongOrder += inversions(found);
    const before = { ...traffic };
    if (at < exact.length) {
      const start = performance.now();
      const answer = await search.run({ typed, ...first, scope: "all" });
      all.milliseconds.push(performance.now() - start);
      all.bytes.push((traffic.bytes - before.bytes) / 1000);
      all.requests.push(traffic.requests - before.requests);
      counts.push(answer.total);
      wrongOrder += inversions(answer);
      if (
        JSON.stringify(answer.hits) !== JSON.stringify(found.hits) ||
        (found.exactTotal && found.total !== answer.total)
      )
        wrongHits += 1;
      for (const chosen of filters) {
        const begun = performance.now();
        await search.run({ typed, ...first, scope: "all", filters: chosen, limit: 0 });
        all.filter.push(performance.now() - begun);
      }
    }
    const visit = openCounted(out);
    await visit.search.run({ typed: queries[(at + 1) % queries.length] ?? "", ...first });
    await visit.search.prepare();
    const known = { ...visit.traffic };
    await visit.search.run({ typed, ...first });
    cold.next.push((visit.traffic.bytes - known.bytes) / 1000);
    cold.nextRequests.push(visit.traffic.requests - known.requests);
  }
  line(
    `cold to the first 10 hits, kB p50 / p95 / max (${queries.length} queries, scripts ${(scripts / 1000).toFixed(1)})`,
    p50p95(cold.bytes),
  );
  line("  requests", p50p95(cold.requests));
  line("next query, kB", p50p95(cold.next));
  line("  requests", p50p95(cold.nextRequests));
  line(`then exact count, facets, months of all time, kB more (${exact.length} queries)`, p50p95(all.bytes));
  line("  requests more", p50p95(all.requests));
  line("  ms in this process, without a network", p50p95(all.milliseconds));
  line("another filter or date on a finished query, ms", p50p95(all.filter, 1));
  line("hits out of order of date; first hits unlike those of all", `${wrongOrder}; ${wrongHits}`);
  if (corpus.size <= 200_000) {
    const expected = fullTextCounts(corpus, exact);
    line(
      "counts equal to SQLite FTS5 over the same stems",
      `${counts.filter((count, at) => count === expected[at]).length} of ${exact.length} (hits p50 / p95 / max ${p50p95(counts)})`,
    );
  } else line("hits p50 / p95 / max", p50p95(counts));
  if (Number(values.browser) > 0) await inBrowser(out, queries.slice(0, Number(values.browser)), line);
}

for (const size of sizes) await benchSearch(size);
