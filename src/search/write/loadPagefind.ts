import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/** Modules of one address are one module; each of ours is one of its own. */
let loaded = 0;

/**
 * Loads Pagefind's browser module with a fetch of its own: it asks for its files by that name and takes no other. Each
 * load is a module by itself, which matters, since Pagefind keeps its engine in it.
 *
 * @param file pagefind.js
 * @param fetch answers what the module asks for; addresses are below that of the file, unless it is told another base
 */
export async function loadPagefind(file: string, fetch: typeof globalThis.fetch): Promise<unknown> {
  const giver = dataModule(`export let fetch; export const give = (given) => { fetch = given; }; // ${(loaded += 1)}`);
  const { give } = (await import(/* @vite-ignore */ giver)) as { give: (given: typeof fetch) => void };
  give(fetch);
  const source = (await readFile(file, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href));
  return import(/* @vite-ignore */ dataModule(`import { fetch } from ${JSON.stringify(giver)};\n${source}`));
}

function dataModule(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
