import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { knownPagefind, readMetadata, type IndexFile } from "../format/pagefindFormat.ts";

/**
 * How the threads that build an index are started: with 6,500 words in one index file, a third of what Pagefind would put
 * there, so that a query downloads half as much and the files stay below what hosts accept. Pagefind takes this from the
 * environment of whoever starts it and may ignore it one day; then queries weigh more and nothing else changes.
 */
export const pagefindEnvironment = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: "6500" } as const;

/** Pagefind's browser module and its engine, the same for every index. */
export interface PagefindEngine {
  module: Uint8Array;
  wasm: Uint8Array;
}

export function installedPagefind(): string {
  const file = required(findPackageJSON("pagefind", import.meta.url), "a package of its own");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

export interface TextIndex {
  /** First and last word of each index file in the order of their words, and its contents, unpacked. */
  files: { first: string; last: string; content: Uint8Array }[];
  engine: PagefindEngine;
}

/** Records handed over at once; the service answers one at a time. */
const batch = 500;

function required<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`Pagefind ${knownPagefind} was expected to give ${what}`);
  return value;
}

/** The address of every page by its name, from the page files that Pagefind makes and the portal does not publish. */
function pageNumbers(files: readonly { path: string; content: Uint8Array }[]): Map<string, number> {
  return new Map(
    files
      .filter(({ path }) => path.startsWith("fragment/"))
      .map(({ path, content }) => {
        const { url } = JSON.parse(gunzipSync(content).subarray("pagefind_dcd".length).toString()) as { url: string };
        return [path.slice("fragment/".length, -".pf_fragment".length), Number(url)];
      }),
  );
}

/**
 * Indexes texts with Pagefind. Text i is found under the number i.
 *
 * @param texts what is to be found, already words of the analyzer; at most about 20,000 (time and memory grow faster than the number)
 * @throws where the installed Pagefind does not number pages in the order they were added, which the search relies on
 */
export async function indexTexts(texts: readonly string[]): Promise<TextIndex> {
  const index = await filledIndex(texts);
  try {
    // getFiles builds the index once; writeFiles would build it twice.
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw new Error(problems.join("\n"));
    const metadata = required(
      files.find(({ path }) => path.endsWith(".pf_meta")),
      "one metadata file",
    );
    const { pages, files: table } = readMetadata(gunzipSync(metadata.content));
    const numbers = pageNumbers(files);
    const inOrder =
      pages.length === texts.length &&
      pages.every((page, number) => numbers.get(`unknown_${page}`) === number || numbers.get(page) === number);
    if (!inOrder)
      throw new Error(`Pagefind ${knownPagefind} was expected to number pages in the order they were added`);
    const contents = new Map(files.map(({ path, content }) => [path, content]));
    return {
      files: table.map(([first, last, name]: IndexFile) => ({
        first,
        last,
        content: gunzipSync(required(contents.get(`index/${name}.pf_index`), "every index file of its table")),
      })),
      engine: {
        module: required(contents.get("pagefind.js"), "a browser module"),
        wasm: required(contents.get("wasm.unknown.pagefind"), "an engine"),
      },
    };
  } finally {
    await index.deleteIndex();
  }
}

/** An index of texts; text i has the address i. Whoever asks for it deletes it. */
export async function filledIndex(texts: readonly string[]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: "unknown" });
  if (index === undefined) throw new Error(errors.join("\n"));
  for (let from = 0; from < texts.length; from += batch) {
    const added = texts
      .slice(from, from + batch)
      .map((content, at) => index.addCustomRecord({ url: String(from + at), language: "unknown", content }));
    for (const answer of await Promise.all(added))
      if (answer.errors.length > 0) throw new Error(answer.errors.join("\n"));
  }
  return index;
}

/** Ends Pagefind's service; the process would not end while it runs. */
export async function closePagefind(): Promise<void> {
  await close();
}
