import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "../../src/measure/editions/changesBetween.ts";
import type { Appeal, PublicAppeal } from "../../src/model/appeal.ts";
import { isoDateOfDay } from "../../src/model/moment.ts";
import { AppealStore } from "../../src/store/appealStore.ts";
import type { PastEditions } from "../../src/store/pastEditions.ts";

const dates = ["2026-01-31", "2026-02-28", "2026-03-31"];
const row = (edition: string, id: string, changes: Partial<Appeal> = {}): Appeal => ({
  source: "register",
  id,
  edition,
  file: "a.csv",
  line: 2,
  channel: "letter",
  agency: "a",
  handedFrom: "",
  topic: "t",
  place: "p",
  received: { day: 20_000, instant: null },
  registered: null,
  firstReply: null,
  closed: null,
  reopened: null,
  confirmed: null,
  planned: null,
  outcome: "open",
  withdrawn: false,
  rating: null,
  text: "Текст",
  reply: "",
  ...changes,
});

async function recalled<Result>(
  rows: Appeal[],
  snapshots: string[],
  read: (past: PastEditions) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-past-"));
  const store = await AppealStore.open(folder);
  try {
    store.append(rows);
    await store.merge();
    return await read(await store.pastEditions(snapshots.map((edition) => ({ source: "register", edition }))));
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
}

async function idsOf(past: PastEditions, edition: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const group of past.appeals(edition)) ids.push(...group.map(({ id }) => id));
  return ids.sort();
}

/** Only what changesBetween reads. */
const publicForm = ({ id, agency, channel, topic, place, outcome, received, closed }: Appeal) =>
  ({
    id,
    agency,
    channel,
    topic,
    place,
    outcome,
    received: String(received.day).padEnd(10),
    firstReply: null,
    closed: closed && String(closed.day).padEnd(10),
    reopened: null,
  }) as unknown as PublicAppeal;

/** For each edition, what the register holds of six appeals: null where it does not hold one. */
const histories = fc.array(
  fc.array(
    fc.option(
      fc.record({
        agency: fc.constantFrom("a", "b"),
        withdrawn: fc.boolean(),
        closed: fc.option(fc.integer({ min: 20_001, max: 20_003 })),
      }),
    ),
    { minLength: 6, maxLength: 6 },
  ),
  { minLength: dates.length, maxLength: dates.length },
);

test("the changes applied to the appeals of one edition give those of the next, and the vanished stay", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.boolean(), async (held, isSnapshot) => {
      const rows = held.flatMap((edition, at) =>
        edition.flatMap((state, id) =>
          state === null
            ? []
            : [
                row(dates[at]!, String(id), {
                  agency: state.agency,
                  withdrawn: state.withdrawn,
                  closed: state.closed === null ? null : { day: state.closed, instant: null },
                }),
              ],
        ),
      );
      await recalled(rows, isSnapshot ? dates : [], async (past) => {
        for (const [at, later] of dates.entries()) {
          if (at === 0) continue;
          const earlier = dates[at - 1]!;
          const ids = new Set(await idsOf(past, earlier));
          const vanished = new Set<string>();
          for await (const pairs of past.changed(earlier, later)) {
            for (const { before, after, wasThere, isThere } of pairs) {
              const state = (appeal: Appeal, there: boolean) => ({
                appeal: publicForm(appeal),
                withdrawn: appeal.withdrawn,
                there,
                coarse: false,
              });
              for (const { kind, id } of changesBetween(before && state(before, wasThere), state(after, isThere))) {
                if (kind === "new" || kind === "restored") ids.add(id);
                if (kind === "withdrawn") ids.delete(id);
                if (kind === "vanished") vanished.add(id);
              }
            }
          }
          expect([...ids].sort()).toEqual(await idsOf(past, later));
          // Vanished are exactly those that the register held the last time, and holds no more; withdrawn ones are not published anyway.
          const expected = held[at]!.flatMap((state, id) => {
            const last = held[at - 1]![id];
            return isSnapshot && state === null && last && !last.withdrawn ? [String(id)] : [];
          });
          expect([...vanished].sort()).toEqual(expected);
        }
      });
    }),
    { numRuns: 8 },
  );
});

test("an edition has the row that won in it, and keeps what deltas do not repeat", async () => {
  const rows = [
    row("2026-01-31", "1", { line: 2 }),
    row("2026-01-31", "1", { line: 3, closed: { day: 20_004, instant: null }, outcome: "acted" }),
    row("2026-03-31", "1", { agency: "b" }),
  ];
  await recalled(rows, [], async (past) => {
    for (const [date, agency, outcome] of [
      ["2026-01-31", "a", "acted"],
      ["2026-02-28", "a", "acted"],
      ["2026-03-31", "b", "open"],
    ] as const) {
      const states: Appeal[] = [];
      for await (const group of past.appeals(date)) states.push(...group);
      expect(states).toMatchObject([{ agency, outcome, text: "" }]);
    }
    expect(await past.count("2026-02-28")).toEqual({ appeals: 1, vanished: 0 });
  });
});

test("groups are those of the appeals that an edition had, under their final topics, without those left out", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 0, max: 5 }), async (held, gone) => {
      const rows = held.flatMap((edition, at) =>
        edition.flatMap((state, id) =>
          state === null
            ? []
            : [
                row(dates[at]!, String(id), {
                  agency: state.agency,
                  withdrawn: state.withdrawn,
                  received: { day: 20_000 + id * 20, instant: null },
                }),
              ],
        ),
      );
      await recalled(rows, [], async (past) => {
        for (const date of dates)
          expect((await past.groups(date)).reduce((sum, { days }) => sum + days.length, 0)).toBe(
            (await past.count(date)).appeals,
          );
        await past.leaveOut((_source, id) => id === String(gone));
        for (const date of dates) {
          const told: string[] = [];
          for await (const appeals of past.appeals(date))
            told.push(
              ...appeals
                .filter(({ id }) => id !== String(gone))
                .map(({ topic, place, agency, channel, received }) =>
                  [topic, place, agency, channel, isoDateOfDay(received.day).slice(0, 7), received.day].join(" "),
                ),
            );
          const groups = await past.groups(date);
          expect(
            groups
              .flatMap(({ topic, place, agency, channel, month, days }) =>
                days.map((day) => [topic, place, agency, channel, month, day].join(" ")),
              )
              .sort(),
          ).toEqual(told.sort());
        }
      });
    }),
    { numRuns: 10 },
  );
});
