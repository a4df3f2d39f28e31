import { type Language } from "../model/portal.ts";

/** Addresses of the portal. They are contracts: readers cite them. */
export interface Links {
  /**
   * An address inside the portal, from its root, ending in a slash for a page of this language: "/agencies/" →
   * "/otklik/en/agencies/". Files exist once, for all languages: "/data/agencies.csv" → "/otklik/data/agencies.csv".
   */
  path: (address: string) => string;
  /** A page or folder that exists once, whatever the language: "/appeals/2026-10/" → "/otklik/appeals/2026-10/". */
  shared: (address: string) => string;
  agency: (code: string) => string;
  topic: (code: string) => string;
  place: (code: string) => string;
  /** An appeal has one page, in the language it was written in. */
  appeal: (id: string) => string;
  /** The list of appeals, narrowed by any of its filters. */
  appeals: (filters?: Partial<Record<AppealFilter, string>>) => string;
  /** A file of the downloads: "agencies.csv". */
  download: (file: string) => string;
  /** The full address, for what leaves the portal: canonical links, citations. */
  absolute: (address: string) => string;
}

export type AppealFilter = "agency" | "topic" | "place" | "outcome" | "year";

/** A page by its address, with or without a question or an anchor; anything else is a file. */
const isPage = /^[^?#]*\/(?:[?#].*)?$/u;

/**
 * @param address where the portal will stand: https://example.org/otklik/
 * @param further a further language, whose pages stand below its code; null: the portal's first
 */
export function createLinks(address: string, further: Language | null = null): Links {
  const url = new URL(address);
  const base = url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`;
  const pages = further === null ? base : `${base}${further}/`;
  const inside = (address: string): string => address.replace(/^\//u, "");
  const shared = (address: string): string => base + inside(address);
  const path = (address: string): string => (isPage.test(address) ? pages : base) + inside(address);
  return {
    path,
    shared,
    agency: (code) => path(`/agencies/${code}/`),
    topic: (code) => path(`/topics/${code}/`),
    place: (code) => path(`/places/${code}/`),
    appeal: (id) => shared(`/appeals/${id}/`),
    appeals: (filters = {}) => {
      const query = new URLSearchParams(filters as Record<string, string>).toString();
      return path("/appeals/") + (query && `?${query}`);
    },
    download: (file) => path(`/data/${file}`),
    absolute: (address) => url.origin + path(address),
  };
}

/**
 * Whether a page exists in every language of the portal. Appeals and their lists by month exist once: what makes them up
 * is the words of the people who wrote them.
 */
export function isInEveryLanguage(address: string): boolean {
  return !/^\/appeals\/./u.test(address);
}

/** The page itself where it exists in every language; else the nearest that does. */
export function nearestInEveryLanguage(address: string): string {
  // The page for what is not there has no address of its own.
  if (address === "/404/") return "/";
  return isInEveryLanguage(address) ? address : "/appeals/";
}
