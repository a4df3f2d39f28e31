import type { Channel, Slot } from "./appeal.ts";
import { agencies } from "./agencies.ts";
import { apportion } from "./apportion.ts";
import { minuteIn } from "./arrival.ts";
import { rareAgencies } from "./manner.ts";
import { places } from "./places.ts";
import { type Random, randomOf } from "./random.ts";
import { surgeSlots } from "./surge.ts";
import { neighbours, type PlacedTopic, topicGroups, topics } from "./topics.ts";

/** The months appeals arrive in: September 2025 to October 2026. */
const months: readonly (readonly [number, number])[] = Array.from({ length: 14 }, (_, index) => {
  const month = 9 + index;
  return [2025 + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1] as const;
});

/** The usual size: 7,560 social messages in the last twelve months and what goes with them. */
export const usualCount = 13_860;

/** Totals of the last twelve months of the social channel, by group: 45, 15, 13, 10 and 17 per cent. */
const socialYear: Readonly<Record<string, number>> = {
  housing: 3402,
  waste: 1134,
  roads: 983,
  ecology: 756,
  other: 1285,
};

/** Shares by group in letters and on the portal, over the fourteen months. */
const letterTotals: Readonly<Record<string, number>> = {
  housing: 960,
  waste: 290,
  roads: 380,
  ecology: 240,
  other: 640,
};
const portalTotals: Readonly<Record<string, number>> = {
  housing: 1150,
  waste: 360,
  roads: 480,
  ecology: 230,
  other: 290,
};

/** How many appeals of each topic arrive in each month: `[topic][month]`. */
function monthlyCounts(channel: Channel, scale: number): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const group of topicGroups) {
    const parts: { total: number; from: number }[] = [];
    if (channel === "social") {
      const year = Math.round((socialYear[group.code] ?? 0) * scale);
      parts.push({ total: Math.round(year * 0.17), from: 0 }, { total: year, from: 2 });
    } else {
      const totals = channel === "letter" ? letterTotals : portalTotals;
      parts.push({ total: Math.round((totals[group.code] ?? 0) * scale), from: 0 });
    }
    for (const { total, from } of parts) {
      const to = channel === "social" && from === 0 ? 2 : months.length;
      const cells = group.topics.flatMap((topic) =>
        months.slice(from, to).map(([, month]) => topic.weight * seasonOf(topic, month) * (busyness[month - 1] ?? 1)),
      );
      const split = apportion(total, cells);
      group.topics.forEach((topic, row) => {
        const line = counts.get(topic.code) ?? months.map(() => 0);
        for (let column = from; column < to; column += 1) line[column] = split[row * (to - from) + column - from] ?? 0;
        counts.set(topic.code, line);
      });
    }
  }
  return counts;
}

/** All topics together: more after the New Year holidays and in spring, less in the months of leave. January first. */
const busyness = [1.13, 1.02, 1.12, 1.08, 0.9, 0.94, 0.98, 0.9, 1, 1.08, 1.02, 1.06];

/** The season factor, normalised so that every topic keeps its weight over the year. */
function seasonOf(topic: PlacedTopic | (typeof topicGroups)[number]["topics"][number], month: number): number {
  const sum = topic.season.reduce((left, right) => left + right, 0);
  return ((topic.season[month - 1] ?? 1) * 12) / sum;
}

const placeWeights = places.map((place) => place.weight);
const ruralTopics = new Set(["rural"]);

function placeFor(topic: PlacedTopic, random: Random): string {
  const weights = ruralTopics.has(topic.code)
    ? placeWeights.map((weight, index) => (index < 7 ? 0 : weight))
    : placeWeights;
  return places[random.weighted(weights)]?.code ?? "kitezh";
}

function agencyFor(topic: PlacedTopic, place: string, random: Random): string {
  const codes = Object.keys(topic.agencies);
  const chosen = codes[random.weighted(codes.map((code) => topic.agencies[code] ?? 0))] ?? "district";
  return chosen === "district" ? `adm-${place}` : chosen;
}

/** Where an appeal may land by mistake before it reaches the right desk. */
function wrongDesk(topic: PlacedTopic, place: string, agency: string, random: Random): string {
  return random.pick(neighbours(topic, place, agency));
}

/** The topics the rare agencies are written to about. */
const rareTopics: Readonly<Record<string, readonly string[]>> = {
  nasledie: ["culture"],
  zags: ["digital"],
  arhiv: ["digital"],
  "adm-studenets": ["snow", "potholes", "water", "lighting", "collection"],
};

export interface PlanOptions {
  seed: string;
  /** Appeals of all channels together. */
  count: number;
}

/**
 * The appeals of one channel in the order of receipt, one month in memory at a time; those of the surge come after all others.
 * The same seed and count give the same slots.
 */
export function* planChannel(channel: Channel, { seed, count }: PlanOptions): Generator<Slot> {
  const counts = monthlyCounts(channel, count / usualCount);
  const rare = rarePlan(channel, seed);
  let index = 0;
  for (const [column, [year, month]] of months.entries()) {
    const slots: Omit<Slot, "index">[] = [];
    for (const topic of topics) {
      const random = randomOf(`${seed}/plan/${channel}/${topic.code}/${year}-${month}`);
      for (let left = counts.get(topic.code)?.[column] ?? 0; left > 0; left -= 1) {
        const received = minuteIn(channel, year, month, random);
        const rareAgency = rare.get(`${topic.code}/${column}`)?.pop();
        const place = rareAgency?.startsWith("adm-") ? rareAgency.slice(4) : placeFor(topic, random);
        const agency = rareAgency ?? agencyFor(topic, place, random);
        const handed = rareAgency === undefined && random.chance(0.065);
        slots.push({
          channel,
          topic: topic.code,
          place,
          agency,
          handedFrom: handed ? wrongDesk(topic, place, agency, random) : agency,
          received,
        });
      }
    }
    slots.sort((a, b) => a.received - b.received || (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0));
    for (const slot of slots) {
      yield { index, ...slot };
      index += 1;
    }
  }
  // Last, so that the appeals of the plan keep their numbers, and all that hangs on them.
  if (channel === "social") for (const slot of surgeSlots(seed)) yield { index: index++, ...slot };
}

/** Which topic and month give an appeal to a rare agency: `topic/column` to a list of agency codes. */
function rarePlan(channel: Channel, seed: string): Map<string, string[]> {
  const plan = new Map<string, string[]>();
  const random = randomOf(`${seed}/rare`);
  for (const agency of agencies) {
    for (let left = rareAgencies[agency.code] ?? 0; left > 0; left -= 1) {
      const where = random.pick<Channel>(["social", "social", "letter", "portal"]);
      const topic = random.pick(rareTopics[agency.code] ?? ["digital"]);
      const winter = topic === "snow";
      const column = winter ? random.pick([3, 4, 5, 6]) : random.whole(2, 13);
      if (where !== channel) continue;
      const key = `${topic}/${column}`;
      plan.set(key, [...(plan.get(key) ?? []), agency.code]);
    }
  }
  return plan;
}
