// "import type", so that nothing of the model, and with it Zod, is loaded by the browser.
import type { Channel } from "../../model/channel.ts";
import type { EventStates } from "../../model/events/eventStates.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { SearchLanguage } from "../words/analyzer.ts";
import type { AppealListIndex } from "./listFiles.ts";

/** What the search index of an edition consists of: search/manifest.json. */

export const manifestSchema = 3;

interface NamedCode {
  code: string;
  /** The shortest name that readers know. */
  name: string;
  /** What else it is called; absent where nothing else is known. */
  others?: string[];
}

export interface NestedCode extends NamedCode {
  parent: string | null;
}

/** Names of everything an appeal can be filtered by. The columns hold positions in these lists. */
export interface SearchNames {
  agencies: NamedCode[];
  topics: NestedCode[];
  places: NestedCode[];
  channels: Channel[];
  outcomes: Outcome[];
}

/** Appeals that follow each other in time, with an index of their own. Appeal number i is the i-th by date, oldest first. */
export interface Shard {
  /**
   * Folder below search/, named for its contents: what has not changed keeps its address and its place in caches.
   * It holds words.pf_table (which index file has a word), w/ (which appeals hold a word) and p/ (and where in them).
   */
  folder: string;
  count: number;
  /** Days of the first and the last appeal; days since 1970-01-01. The columns count from the first. */
  firstDay: number;
  lastDay: number;
  /** Folder of the columns and of what hits show, named for its contents: outcomes change more often than words. */
  records: string;
}

/**
 * How the indexes are read: "own" — with what pagefindFormat.ts knows about Pagefind's files; "public" — with Pagefind's
 * documented functions only, which weighs more and takes a request for every hit.
 */
export type EngineInterface = "own" | "public";

export interface Manifest {
  schema: typeof manifestSchema;
  /** Day of the newest export. */
  edition: string;
  analyzer: number;
  language: SearchLanguage;
  engine: { version: string; folder: string; interface: EngineInterface };
  total: number;
  /** Appeals in one file of texts. */
  bundle: number;
  names: SearchNames;
  /** Oldest first. */
  shards: Shard[];
  /** In which appeals a word stands; null where there is one shard. */
  lists: AppealListIndex | null;
}

/** A file of texts: appeals that follow each other, and the path it was written for. */
export interface Bundle {
  file: string;
  appeals: FoundAppeal[];
}

/** One appeal in a file of texts: what a hit shows. */
export interface FoundAppeal {
  id: string;
  received: string;
  /** Only the week of the dates is known: they are Mondays. */
  datesToWeek?: true | undefined;
  agency: string | null;
  topic: string | null;
  place: string | null;
  channel: Channel;
  outcome: Outcome;
  firstReply: string | null;
  firstReplyDays: number | null;
  /** What the rules of events decided of the first reply. */
  firstReplyState?: EventStates["firstReplyState"];
  closed: string | null;
  text: string | null;
  reply: string | null;
}
