import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { knownPagefind, readMetadata, type IndexFile } from "../../site/search/pagefindFormat.ts";

/**
 * Words in one index file: a quarter of what Pagefind would put there, so that a query downloads a third as much
 * (29.8 kB instead of 68.9 at 20,000 appeals). Pagefind reads it from the environment and may ignore it one day; then
 * queries weigh more and nothing else changes.
 */
const wordsInFile = "5000";

export interface ShardIndex {
  /** Name Pagefind gave the index. */
  name: string;
  files: readonly IndexFile[];
  /** Path below the shard's folder, and contents. */
  parts: { path: string; content: Uint8Array }[];
  /** Pagefind's browser module and its engine, the same for every shard. */
  module: Uint8Array;
  wasm: Uint8Array;
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
 * @param onProgress is told how many texts were handed over
 * @throws where the installed Pagefind does not number pages in the order they were added, which the search relies on
 */
export async function indexTexts(texts: readonly string[], onProgress: (done: number) => void = () => {}): Promise<ShardIndex> {
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = wordsInFile;
  const { index, errors } = await createIndex({ forceLanguage: "unknown" });
  if (index === undefined) throw new Error(errors.join("\n"));
  try {
    for (let from = 0; from < texts.length; from += batch) {
      const added = texts.slice(from, from + batch).map((content, at) => index.addCustomRecord({ url: String(from + at), language: "unknown", content }));
      for (const answer of await Promise.all(added)) if (answer.errors.length > 0) throw new Error(answer.errors.join("\n"));
      onProgress(Math.min(from + batch, texts.length));
    }
    // getFiles builds the index once; writeFiles would build it twice.
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw new Error(problems.join("\n"));
    const metadata = required(files.find(({ path }) => path.endsWith(".pf_meta")), "one metadata file");
    const { pages, files: table } = readMetadata(gunzipSync(metadata.content));
    const numbers = pageNumbers(files);
    const inOrder = pages.length === texts.length && pages.every((page, number) => numbers.get(`unknown_${page}`) === number || numbers.get(page) === number);
    if (!inOrder) throw new Error(`Pagefind ${knownPagefind} was expected to number pages in the order they were added`);
    return {
      name: required(/^pagefind\.(.+)\.pf_meta$/.exec(metadata.path)?.[1], "a name for its index"),
      files: table,
      parts: files.filter(({ path }) => path.startsWith("index/")),
      module: required(files.find(({ path }) => path === "pagefind.js"), "a browser module").content,
      wasm: required(files.find(({ path }) => path === "wasm.unknown.pagefind"), "an engine").content,
    };
  } finally {
    await index.deleteIndex();
  }
}

/** Ends Pagefind's service; the process would not end while it runs. */
export async function closePagefind(): Promise<void> {
  await close();
}
