import { gzipSync } from "node:zlib";
import { type Page, type Response } from "playwright-core";

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

/** Notes everything that a page fetches from now on. */
export function recordFetches(page: Page): { all: () => Promise<Fetched[]> } {
  const pending: Promise<Fetched | null>[] = [];
  const read = async (response: Response): Promise<Fetched | null> => {
    const path = new URL(response.url()).pathname;
    const body = await response.body().catch(() => null);
    if (body === null) return null;
    return {
      path,
      kind: kinds[response.request().resourceType()] ?? "data",
      bytes: packed.test(path) ? body.length : gzipSync(body).length,
    };
  };
  page.context().on("response", (response) => pending.push(read(response)));
  return { all: async () => (await Promise.all(pending)).filter((fetched) => fetched !== null) };
}

/** Sum of bytes, of some kinds or of all. */
export function bytesOf(fetched: readonly Fetched[], ...only: Fetched["kind"][]): number {
  return fetched
    .filter(({ kind }) => only.length === 0 || only.includes(kind))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
