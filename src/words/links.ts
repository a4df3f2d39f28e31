import { appealAddress, citedAddress } from "../model/appealBundle.ts";
import type { Language } from "../model/portal.ts";

/** Addresses of the portal. They are contracts: readers cite them. */
export interface Links {
  /** What each language has of its own, by its address inside the portal: "/agencies/" → "/otklik/en/agencies/". */
  path: (address: string) => string;
  /** What exists once for all languages, pages of appeals and downloads: "/appeals/2026-10/" → "/otklik/appeals/2026-10/". */
  shared: (address: string) => string;
  agency: (code: string) => string;
  topic: (code: string) => string;
  place: (code: string) => string;
  /** Where an appeal is read, on any host: its one page, in the language it was written in, or its place in a bundle. */
  appeal: (id: string) => string;
  /** The full address of the same, for what leaves the portal. */
  appealAbsolute: (id: string) => string;
  /** The full address by which it is cited, for good. */
  appealCited: (id: string) => string;
  /** The list of appeals, narrowed by any of its filters. */
  appeals: (filters?: Partial<Record<AppealFilter, string>>) => string;
  /** How a figure is computed, by the id of its definition: "answeredInNorm". */
  definition: (figure: string) => string;
  /** A file of the downloads: "agencies.csv". */
  download: (file: string) => string;
  /** The full address of a page of this language, for what leaves the portal: canonical links, citations. */
  absolute: (address: string) => string;
  /** The full address of what exists once. */
  absoluteShared: (address: string) => string;
}

/** Id of the element of the method page that explains a figure, by the id of its definition. */
export const figureAnchor = (id: string): string => `figure-${id}`;

type AppealFilter = "agency" | "topic" | "place" | "outcome" | "year" | "from" | "to";

/**
 * @param address where the portal will stand: https://example.org/otklik/
 * @param further a further language, whose pages stand below its code; null: the portal's first
 * @param bundles into how many bundles appeals are put; undefined: each has a page of its own
 */
export function createLinks(address: string, further: Language | null = null, bundles?: number): Links {
  const url = new URL(address);
  const base = url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`;
  const pages = further === null ? base : `${base}${further}/`;
  const inside = (address: string): string => address.replace(/^\//u, "");
  const shared = (address: string): string => base + inside(address);
  const path = (address: string): string => pages + inside(address);
  return {
    path,
    shared,
    agency: (code) => path(`/agencies/${code}/`),
    topic: (code) => path(`/topics/${code}/`),
    place: (code) => path(`/places/${code}/`),
    appeal: (id) => shared(appealAddress(id, bundles)),
    appealAbsolute: (id) => url.origin + shared(appealAddress(id, bundles)),
    appealCited: (id) => url.origin + shared(citedAddress(id)),
    appeals: (filters = {}) => {
      const query = new URLSearchParams(filters).toString();
      return path("/appeals/") + (query && `?${query}`);
    },
    definition: (figure) => path(`/method/#${figureAnchor(figure)}`),
    download: (file) => shared(`/data/${file}`),
    absolute: (address) => url.origin + path(address),
    absoluteShared: (address) => url.origin + shared(address),
  };
}

/**
 * Whether a page exists in every language of the portal. Appeals and their lists exist once: what makes them up
 * is the words of the people who wrote them.
 */
export function isInEveryLanguage(address: string): boolean {
  return !/^\/(?:appeals|overdue)\/./u.test(address);
}

/** The page itself where it exists in every language; else the nearest that does. */
export function nearestInEveryLanguage(address: string): string {
  // The page for what is not there has no address of its own.
  if (address === "/404/") return "/";
  return isInEveryLanguage(address) ? address : `/${address.split("/")[1] ?? ""}/`;
}
