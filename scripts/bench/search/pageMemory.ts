import type { Browser } from "playwright-core";
import type { Reply } from "../../../src/search/browser/messages.ts";
import { noFilters } from "../../../src/search/read/filters.ts";
import { rendererMegabytes } from "./rendererMemory.ts";
import { serveShaped, type SearchPage } from "./shapedServer.ts";

/** Prints the memory of a page's process: empty, with the first hits, and the most in six exact searches. */
export async function measureMemory(
  folder: string,
  browser: Browser,
  queries: readonly string[],
  line: (what: string, value: string) => void,
): Promise<void> {
  const server = await serveShaped(folder, null);
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address);
    const before = await rendererMegabytes();
    const asked = (typed: string, scope: string): Promise<number> =>
      page.evaluate(
        ({ typed, scope, noFilters }) => {
          const holder = globalThis as unknown as SearchPage & { searching?: Worker };
          const worker = (holder.searching ??= holder.startSearch());
          return new Promise<number>((resolve, reject) => {
            worker.onmessage = ({ data }: MessageEvent<Reply<"search">>) => {
              if ("fault" in data) reject(new Error(data.fault));
              else if ("answer" in data) resolve(data.answer.total);
            };
            worker.postMessage({
              number: 1,
              root: `${location.href}search/`,
              name: "search",
              edition: "2026-12-31",
              ask: { typed, filters: noFilters, order: "newest", limit: 10, scope },
            });
          });
        },
        { typed, scope, noFilters },
      );
    await asked(queries[0] ?? "", "first");
    const first = await rendererMegabytes();
    let most = 0;
    let hits = 0;
    const watching = setInterval(() => void rendererMegabytes().then((now) => (most = Math.max(most, now))), 200);
    for (const typed of ["прошу", ...queries.slice(0, 5)]) hits = Math.max(hits, await asked(typed, "all"));
    clearInterval(watching);
    most = Math.max(most, await rendererMegabytes());
    line(
      "memory of the page's process, MB: empty; first hits; most in six exact searches",
      `${before.toFixed(0)}; ${first.toFixed(0)}; ${most.toFixed(0)} (up to ${hits.toLocaleString("en")} hits)`,
    );
    await context.close();
  } finally {
    server.close();
  }
}
