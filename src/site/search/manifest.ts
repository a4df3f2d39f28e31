// "import type", so that nothing of the model, and with it Zod, is loaded by the browser.
import type { Channel } from "../../model/channel.ts";
import type { Outcome } from "../../model/outcome.ts";
import { type SearchLanguage } from "./analyzer.ts";

/** What the search index of an edition consists of: search/manifest.json. */

export const manifestSchema = 1;

export interface NamedCode {
  code: string;
  /** The shortest name that readers know. */
  name: string;
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
  /** Folder below search/, named for its contents: what has not changed keeps its address and its place in caches. */
  folder: string;
  count: number;
  /** Day of the first appeal, from which the columns count; days since 1970-01-01. */
  firstDay: number;
  /** Name Pagefind gave the index. */
  index: string;
  /** Folder of the columns and of what hits show, named for its contents: outcomes change more often than words. */
  records: string;
}

export interface Manifest {
  schema: typeof manifestSchema;
  /** Day of the newest export. */
  edition: string;
  analyzer: number;
  language: SearchLanguage;
  engine: { version: string; folder: string };
  total: number;
  /** Appeals in one file of texts. */
  bundle: number;
  names: SearchNames;
  /** Oldest first. */
  shards: Shard[];
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
  closed: string | null;
  text: string | null;
  reply: string | null;
}
