import type { SearchAnswer, SearchRequest } from "../read/searchAnswer.ts";
import type { NamedOffer } from "../read/namedOffers.ts";
import type { NamedThing } from "../read/namedFacets.ts";
import type { SearchLanguage } from "../words/analyzer.ts";
import type { Suggestions } from "../read/suggestions.ts";
// "import type": the worker fetches what takes appeals away only when somebody does.
import type { TakeRequest } from "../read/takeAway.ts";
import type { SearchFault } from "./readFile.ts";

/** What the page and its worker say to each other. */

/** What can be asked, and what is answered to it. */
export interface Exchanges {
  search: { ask: SearchRequest; answer: SearchAnswer };
  /** What may have been meant, where little was found. */
  suggest: {
    ask: {
      typed: string;
      /** Words that name something of the portal, in small letters. */ understood: readonly string[];
    };
    answer: Suggestions;
  };
  /** What of the portal is named, by its names in the reader's language beside those of the index. */
  name: {
    ask: Pick<SearchRequest, "typed" | "filters"> & {
      things: NamedThing[];
      /** What pages are called in the reader's language. */
      pages: readonly (readonly string[])[];
      language: SearchLanguage;
    };
    answer: { offers: NamedOffer[]; pages: number[] };
  };
  /** What the word being typed may become. */
  complete: { ask: string; answer: string[] };
  /** All hits as a file; answered in pieces of progress before. */
  take: { ask: Pick<SearchRequest, "typed" | "filters"> & { take: TakeRequest }; answer: Blob };
}

export type ExchangeName = keyof Exchanges;

export interface Question<Name extends ExchangeName = ExchangeName> {
  number: number;
  name: Name;
  /** Address of the search folder, and the edition the page was rendered from. */
  root: string;
  edition: string;
  ask: Exchanges[Name]["ask"];
}

/** Said once to a new worker, unasked: the manifest, which the page loads while the worker's script is on its way, or why it cannot be had. */
export interface Opening {
  manifest: Uint8Array | SearchFault;
}

export type Reply<Name extends ExchangeName = ExchangeName> = { number: number } & (
  { answer: Exchanges[Name]["answer"] } | { fault: SearchFault } | { made: number }
);
