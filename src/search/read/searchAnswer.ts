import type { ExcerptPiece } from "./excerpt.ts";
import type { Counts, Filters } from "./filters.ts";
import type { FoundAppeal } from "../format/manifest.ts";

/** What the search is asked and what it answers. */

export const orders = ["newest", "relevance"] as const;
export type Order = (typeof orders)[number];

export interface SearchRequest {
  typed: string;
  filters: Filters;
  order: Order;
  /** How many hits to show, from the first on. */
  limit: number;
  /**
   * "all" (the usual) answers exactly, whatever it takes; "first" stops at the first hits where there are many shards:
   * newest shards are searched first, and older ones only until the page is full.
   */
  scope?: "first" | "all";
  /** Whether values of the first reply against its norm and of the rating are to be counted; they are a file more. */
  marks?: boolean;
}

export interface ShownHit extends Omit<FoundAppeal, "text" | "reply"> {
  text: ExcerptPiece[];
  /** Of the reply, where the words were found there and not in the appeal. */
  reply: ExcerptPiece[];
}

export interface SearchAnswer {
  /** What was searched for in place of the words as they were typed: the street that they name, with all else that they name. */
  meant?: Pick<SearchRequest, "typed" | "filters">;
  /** Exact where `complete` or `exactTotal`; else as many as were found so far. */
  total: number;
  /** Whether total, counts and months are of all appeals. Where not, counts and months are empty; ask with scope "all". */
  complete: boolean;
  /** Whether every appeal that could be a hit was looked at, so that the total is exact. */
  exactTotal: boolean;
  /** Shards that may have hits and that no word was looked up in: what counts and months would still cost. */
  remaining: number;
  /** Hits of the words alone, without any filter; as many as were found so far where the total is not exact. */
  unfiltered: number;
  counts: Counts;
  months: Record<string, number>;
  hits: ShownHit[];
  /** Nothing to search for in what was typed; more was typed than was searched for. */
  empty: boolean;
  cut: boolean;
}
