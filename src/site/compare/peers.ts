/** An agency and how many appeals it received in the period that is compared. */
export interface Load {
  readonly code: string;
  readonly received: number;
}

/** Agencies set beside one that a page links: with it as many as can be compared. */
const mostPeers = 3;

/**
 * The agencies whose load is nearest to that of one, by the ratio of the appeals received; the nearest first, by code where
 * two are equally near.
 *
 * @param least with fewer appeals an agency is nobody's peer
 */
export function peersOf(loads: readonly Load[], code: string, least: number): string[] {
  const own = loads.find((load) => load.code === code)?.received ?? 0;
  if (own < Math.max(1, least)) return [];
  const distance = ({ received }: Load): number => Math.abs(Math.log(received / own));
  return loads
    .filter((load) => load.code !== code && load.received >= Math.max(1, least))
    .sort((a, b) => distance(a) - distance(b) || (a.code < b.code ? -1 : 1))
    .slice(0, mostPeers)
    .map((load) => load.code);
}
