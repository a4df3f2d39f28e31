import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";

/** What a page fetched, in bytes as a static host sends them: texts packed with gzip, pictures and typefaces as they are. */
export interface Fetched {
  path: string;
  kind: "page" | "script" | "style" | "font" | "image" | "data";
  bytes: number;
}

const kinds: Readonly<Record<string, Fetched["kind"]>> = {
  document: "page",
  script: "script",
  stylesheet: "style",
  font: "font",
  image: "image",
};
/** Packed already: a host sends them as they are. */
const packed = /\.(?:woff2|png|pf_[a-z]+|pagefind|gz)$/u;

/** What a page fetched, packed as a host would: to fetch a body from the browser and to pack it costs more than most visits. */
async function weigh(response: Response): Promise<Fetched> {
  const path = new URL(response.url()).pathname;
  const body = await response.body();
  return {
    path,
    kind: kinds[response.request().resourceType()] ?? "data",
    bytes: packed.test(path) ? body.length : gzipSync(body).length,
  };
}

/**
 * Notes everything that a page fetches from now on.
 *
 * @returns weighs it all, while the page that fetched it is open: the browser forgets what it brought to an earlier one
 */
export function recordFetches(page: Page): { all: () => Promise<Fetched[]> } {
  const responses: Response[] = [];
  page.context().on("response", (response) => responses.push(response));
  return { all: () => Promise.all(responses.map(weigh)) };
}

/** Sum of bytes, of some kinds or of all. */
export function bytesOf(fetched: readonly Fetched[], ...only: Fetched["kind"][]): number {
  return fetched
    .filter(({ kind }) => only.length === 0 || only.includes(kind))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
