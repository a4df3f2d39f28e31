import type { WeekCell } from "../../../src/measure/rising/weekCell.ts";
import { randomOf, type Random } from "../../../demo/random.ts";

/** An invented region in which nothing happens but chance, seasons and holidays. */
export interface QuietRegion {
  /** Key of the chance. */
  key: string;
  weeks: number;
  places: number;
  topics: number;
  /** Appeals of the whole region in a week. */
  perWeek: number;
  /** Squared coefficient of variation of each cell's weeks beyond chance. */
  spread: number;
}

/** What is planted into it: so many times as many appeals in a place (of one topic, or of all) from a week on. */
export interface Burst {
  place: number;
  topic: number | null;
  times: number;
  from: number;
  weeks: number;
}

/** Cells of the region, of each topic, of each place, and of each topic in each place. */
export function quietCells(region: QuietRegion, burst: Burst | null = null): WeekCell[] {
  const { weeks, places, topics, perWeek, spread } = region;
  const random = randomOf(region.key);
  const shareOf = (size: number) => {
    const weights = Array.from({ length: size }, (_, rank) => 1 / (rank + 1.5));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return weights.map((weight) => weight / sum);
  };
  const [placeShare, topicShare] = [shareOf(places), shareOf(topics)];
  const zero = () => new Uint32Array(weeks);
  const all = zero();
  const byTopic = Array.from({ length: topics }, zero);
  const byPlace = Array.from({ length: places }, zero);
  const both: WeekCell[] = [];
  const seasons = Array.from({ length: topics }, () => ({ height: 0.6 * random.next(), at: random.next() }));
  // What moves a topic everywhere in a week: weather, a decision, a holiday.
  const topicWeek = Array.from({ length: topics }, () =>
    Array.from({ length: weeks }, () => gamma(random, spread / 2)),
  );
  for (let place = 0; place < places; place++) {
    for (let topic = 0; topic < topics; topic++) {
      const counts = zero();
      for (let week = 0; week < weeks; week++) {
        const season = 1 + seasons[topic]!.height * Math.sin(2 * Math.PI * (week / 52.18 + seasons[topic]!.at));
        // The first weeks of a year are quiet, and what was not written then comes after them.
        const ofYear = week % 52;
        const holiday = ofYear === 0 ? 0.5 : ofYear === 1 ? 0.8 : ofYear === 2 ? 1.2 : 1;
        const growth = 1.1 ** (week / 52);
        const planted =
          burst?.place === place &&
          (burst.topic === null || burst.topic === topic) &&
          week >= burst.from &&
          week < burst.from + burst.weeks
            ? burst.times
            : 1;
        const mean =
          perWeek *
          placeShare[place]! *
          topicShare[topic]! *
          season *
          holiday *
          growth *
          planted *
          topicWeek[topic]![week]! *
          gamma(random, spread / 2);
        const count = poisson(random, mean);
        counts[week] = count;
        all[week]! += count;
        byTopic[topic]![week]! += count;
        byPlace[place]![week]! += count;
      }
      both.push({ topic: `t${topic}`, place: `p${place}`, counts });
    }
  }
  return [
    { topic: "", place: "", counts: all },
    ...byTopic.map((counts, topic) => ({ topic: `t${topic}`, place: "", counts })),
    ...byPlace.map((counts, place) => ({ topic: "", place: `p${place}`, counts })),
    ...both,
  ];
}

/** Mean 1, with the given variance; a log-normal is as good as a gamma here, and heavier in its tail. */
function gamma(random: Random, variance: number): number {
  const sigma = Math.sqrt(Math.log1p(variance));
  return random.lognormal(Math.exp((-sigma * sigma) / 2), sigma);
}

function poisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let product = random.next();
  let count = 0;
  while (product > limit) {
    product *= random.next();
    count++;
  }
  return count;
}

/** The same cells, ending with a week. */
export function cellsUntil(cells: readonly WeekCell[], last: number): WeekCell[] {
  return cells.map((cell) => ({ ...cell, counts: cell.counts.subarray(0, last + 1) }));
}
