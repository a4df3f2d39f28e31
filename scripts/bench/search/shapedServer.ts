import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { bundledWorker } from "./bundledWorker.ts";

/** Slow 4G, as Lighthouse has it: 150 ms to every answer, 1.6 Mbit/s for all answers together. */
export const slow = { latency: 150, bytesPerSecond: 200_000 };
const piece = 4096;

/** What the page of the bench has: it starts a worker and loads the manifest for it, as conversation.ts does. */
export interface SearchPage {
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
export async function serveShaped(folder: string, speed: typeof slow | null): Promise<Shaped> {
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
