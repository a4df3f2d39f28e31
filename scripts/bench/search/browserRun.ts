import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { type AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Browser } from "playwright-core";
import { launchBrowser } from "../../../tests/browser/browser.ts";
import { noFilters } from "../../../src/search/read/filters.ts";
import { type Reply } from "../../../src/search/browser/messages.ts";
import { bundledWorker } from "./bundledWorker.ts";

/** Slow 4G, as Lighthouse has it: 150 ms to every answer, 1.6 Mbit/s for all answers together. */
const slow = { latency: 150, bytesPerSecond: 200_000 };
const piece = 4096;

/** What the page of the bench has: it starts a worker and loads the manifest for it, as conversation.ts does. */
interface SearchPage {
  startSearch: () => Worker;
}
const startSearch = `
function startSearch() {
  const worker = new Worker("/worker.js", { type: "module" });
  void fetch("/search/manifest.json", { cache: "no-cache" }).then(async (response) => worker.postMessage({ manifest: new Uint8Array(await response.arrayBuffer()) }));
  return worker;
}`;

interface Shaped {
  address: string;
  traffic: { bytes: number; requests: number };
  close: () => void;
}

/** Serves a search folder the way a static host behind a slow connection would. HTTP/1.1: six requests at a time. */
async function serveShaped(folder: string, speed: typeof slow | null): Promise<Shaped> {
  const worker = gzipSync(await bundledWorker(), { level: 9 });
  const page = Buffer.from(`<!doctype html><title>search</title><script>${startSearch}</script>`);
  const traffic = { bytes: 0, requests: 0 };
  let free = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
      let body: Buffer;
      let packed = false;
      if (path === "/") body = page;
      else if (path === "/worker.js") [body, packed] = [worker, true];
      else {
        body = await readFile(join(folder, path.replace("/search/", "/"))).catch(() => Buffer.alloc(0));
        if (/\.(json|js)$/.test(path)) [body, packed] = [gzipSync(body, { level: 9 }), true];
      }
      const type = path.endsWith(".js")
        ? "text/javascript"
        : path === "/"
          ? "text/html"
          : path.endsWith(".json")
            ? "application/json"
            : "application/octet-stream";
      traffic.bytes += path === "/" ? 0 : body.length;
      traffic.requests += path === "/" ? 0 : 1;
      if (speed !== null) await wait(speed.latency);
      response.writeHead(200, {
        "content-type": type,
        "cache-control": "max-age=3600",
        ...(packed ? { "content-encoding": "gzip" } : {}),
      });
      for (let from = 0; from < body.length; from += piece) {
        if (speed !== null) {
          const now = performance.now();
          free = Math.max(free, now) + (Math.min(piece, body.length - from) / speed.bytesPerSecond) * 1000;
          if (free > now) await wait(free - now);
        }
        response.write(body.subarray(from, from + piece));
      }
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    traffic,
    close: () => server.close().closeAllConnections(),
  };
}

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

/** Resident memory of all processes below one, MB; null where the system does not tell. */
async function memoryBelow(root: number): Promise<Map<number, { name: string; megabytes: number }> | null> {
  const { readdir } = await import("node:fs/promises");
  const all = new Map<number, { parent: number; name: string; megabytes: number }>();
  for (const entry of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readFile(`/proc/${entry}/status`, "utf8").catch(() => "");
    const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    all.set(Number(entry), {
      parent,
      name: /--type=(\w+)/.exec(command)?.[1] ?? "",
      megabytes: Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
    });
  }
  const below = (pid: number): boolean => {
    for (let at = all.get(pid); at !== undefined; at = all.get(at.parent)) if (at.parent === root) return true;
    return false;
  };
  return all.size === 0 ? null : new Map([...all].filter(([pid]) => below(pid)));
}

async function rendererMegabytes(): Promise<number> {
  const processes = await memoryBelow(process.pid);
  return Math.max(
    0,
    ...[...(processes ?? [])].filter(([, { name }]) => name === "renderer").map(([, { megabytes }]) => megabytes),
  );
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

async function measureMemory(
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
