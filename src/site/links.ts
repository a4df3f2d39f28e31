/** Addresses of the portal. They are contracts: readers cite them. */
export interface Links {
  /** An address inside the portal, from its root: "/agencies/" → "/otklik/agencies/". */
  path: (address: string) => string;
  agency: (code: string) => string;
  topic: (code: string) => string;
  place: (code: string) => string;
  appeal: (id: string) => string;
  /** The list of appeals, narrowed by any of its filters. */
  appeals: (filters?: Partial<Record<AppealFilter, string>>) => string;
  /** A file of the downloads: "agencies.csv". */
  download: (file: string) => string;
  /** The full address, for what leaves the portal: canonical links, citations. */
  absolute: (address: string) => string;
}

export type AppealFilter = "agency" | "topic" | "place" | "outcome" | "year";

/** @param address where the portal will stand: https://example.org/otklik/ */
export function createLinks(address: string): Links {
  const url = new URL(address);
  const base = url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`;
  const path = (inside: string): string => base + inside.replace(/^\//u, "");
  return {
    path,
    agency: (code) => path(`/agencies/${code}/`),
    topic: (code) => path(`/topics/${code}/`),
    place: (code) => path(`/places/${code}/`),
    appeal: (id) => path(`/appeals/${id}/`),
    appeals: (filters = {}) => {
      const query = new URLSearchParams(filters as Record<string, string>).toString();
      return path("/appeals/") + (query && `?${query}`);
    },
    download: (file) => path(`/data/${file}`),
    absolute: (inside) => url.origin + path(inside),
  };
}
