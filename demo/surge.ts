import type { Slot } from "./appeal.ts";
import { minuteOfDay } from "./arrival.ts";
import type { Bank } from "./bank.ts";
import { dayNumber, dayOf, minutesInDay } from "./calendar.ts";
import { randomOf } from "./random.ts";

/** What rises in the last whole weeks of the demonstration: in one town several times as many as usual write about its water. */
const surge = { topic: "water", place: "zvongrad", agency: "adm-zvongrad" } as const;
/** How many more come on each day from Monday, 12 October, on: two weeks. */
const perDay = [0, 1, 2, 3, 3, 2, 2, 4, 4, 3, 3, 3, 1, 1];
const monday = dayNumber(2026, 10, 12);
/** What they write about, by its place in the bank of the topic: the water is brown. */
const brownWater = 1;

/** Its messages in social networks in the order of receipt, beside those of the plan. */
export function surgeSlots(seed: string): Omit<Slot, "index">[] {
  const random = randomOf(`${seed}/surge`);
  return perDay
    .flatMap((count, day) =>
      Array.from({ length: count }, () => (monday + day) * minutesInDay + minuteOfDay("social", random)),
    )
    .sort((a, b) => a - b)
    .map((received) => ({ channel: "social", ...surge, handedFrom: surge.agency, received }));
}

/** What may be written in a message: those of the surge, and the few others of its days, are all about one thing. */
export function bankOf(bank: Bank, { channel, topic, place, received }: Slot): Bank {
  const day = dayOf(received) - monday;
  return channel === "social" && topic === surge.topic && place === surge.place && day >= 0 && day < perDay.length
    ? { ...bank, cases: bank.cases.slice(brownWater, brownWater + 1) }
    : bank;
}
