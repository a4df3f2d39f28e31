import { facetNames, noFilters, type FacetName, type Filters } from "./filters.ts";
import { mostCharacters } from "./mostCharacters.ts";
import type { Order } from "./searchAnswer.ts";

/** What the search page shows, as it stands in its address: a contract, readers share such links. */
export interface SearchState {
  typed: string;
  filters: Filters;
  order: Order;
  /** How many hits are shown. */
  shown: number;
}

/** Hits shown at first and added by each press of the button. */
export const pageSize = 20;
/** More than anybody reads; an address cannot ask for all. */
const mostShown = 1000;

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const code = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function dateOf(text: string | null): string | null {
  return text !== null && isoDate.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : null;
}

/** Reads an address. Whatever it cannot mean is left out. ?year=2026 is short for the two dates. */
export function readState(query: URLSearchParams): SearchState {
  const year = /^\d{4}$/.exec(query.get("year") ?? "")?.[0];
  const filters: Filters = {
    ...noFilters,
    from: dateOf(query.get("from")) ?? (year ? `${year}-01-01` : null),
    to: dateOf(query.get("to")) ?? (year ? `${year}-12-31` : null),
  };
  for (const name of facetNames) filters[name] = [...new Set(query.getAll(name))].filter((value) => code.test(value));
  const shown = Math.ceil(Number(query.get("show") ?? pageSize) / pageSize) * pageSize;
  return {
    typed: query.get("q") ?? "",
    filters,
    order: query.get("sort") === "relevance" ? "relevance" : "newest",
    shown: shown >= pageSize && shown <= mostShown ? shown : pageSize,
  };
}

/** Writes a state as an address, what is usual left out, always in the same order. */
export function writeState({ typed, filters, order, shown }: SearchState): URLSearchParams {
  const query = new URLSearchParams();
  // No longer than what is searched for: servers refuse addresses of many kilobytes.
  const words = typed.trim().slice(0, mostCharacters);
  if (words !== "") query.set("q", words.isWellFormed() ? words : words.slice(0, -1));
  for (const name of facetNames) for (const value of filters[name]) query.append(name, value);
  if (filters.from !== null) query.set("from", filters.from);
  if (filters.to !== null) query.set("to", filters.to);
  if (order !== "newest") query.set("sort", order);
  if (shown !== pageSize) query.set("show", String(shown));
  return query;
}

/** The one value of a kind whose appeals are shown, all of them and nothing else; else null. */
export function onlyOf(facet: FacetName, state: SearchState): string | null {
  const [code = null] = state.filters[facet];
  return code !== null && writeState({ ...state, order: "newest", shown: pageSize }).toString() === `${facet}=${code}`
    ? code
    : null;
}

/** Whether anything was asked for at all. */
export function isNarrowed({ typed, filters }: SearchState): boolean {
  return (
    typed.trim() !== "" ||
    facetNames.some((name) => filters[name].length > 0) ||
    filters.from !== null ||
    filters.to !== null
  );
}
