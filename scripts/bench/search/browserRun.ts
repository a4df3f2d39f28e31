import type { Browser } from "playwright-core";
import type { Reply } from "../../../src/search/browser/messages.ts";
import { noFilters } from "../../../src/search/read/filters.ts";
import { launchBrowser } from "../../../tests/browser/browser.ts";
import { measureMemory } from "./pageMemory.ts";
import { serveShaped, slow, type SearchPage } from "./shapedServer.ts";

/** Asks one question in a fresh visit, from the moment the worker's script is asked for, and the manifest with it, as the page does. */
async function ask(
  browser: Browser,
  address: string,
  typed: string,
): Promise<{ first: number; all: number; total: number }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await page.evaluate(
      async ({ typed, noFilters }) => {
        const start = performance.now();
        const worker = (globalThis as unknown as SearchPage).startSearch();
        let number = 0;
        const run = (scope: string): Promise<number> =>
          new Promise((resolve, reject) => {
            worker.onerror = (event) => reject(new Error(event.message));
            worker.onmessage = ({ data }: MessageEvent<Reply<"search">>) => {
              if ("fault" in data) reject(new Error(data.fault));
              else if ("answer" in data) resolve(data.answer.total);
            };
            worker.postMessage({
              number: (number += 1),
              root: `${location.href}search/`,
              name: "search",
              edition: "2026-12-31",
              ask: { typed, filters: noFilters, order: "newest", limit: 10, scope },
            });
          });
        await run("first");
        const first = performance.now() - start;
        const total = await run("all");
        return { first, all: performance.now() - start - first, total };
      },
      { typed, noFilters },
    );
  } finally {
    await context.close();
  }
}

/** Prints times behind a slow connection, the traffic as Chromium made it, and the memory of the page. */
export async function inBrowser(
  folder: string,
  queries: readonly string[],
  line: (what: string, value: string) => void,
): Promise<void> {
  const quantile = (values: number[], part: number): string =>
    (values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * part) - 1)] ?? 0).toFixed(0);
  const three = (values: number[]): string =>
    `${quantile(values, 0.5)} / ${quantile(values, 0.95)} / ${quantile(values, 1)}`;
  const browser = await launchBrowser();
  const server = await serveShaped(folder, slow);
  try {
    const first: number[] = [];
    const all: number[] = [];
    for (const typed of queries) {
      const times = await ask(browser, server.address, typed);
      first.push(times.first);
      all.push(times.all);
    }
    line(`Chromium, slow 4G: ms to the first 10 hits, p50 / p95 / max (${queries.length} queries)`, three(first));
    line("  ms more to exact count, facets, months", three(all));
    line(
      "  kB and requests a query as the server saw them, mean",
      `${(server.traffic.bytes / 1000 / queries.length).toFixed(0)}; ${(server.traffic.requests / queries.length).toFixed(1)}`,
    );
  } finally {
    server.close();
  }
  await measureMemory(folder, browser, queries, line);
  await browser.close();
}
