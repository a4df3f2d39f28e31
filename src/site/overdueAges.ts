import type { OverdueAppeal } from "./overdue.ts";

/** By how many days the norm ran out, both ends inside; the last has no end. Codes are part of addresses. */
export const overdueAges = [
  { code: "week", from: 0, to: 7 },
  { code: "month", from: 8, to: 30 },
  { code: "quarter", from: 31, to: 90 },
  { code: "half-year", from: 91, to: 180 },
  { code: "year", from: 181, to: 365 },
  { code: "longer", from: 366, to: null },
] as const;
export type OverdueAge = (typeof overdueAges)[number];

/** Those of each age that has any, the shortest delay first. */
export function overdueByAge(overdue: readonly OverdueAppeal[]): Map<OverdueAge["code"], OverdueAppeal[]> {
  const ages = overdueAges.map(({ code, from, to }): [OverdueAge["code"], OverdueAppeal[]] => [
    code,
    overdue.filter(({ late }) => late >= from && (to === null || late <= to)),
  ]);
  return new Map(ages.filter(([, rows]) => rows.length > 0));
}
