import { describe, expect, test } from "vitest";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import type { AppealGroup } from "../../src/model/appealGroup.ts";
import { datesToWeek, planGroups } from "../../src/privacy/groupPlan.ts";

const vocabulary: Vocabulary = {
  agencies: [
    { code: "ministry", name: "Министерство", short: "Министерство", kind: "executive", aliases: [] },
    { code: "adm-a", name: "Администрация А", short: "Адм. А", kind: "district", aliases: [] },
  ],
  topics: [
    { code: "roads", parent: null, name: "Дороги", sensitive: false, aliases: [] },
    { code: "health", parent: null, name: "Здоровье", sensitive: true, aliases: [] },
  ],
  places: ["a", "b", "c"].map((code) => ({ code, parent: null, name: code, aliases: [] })),
  outcomes: [],
  channels: [],
};
const limits = { smallestGroup: 1, smallestSensitiveGroup: 5 };
const group = (changes: Partial<AppealGroup>, count: number): AppealGroup => ({
  topic: "health",
  place: "a",
  agency: "ministry",
  month: "2026-10",
  channel: "letter",
  days: Array.from({ length: count }, (_, day) => 20_727 + day),
  ...changes,
});
const appeal = (changes: object = {}) =>
  ({
    id: "x",
    source: "s",
    channel: "letter",
    agency: "ministry",
    handedFrom: "adm-a",
    topic: "health",
    place: "a",
    received: "2026-10-03T14:05+03:00",
    firstReply: "2026-10-04T02:05+03:00",
    closed: "2026-10-14",
    reopened: null,
    outcome: "acted",
    rating: 5,
    firstReplyDays: 0.5,
    closingDays: 11,
    firstReplyNorm: 30,
    closingNorm: 30,
    text: null,
    reply: null,
    withheld: "sensitive-topic",
    ...changes,
  }) as PublicAppeal;

describe("appeals in small groups", () => {
  test("of a sensitive topic lose their place, and agencies that tell it", () => {
    const plan = planGroups([group({}, 4), group({ place: "b" }, 5)], limits, vocabulary);
    expect(plan.coarsened(appeal())).toMatchObject({ place: null, agency: "ministry", handedFrom: null, rating: 5 });
    expect(plan.coarsened(appeal({ place: "b" }))).toMatchObject({ place: "b", handedFrom: "adm-a" });
    expect(plan.counts).toEqual({ raised: 0, placeless: 1, textless: 0 });
  });

  test("are counted by the district's agency as well as by the place", () => {
    const plan = planGroups([group({}, 5), group({ agency: "adm-a" }, 2)], limits, vocabulary);
    expect(plan.coarsened(appeal({ agency: "adm-a" }))).toMatchObject({ place: null, agency: null });
    expect(plan.coarsened(appeal())).toMatchObject({ place: "a", agency: "ministry" });
  });

  test("of other topics stay as they are unless the portal sets a limit, and then lose their texts", () => {
    const roads = group({ topic: "roads" }, 2);
    const plain = appeal({ topic: "roads", text: "Яма", withheld: null });
    expect(planGroups([roads], limits, vocabulary).coarsened(plain)).toBe(plain);
    expect(planGroups([roads], { ...limits, smallestGroup: 3 }, vocabulary).coarsened(plain)).toMatchObject({
      place: "a",
      text: null,
      withheld: "small-group",
    });
  });
});

describe("dates to the week", () => {
  test("are the Mondays, with waits from week to week and the rating kept", () => {
    expect(datesToWeek(appeal({ confirmed: "2026-10-21T18:40+03:00" }), [])).toMatchObject({
      received: "2026-09-28",
      firstReply: "2026-09-28",
      closed: "2026-10-12",
      confirmed: "2026-10-19",
      firstReplyDays: 0,
      closingDays: 14,
      rating: 5,
      datesToWeek: true,
    });
  });

  /** The solver: all pairs of days that look alike are one to the reader, who must be left with every day of the week. */
  test("and waits together never tell the day of receipt", () => {
    const iso = (at: number) => new Date(Date.UTC(2026, 8, 28 + at)).toISOString().slice(0, 10);
    const worlds = new Map<string, Set<number>>();
    for (let received = 0; received < 7; received++) {
      for (let closed = 7; closed < 35; closed++) {
        const told = datesToWeek(
          appeal({
            received: iso(received),
            firstReply: null,
            closed: iso(closed),
            firstReplyDays: closed - received,
            closingDays: closed - received,
          }),
          [],
        );
        const seen = JSON.stringify([told.received, told.closed, told.firstReplyDays, told.closingDays]);
        worlds.set(seen, (worlds.get(seen) ?? new Set()).add(received));
      }
    }
    expect(worlds.size).toBe(4);
    for (const days of worlds.values()) expect(days.size).toBe(7);
  });

  test("of receipt, reply and closing together tell the day of none of them, through 7 × 28 × 28 lives", () => {
    const iso = (at: number) => new Date(Date.UTC(2026, 8, 28 + at)).toISOString().slice(0, 10);
    const worlds = new Map<string, Set<number>[]>();
    for (let received = 0; received < 7; received++) {
      for (let reply = 7; reply < 35; reply++) {
        for (let closed = 7; closed < 35; closed++) {
          const { id: _id, ...told } = datesToWeek(
            appeal({
              received: iso(received),
              firstReply: iso(reply),
              closed: iso(closed),
              firstReplyDays: Math.min(reply, closed) - received,
              closingDays: closed - received,
            }),
            [],
          );
          const seen = JSON.stringify(told);
          const days = worlds.get(seen) ?? [new Set<number>(), new Set<number>(), new Set<number>()];
          worlds.set(seen, days);
          [received, reply, closed].forEach((day, event) => days[event]!.add(day % 7));
        }
      }
    }
    expect(worlds.size).toBe(16);
    for (const days of worlds.values()) expect(days.map(({ size }) => size)).toEqual([7, 7, 7]);
  });

  test("leave out waits that were left out", () => {
    expect(
      datesToWeek(appeal({ firstReply: null, closed: "2026-09-01", firstReplyDays: null, closingDays: null }), []),
    ).toMatchObject({ closed: "2026-08-31", firstReplyDays: null, closingDays: null });
  });

  test("of a Monday are that Monday, of a Sunday the Monday before, before 1970 too", () => {
    expect(datesToWeek(appeal({ received: "2026-10-05" }), []).received).toBe("2026-10-05");
    expect(datesToWeek(appeal({ received: "2026-10-11" }), []).received).toBe("2026-10-05");
    expect(datesToWeek(appeal({ received: "1969-12-30" }), []).received).toBe("1969-12-29");
  });
});
