import { engineFetch, openEngine, type PagefindModule } from "../engine.ts";
import { openPublicEngine, watchedFetch, type PublicPagefind } from "../publicEngine.ts";
import { ForeignFile } from "../sealed.ts";
import { type Manifest } from "../manifest.ts";
import { fits, openSearch, type Search } from "../search.ts";
import { type Question, type Reply } from "./messages.ts";
import { networkReader, SearchUnavailable } from "./readFile.ts";

/** Runs the search beside the page, so that typing never waits for it. Pagefind runs inside, unmodified. */

const browserFetch = globalThis.fetch.bind(globalThis);
const decoder = new TextDecoder();

async function open(root: string, edition: string): Promise<Search> {
  const read = networkReader(root, browserFetch);
  const manifest = JSON.parse(decoder.decode(await networkReader(root, (file) => browserFetch(file, { cache: "no-cache" }))("manifest.json"))) as Manifest;
  // The page is of one edition and its search of another: their addresses and counts would not agree.
  if (manifest.edition !== edition || !fits(manifest)) throw new SearchUnavailable("changed");
  const { folder } = manifest.engine;
  return openSearch({
    manifest,
    read,
    engine: async () => {
      const failures: unknown[] = [];
      if (manifest.engine.interface === "public") {
        globalThis.fetch = watchedFetch(browserFetch, failures);
        return openPublicEngine(async (shard) => (await import(/* @vite-ignore */ `${root}${shard.folder}/pagefind.js`)) as PublicPagefind, failures);
      }
      globalThis.fetch = engineFetch(read, manifest.shards, `${folder}/engine.pagefind`, failures, browserFetch);
      const module = (await import(/* @vite-ignore */ `${root}${folder}/pagefind.js`)) as PagefindModule;
      return openEngine(module, failures);
    },
  });
}

let opened: Promise<Search> | null = null;

async function reply({ number, root, edition, request, progress }: Question & { progress?: true }): Promise<Reply> {
  try {
    opened ??= open(root, edition);
    return { number, answer: await (await opened).run(request, progress && ((searched, of) => globalThis.postMessage({ number, progress: { searched, of } }))) };
  } catch (error) {
    opened = null;
    // A file of another edition: the portal was renewed between two requests, or a cache on the way mixed editions up.
    if (error instanceof ForeignFile) return { number, fault: "changed" };
    return { number, fault: error instanceof SearchUnavailable ? error.fault : "broken" };
  }
}

globalThis.addEventListener("message", (event: MessageEvent<Question>) => {
  void reply(event.data).then((answer) => globalThis.postMessage(answer));
});
