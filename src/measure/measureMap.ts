import { none } from "../model/columns.ts";
import type { MapFigure, MappedPlace } from "../model/regionMap.ts";
import { strataOf } from "./agencyStrata.ts";
import { beyondChance } from "./beyondChance.ts";
import { compareCells } from "./compareAgencies.ts";
import type { Evidence } from "./evidence.ts";
import { rounded } from "./figure.ts";
import type { MapContext } from "./mapContext.ts";
import { poissonExact } from "./statistics/poissonInterval.ts";
import { type TopicLink, topicTree } from "./topicTree.ts";
import { winsorisedMeanSquare } from "./winsorised.ts";

/** With fewer places there is no common level to compare with, as with agencies. */
const fewestPlaces = 5;

/**
 * The figures of a map for the last twelve months: appeals per 1,000 residents, of all topics and of each topic of which two
 * thirds of the places have enough; and first replies in time, adjusted for topics and channels as agencies are (compareCells).
 */
export function measureMap(evidence: Evidence, places: readonly TopicLink[], context: MapContext): MapFigure[] {
  const codes = [...context.codes].sort();
  const group = groupOf(evidence, places, codes);
  const counts = countsByTopic(evidence, group, codes.length);
  const sensitive = new Set(context.sensitiveTopics);
  const { tree } = evidence;
  const all = ratesOf(evidence, "", codes, counts.all, context);
  const byTopic = tree.codes.flatMap((topic, index) => {
    if (tree.paths[index]!.some((above) => sensitive.has(tree.codes[above]!))) return [];
    const figure = ratesOf(evidence, topic, codes, counts.topics[index]!, context);
    return figure === null || isMostlyHidden(figure) ? [] : [figure];
  });
  const share = shareOfPlaces(evidence, group, codes);
  return [...(all === null ? [] : [all, ...byTopic]), ...(share === null ? [] : [share])];
}

const isMostlyHidden = ({ places }: MapFigure): boolean =>
  places.filter(({ value }) => value !== null).length * 3 < places.length * 2;

/** Of each row, the place of the map that it belongs to. */
function groupOf({ columns }: Evidence, links: readonly TopicLink[], codes: readonly string[]): Uint16Array {
  const tree = topicTree(links, columns.lists.places);
  const ofLeaf = Array.from(tree.ofLeaf, (index) => {
    const place = tree.paths[index]!.map((above) => codes.indexOf(tree.codes[above]!)).find((at) => at >= 0);
    return place ?? none;
  });
  return columns.place.map((leaf) => (leaf === none ? none : ofLeaf[leaf]!));
}

function countsByTopic({ columns, series, slots, tree }: Evidence, group: Uint16Array, size: number) {
  const all = new Uint32Array(size);
  const topics = tree.codes.map(() => new Uint32Array(size));
  const { first, last } = slots.year;
  for (let row = 0; row < columns.length; row++) {
    const slot = series.slot[row]!;
    const place = group[row]!;
    if (place === none || slot < first || slot > last) continue;
    all[place]! += 1;
    const topic = columns.topic[row]!;
    if (topic !== none) for (const above of tree.paths[tree.ofLeaf[topic]!]!) topics[above]![place]! += 1;
  }
  return { all, topics };
}

/**
 * Appeals per 1,000 residents, each with its exact Poisson interval. Where a place lies
 * is told by z = (O − E) / √E, with E what the common rate leads to expect of its residents (beyondChance).
 *
 * @returns null where fewer than two places have residents
 */
function ratesOf(
  { minimumCompared }: Evidence,
  topic: string,
  codes: readonly string[],
  counts: Uint32Array,
  { populations, shown }: MapContext,
): MapFigure | null {
  const known = codes.flatMap((code, at) => {
    const residents = populations.get(code);
    return residents === undefined ? [] : [{ code, count: counts[at]!, residents }];
  });
  if (known.length < 2) return null;
  const common = total(known.map(({ count }) => count)) / total(known.map(({ residents }) => residents));
  const distance = (count: number, residents: number): number =>
    common === 0 ? 0 : (count - residents * common) / Math.sqrt(residents * common);
  const placed = known.filter(({ count }) => count >= Math.max(1, minimumCompared));
  const isCompared = placed.length >= fewestPlaces;
  const scatter = isCompared
    ? Math.max(1, winsorisedMeanSquare(placed.map(({ count, residents }) => distance(count, residents))))
    : 1;
  const rate = (count: number, residents: number): number => rounded((count * 1000) / residents, 1e4);
  return {
    figure: "perThousand",
    topic,
    common: rounded(common * 1000, 1e4),
    places: codes.map((code, at): MappedPlace => {
      const residents = populations.get(code);
      const count = counts[at]!;
      if (residents === undefined) return { code, value: null, reason: "no-residents" };
      if (count < shown) return { code, value: null, reason: "too-few" };
      const { lower, upper } = poissonExact(count);
      const isPlaced = isCompared && count >= minimumCompared;
      return {
        code,
        value: {
          part: count,
          whole: residents,
          value: rate(count, residents),
          low: rate(lower, residents),
          high: rate(upper, residents),
          position: isPlaced ? beyondChance(distance(count, residents), scatter) : null,
        },
      };
    }),
  };
}

/** @returns null where fewer than five places can be compared */
function shareOfPlaces(evidence: Evidence, group: Uint16Array, codes: readonly string[]): MapFigure | null {
  const strata = strataOf(evidence, "answeredInNorm", evidence.slots.year, group, codes.length);
  const compared = compareCells(
    codes,
    strata.map((byChannel) => byChannel.flat()),
    evidence.minimumCompared,
    0,
  );
  if (compared === null) return null;
  const { target } = compared;
  const found = new Map(compared.agencies.map((place) => [place.agency, place]));
  const share = (ratio: number): number => rounded(Math.min(1, ratio * target), 1e6);
  return {
    figure: "answeredInNorm",
    topic: "",
    common: rounded(target, 1e6),
    places: codes.map((code): MappedPlace => {
      const place = found.get(code);
      if (!place || place.adjusted === null || place.ratioLow === null || place.ratioHigh === null)
        return { code, value: null, reason: "too-few" };
      return {
        code,
        value: {
          part: place.part,
          whole: place.whole,
          value: place.adjusted,
          low: share(place.ratioLow),
          high: share(place.ratioHigh),
          position: place.level,
        },
      };
    }),
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
