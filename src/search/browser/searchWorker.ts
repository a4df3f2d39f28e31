import { allMarks } from "../read/allMarks.ts";
import { companionSchema, type Companion } from "../format/companion.ts";
import { decodeRows, type DetailRows, type Marks } from "../format/details.ts";
import { engineFetch, openEngine, type PagefindModule } from "../read/engine.ts";
import { openPublicEngine, watchedFetch, type PublicPagefind } from "../read/publicEngine.ts";
import { ForeignFile } from "../format/nameInside.ts";
import { once } from "../read/once.ts";
import type { Manifest } from "../format/manifest.ts";
import type { Filters } from "../read/filters.ts";
import { fits, openSearch, type Search } from "../read/search.ts";
import type { SearchAnswer, SearchRequest } from "../read/searchAnswer.ts";
import { namedOffers, type NamedOffer } from "../read/namedOffers.ts";
import { namedPages } from "../read/namedPages.ts";
import { nameIndex } from "../read/nameIndex.ts";
import type { NamedThing } from "../read/namedFacets.ts";
import { streetMeant } from "../read/namedStreets.ts";
import { appealsWith, complete, suggest, type KnownWords } from "../read/suggestions.ts";
import { decodeVocabulary } from "../format/vocabulary.ts";
import { blockSize } from "../format/companion.ts";
import type { Exchanges, Opening, Question, Reply } from "./messages.ts";
import { freshReader, networkReader, SearchUnavailable } from "./readFile.ts";

/** Runs the search beside the page, so that typing never waits for it. Pagefind runs inside, unmodified. */

const browserFetch = globalThis.fetch.bind(globalThis);
const decoder = new TextDecoder();

interface Opened {
  manifest: Manifest;
  search: Search;
  marks: () => Promise<readonly Marks[]>;
  rows: (block: number) => Promise<DetailRows>;
  vocabulary: () => Promise<KnownWords>;
}

let tellManifest: (sent: Opening["manifest"]) => void = () => {};
/** The manifest that the page sends to a new worker. Where the search is opened again, the network is asked anew. */
let sentManifest: Promise<Opening["manifest"]> | null = new Promise((resolve) => (tellManifest = resolve));

async function manifestSent(): Promise<Uint8Array | null> {
  const sent = await sentManifest;
  sentManifest = null;
  if (typeof sent === "string") throw new SearchUnavailable(sent);
  return sent;
}

/** @param hurried whether words are waited for: what the first search of words needs is asked for at once then, not one after the other */
async function open(root: string, edition: string, hurried: boolean): Promise<Opened> {
  const ahead = new Map<string, Promise<Uint8Array>>();
  const network = networkReader(root, browserFetch);
  const read = (path: string): Promise<Uint8Array> => {
    const asked = ahead.get(path) ?? network(path);
    ahead.delete(path);
    return asked;
  };
  const fresh = freshReader(root, browserFetch);
  const manifest = JSON.parse(decoder.decode((await manifestSent()) ?? (await fresh("manifest.json")))) as Manifest;
  // The page is of one edition and its search of another: their addresses and counts would not agree.
  if (manifest.edition !== edition || !fits(manifest)) throw new SearchUnavailable("changed");

  const companion = once(async (_: "companion") => {
    const named = JSON.parse(decoder.decode(await fresh("companion.json"))) as Companion;
    if (named.schema !== companionSchema || named.edition !== edition || named.total !== manifest.total)
      throw new SearchUnavailable("changed");
    return named;
  });
  const lengthOf = (block: number): number => Math.min(blockSize, manifest.total - block * blockSize);
  const marks = once(async (_: "marks") => allMarks(manifest, (await companion("companion")).blocks, read));
  const rows = once(async (block: number) => {
    const { blocks } = await companion("companion");
    return decodeRows(decoder.decode(await read(`${blocks[block] ?? ""}/rows.columns`)), lengthOf(block));
  });
  const vocabulary = once(async (_: "vocabulary"): Promise<KnownWords> => {
    const { vocabulary: index } = await companion("companion");
    return {
      index,
      language: manifest.language,
      entries: once(async (name: string) => decodeVocabulary(decoder.decode(await read(`${index.folder}/${name}`)))),
    };
  });

  const { folder } = manifest.engine;
  const engineFile = `${folder}/engine.pagefind`;
  const askAhead = (path: string): void => {
    if (ahead.has(path)) return;
    const asked = network(path);
    // Whoever needs it hears of a failure.
    asked.catch(() => {});
    ahead.set(path, asked);
  };
  // Of many shards and their engine nothing may be needed: the lists of appeals often know all.
  if (hurried && manifest.lists === null && manifest.engine.interface === "own")
    for (const path of [engineFile, `${manifest.shards.at(-1)?.folder ?? ""}/words.pf_table`]) askAhead(path);
  const search = openSearch({
    manifest,
    read,
    marks: () => marks("marks"),
    engine: async () => {
      const failures: unknown[] = [];
      if (manifest.engine.interface === "public") {
        globalThis.fetch = watchedFetch(browserFetch, failures);
        return openPublicEngine(
          async (shard) => (await import(/* @vite-ignore */ `${root}${shard.folder}/pagefind.js`)) as PublicPagefind,
          failures,
        );
      }
      askAhead(engineFile);
      globalThis.fetch = engineFetch(read, manifest.shards, engineFile, failures, browserFetch);
      const module = (await import(/* @vite-ignore */ `${root}${folder}/pagefind.js`)) as PagefindModule;
      return openEngine(module, failures);
    },
  });
  return { manifest, search, marks: () => marks("marks"), rows, vocabulary: () => vocabulary("vocabulary") };
}

