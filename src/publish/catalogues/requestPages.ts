import { type Open311Fields, mostRequests } from "./open311.ts";

/** Requests of one month of receipt, no more than one answer of the standard may hold. */
export interface RequestPage {
  /** Name of its file without an ending: "2026-10", then "2026-10-2", … */
  name: string;
  requests: Open311Fields[];
}

/**
 * Cuts requests into pages by month as they come: a page is given as soon as it is full, so that only the begun ones are in
 * memory. Requests may come in any order; those of one month stand in theirs.
 */
export function requestPages(): {
  add: (month: string, request: Open311Fields) => RequestPage | null;
  rest: () => RequestPage[];
} {
  const begun = new Map<string, RequestPage>();
  const numbers = new Map<string, number>();
  const begin = (month: string): RequestPage => {
    const number = (numbers.get(month) ?? 0) + 1;
    numbers.set(month, number);
    const page = { name: number === 1 ? month : `${month}-${String(number)}`, requests: [] };
    begun.set(month, page);
    return page;
  };
  return {
    add(month, request) {
      const page = begun.get(month) ?? begin(month);
      page.requests.push(request);
      if (page.requests.length < mostRequests) return null;
      begun.delete(month);
      return page;
    },
    rest: () => [...begun.values()],
  };
}
