import { type SearchAnswer, type SearchRequest } from "../search.ts";
import { type SearchFault } from "./readFile.ts";

/** What the page and its worker say to each other. */

export interface Question {
  number: number;
  /** Address of the search folder, and the edition the page was rendered from. */
  root: string;
  edition: string;
  request: SearchRequest;
}

export type Reply = { number: number; answer: SearchAnswer } | { number: number; fault: SearchFault };