async function take(
  { manifest, search, marks, rows }: Opened,
  { take: wanted, ...question }: Exchanges["take"]["ask"],
  tell: (made: number) => void,
): Promise<Blob> {
  // Few take anything away: what that needs is fetched by those alone.
  const [{ takeAway }, matches, allMarks] = await Promise.all([
    import("../read/takeAway.ts"),
    search.matches(question),
    marks(),
  ]);
  const pieces: Blob[] = [];
  // Each piece leaves the memory of scripts at once.
  for await (const piece of takeAway(matches, allMarks, { manifest, search, rows }, wanted, tell))
    pieces.push(new Blob([piece]));
  return new Blob(pieces, { type: wanted.form === "links" ? "text/plain;charset=utf-8" : "text/csv;charset=utf-8" });
}

/** Shards that are counted unasked. */
const fewShards = 8;

/** What the index calls things, by all their names. */
function namesOf({ manifest }: Opened): NamedThing[] {
  const { agencies, topics, places } = manifest.names;
  return Object.entries({ agency: agencies, topic: topics, place: places }).flatMap(([facet, entries]) =>
    entries.map(({ code, name, others = [] }) => ({
      facet: facet as NamedThing["facet"],
      code,
      names: [name, ...others],
    })),
  );
}

/** How many appeals a search finds; null where nobody counts them unasked. */
const countIn =
  ({ manifest, search }: Opened) =>
  async (typed: string, filters: Filters): Promise<number | null> =>
    manifest.shards.length > fewShards ? null : (await search.run({ typed, filters, order: "newest", limit: 0 })).total;

/** The search as it was meant: of a street that is named by itself its own appeals are found, not those that have its words somewhere. */
async function find(
  portal: Opened,
  asked: SearchRequest,
  tell: (searched: number) => void,
  left: AbortSignal,
): Promise<SearchAnswer> {
  const { manifest, search } = portal;
  const meant = await streetMeant(asked, nameIndex(namesOf(portal), manifest.language), countIn(portal));
  const answer = await search.run({ ...asked, ...meant }, tell, left);
  return meant === null ? answer : { ...answer, meant };
}

/** @param things what the page calls things, in its language; the manifest knows what else they are called */
async function offers(portal: Opened, { typed, filters, things }: Exchanges["name"]["ask"]): Promise<NamedOffer[]> {
  const { manifest, search, vocabulary } = portal;
  const { places } = manifest.names;
  return namedOffers(typed, filters, {
    index: nameIndex([...namesOf(portal), ...things], manifest.language),
    count: countIn(portal),
    byPlace: async (words, narrowed) => {
      const { counts } = await search.run({ typed: words, filters: narrowed, order: "newest", limit: 0 });
      const above = new Set(places.map(({ parent }) => parent));
      return Object.fromEntries(Object.entries(counts.place).filter(([code]) => !above.has(code)));
    },
    appealsWith: async (stem) => appealsWith(stem, await vocabulary()),
  });
}

let opened: Promise<Opened> | null = null;
const isForWords = ({ name, ask }: Question): boolean =>
  name === "search" && (ask as Exchanges["search"]["ask"]).typed.trim() !== "";

/** Ends the counting for a question that a newer one took the place of. */
let counting = new AbortController();

async function reply(question: Question): Promise<Reply> {
  const { number, name, root, edition, ask } = question;
  if (name === "search") {
    counting.abort();
    counting = new AbortController();
  }
  const left = name === "search" ? counting : new AbortController();
  try {
    opened ??= open(root, edition, isForWords(question));
    const portal = await opened;
    if (name === "suggest") {
      const { typed, understood } = ask as Exchanges["suggest"]["ask"];
      return { number, answer: await suggest(typed, await portal.vocabulary(), new Set(understood)) };
    }
    if (name === "name") {
      const named = ask as Exchanges["name"]["ask"];
      return {
        number,
        answer: { offers: await offers(portal, named), pages: namedPages(named.typed, named.pages, named.language) },
      };
    }
    if (name === "complete") return { number, answer: await complete(ask as string, await portal.vocabulary()) };
    if (name === "take")
      return {
        number,
        answer: await take(portal, ask as Exchanges["take"]["ask"], (made) => globalThis.postMessage({ number, made })),
      };
    return {
      number,
      answer: await find(portal, ask as SearchRequest, (made) => globalThis.postMessage({ number, made }), left.signal),
    };
  } catch (error) {
    // Nobody listens to the answer; what has been loaded stays.
    if (left.signal.aborted) return { number, fault: "broken" };
    opened = null;
    // A file of another edition: the portal was renewed between two requests, or a cache on the way mixed editions up.
    if (error instanceof ForeignFile) return { number, fault: "changed" };
    return { number, fault: error instanceof SearchUnavailable ? error.fault : "broken" };
  }
}

globalThis.addEventListener("message", (event: MessageEvent<Question | Opening>) => {
  if ("manifest" in event.data) {
    tellManifest(event.data.manifest);
    return;
  }
  const question = event.data;
  void reply(question).then((answer) => {
    globalThis.postMessage(answer);
    // What could not be had is asked for again when it is needed.
    if (isForWords(question) && "answer" in answer) opened?.then(({ search }) => search.prepare()).catch(() => {});
  });
});
