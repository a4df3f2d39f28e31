import { expect, test } from "vitest";
import { measureAll } from "../../../src/measure/measure.ts";
import { dayOfIsoDate } from "../../../src/model/moment.ts";
import { reviewFormSchema, type ReviewForm } from "../../../src/model/reviewForm.ts";
import { type ReviewCell, type Reviews, reviewsSchema } from "../../../src/model/reviews.ts";
import { sampleColumns, type SampleAppeal } from "../sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const day = dayOfIsoDate;

const form: ReviewForm = {
  name: "all",
  ...reviewFormSchema.parse({
    title: "x",
    columns: ["period", "yearBefore", "change", "before", "percent", "since", "sinceYearBefore", "sinceChange"],
    sections: [
      {
        title: "x",
        lines: [
          { title: "x", count: "received" },
          { title: "x", count: "closed" },
          { title: "x", count: "open" },
          { title: "x", count: "closedInTime" },
          { title: "x", count: "closedLate" },
          { title: "x", count: { channels: ["letter"] } },
          { title: "x", count: { channels: ["phone"] } },
          { title: "x", count: { outcomes: ["acted", "planned"] } },
          { title: "x", count: "not-exported" },
          { title: "x", count: "received", unit: "questions" },
          { title: "x", count: "unowed" },
          { title: "x", count: "openLate" },
        ],
      },
      {
        title: "x",
        lines: [
          { title: "x", count: { topics: ["roads"] } },
          { title: "x", count: { topics: ["potholes"] } },
          { title: "x", count: { topics: "rest" } },
          { title: "x", count: { topics: [] } },
        ],
      },
    ],
  }),
};

/** From November 2024 on: six appeals each third day, closed after 5 to 75 days, some never. */
const appeals: SampleAppeal[] = Array.from({ length: 244 }, (_, turn) => day("2024-11-01") + turn * 3).flatMap(
  (received, turn) =>
    Array.from({ length: 6 }, (_, one): SampleAppeal => {
      const closing = 5 + ((turn * 7 + one * 13) % 71);
      const isClosed = one !== 5 && received + closing <= exportDay;
      return {
        received,
        channel: one < 4 ? "social" : "letter",
        ...(one !== 3 && { topic: one === 0 ? "potholes" : one === 1 ? "roads" : "water" }),
        closingNorm: 30,
        ...(isClosed && { closing, outcome: one === 0 ? ("acted" as const) : ("explained" as const) }),
      };
    }),
);

const context = {
  topics: [
    { code: "roads", parent: null },
    { code: "potholes", parent: "roads" },
    { code: "water", parent: null },
  ],
  minimumShown: 5,
  exportDay,
};

function filled(rows: readonly SampleAppeal[], forms: ReviewForm[] = [form], shown = 5): Reviews {
  const { reviews } = measureAll(
    sampleColumns(rows, exportDay),
    { ...context, minimumShown: shown },
    { reviewForms: forms },
  );
  return reviewsSchema.parse(reviews);
}

const tableOf = (reviews: Reviews, id: string): ReviewCell[][] =>
  reviews.periods.find((period) => period.id === id)!.forms["all"]!;

/** A line counted again, one appeal after the other. */
function again(from: string, to: string, asOf: string): number[] {
  const came = appeals.filter(({ received }) => received >= day(from) && received <= day(to));
  const isClosed = ({ received, closing }: SampleAppeal): boolean =>
    closing !== undefined && received + closing <= day(asOf);
  const count = (test: (appeal: SampleAppeal) => boolean): number => came.filter(test).length;
  return [
    came.length,
    count(isClosed),
    count((appeal) => !isClosed(appeal)),
    count((appeal) => isClosed(appeal) && appeal.closing! <= 30),
    count((appeal) => isClosed(appeal) && appeal.closing! > 30),
    count(({ channel }) => channel === "letter"),
    count((appeal) => isClosed(appeal) && appeal.outcome === "acted"),
    count((appeal) => !isClosed(appeal) && day(asOf) - appeal.received > 30),
    count(({ topic }) => topic === "roads"),
    count(({ topic }) => topic === "potholes"),
    count(({ topic }) => topic === "water" || topic === undefined),
  ];
}
const countedRows = [0, 1, 2, 3, 4, 5, 7, 11, 12, 13, 14];
const value = (cell: ReviewCell): number => ("value" in cell ? cell.value : NaN);

test("each column counts what was received in its months, as closed by its day", () => {
  const table = tableOf(filled(appeals), "2026-q3");
  const column = (at: number): number[] => countedRows.map((row) => value(table[row]![at]!));
  const period = again("2026-07-01", "2026-09-30", "2026-10-31");
  const yearBefore = again("2025-07-01", "2025-09-30", "2025-10-31");
  const before = again("2026-04-01", "2026-06-30", "2026-07-31");
  const since = again("2026-01-01", "2026-09-30", "2026-10-31");
  const sinceBefore = again("2025-01-01", "2025-09-30", "2025-10-31");
  expect(column(0)).toEqual(period);
  expect(column(1)).toEqual(yearBefore);
  expect(column(2)).toEqual(period.map((count, at) => count - yearBefore[at]!));
  expect(column(3)).toEqual(before);
  expect(column(4)).toEqual(period.map((count, at) => Math.round((count / before[at]!) * 1000) / 10));
  expect(column(5)).toEqual(since);
  expect(column(6)).toEqual(sinceBefore);
  expect(column(7)).toEqual(since.map((count, at) => count - sinceBefore[at]!));
});

test("how many have no topic is counted apart from the topics that a form leaves to the rest", () => {
  const period = filled(appeals).periods.find(({ id }) => id === "2026-q3")!;
  const untopiced = (from: string, to: string): number =>
    appeals.filter((one) => one.received >= day(from) && one.received <= day(to) && one.topic === undefined).length;
  expect(untopiced("2026-07-01", "2026-09-30")).toBeGreaterThan(0);
  expect(value(period.summary.untopiced.period)).toBe(untopiced("2026-07-01", "2026-09-30"));
  expect(value(period.summary.untopiced.yearBefore)).toBe(untopiced("2025-07-01", "2025-09-30"));
});

test("what the exports do not hold is said, never 0", () => {
  const table = tableOf(filled(appeals), "2026-q3");
  for (const row of [6, 8, 9, 10])
    expect(table[row]!.map((cell) => cell)).toEqual(Array(8).fill({ reason: "not-exported" }));
  // The exports do hold topics: only none of them belongs there.
  expect(table[15]).toEqual(Array(8).fill({ reason: "no-topic" }));
});

test("an open appeal that is told by its week is past its deadline where it surely is, though its closing could not be judged", () => {
  const open = (received: string): SampleAppeal => ({
    received: day(received),
    weekPrecision: true,
    closingNorm: NaN,
    closingNormSet: 8,
  });
  // Of 17 October: it may have come up to the 23rd, eight days before the export.
  const rows = [...appeals, open("2026-10-16"), open("2026-10-17")];
  const late = (of: readonly SampleAppeal[]): number => value(tableOf(filled(of), "2026-10")[11]![0]!);
  expect(late(rows) - late(appeals)).toBe(1);
});

test("a closing that is told by its week is in time or late only where it is so whatever the days of its weeks were", () => {
  const closed = (closing: number, closingNormSet: number): SampleAppeal => ({
    received: day("2026-10-05"),
    weekPrecision: true,
    closing,
    closingNorm: closingNormSet < 14 ? NaN : closingNormSet,
    closingNormSet,
    outcome: "explained",
  });
  const told = (of: readonly SampleAppeal[]): number[] =>
    [1, 3, 4].map((row) => value(tableOf(filled(of), "2026-10")[row]![0]!));
  const more = (...rows: SampleAppeal[]): number[] => {
    const [one, other] = [told(appeals), told([...appeals, ...rows])];
    return other.map((count, at) => count - one[at]!);
  };
  // In the same week: five or six days at most. A week later: between one day and thirteen.
  expect(more(closed(0, 8))).toEqual([1, 1, 0]);
  expect(more(closed(7, 8))).toEqual([1, 0, 0]);
  expect(more(closed(14, 7))).toEqual([1, 0, 1]);
  expect(more(closed(14, 20))).toEqual([1, 1, 0]);
  expect(more(closed(14, 19))).toEqual([1, 0, 0]);
  expect(more(closed(21, 14))).toEqual([1, 0, 1]);
});

test("every period of whole months is there, the newest first, and none that the exports cover in part", () => {
  const ids = filled(appeals).periods.map(({ id }) => id);
  expect(ids.slice(0, 5)).toEqual(["2026-10", "2026-09", "2026-q3", "2026-9m", "2026-08"]);
  expect(ids).toContain("2025-year");
  expect(ids).toContain("2025-h2");
  expect(ids).not.toContain("2026-year");
  expect(ids).not.toContain("2024-q4");
  expect(ids.filter((id) => id.startsWith("2024"))).toEqual(["2024-12", "2024-11"]);
});

test("nothing is compared with months that the exports do not cover", () => {
  const table = tableOf(filled(appeals), "2025-q3");
  expect(table[0]!.slice(1, 3)).toEqual([{ reason: "not-covered" }, { reason: "not-covered" }]);
});

test("a channel whose exports begin later changes no total that is compared", () => {
  const later = appeals.filter(({ channel, received }) => channel === "social" || received >= day("2026-05-01"));
  const [all, , , , , letters] = tableOf(filled(later), "2026-q3");
  expect([value(all![0]!) > 0, all![2], letters![2]]).toEqual([
    true,
    { reason: "not-covered" },
    { reason: "not-covered" },
  ]);
});

test("a register without closings and outcomes says so, and still counts what came", () => {
  const plain = appeals.map(({ received, channel, topic }): SampleAppeal => ({
    received,
    ...(channel && { channel }),
    ...(topic && { topic }),
    closingsRecorded: false,
    outcome: "unknown",
  }));
  const table = tableOf(filled(plain), "2026-q3");
  expect(value(table[0]![0]!)).toBeGreaterThan(0);
  for (const row of [1, 2, 3, 4, 7]) expect(table[row]![0]).toEqual({ reason: "not-exported" });
  expect(value(table[12]![0]!)).toBeGreaterThan(0);
});

test("closings without a day are not compared with those of an earlier time", () => {
  const undated = appeals.map((appeal, at) => (at % 9 === 0 && appeal.closing ? { ...appeal, closing: NaN } : appeal));
  const closed = tableOf(filled(undated), "2026-q3")[1]!;
  expect([value(closed[0]!) > 0, closed[1], closed[2]]).toEqual([true, { reason: "undated" }, { reason: "undated" }]);
});

test("a month of few tells only how many came, and so does the quarter that would give it away", () => {
  const few = appeals.filter(
    ({ received }, at) => received < day("2026-08-01") || received > day("2026-08-31") || at % 20 === 0,
  );
  const reviews = filled(few);
  for (const id of ["2026-08", "2026-q3"]) {
    const [received, closed] = tableOf(reviews, id);
    expect([value(received![0]!) > 0, closed![0]], id).toEqual([true, { reason: "too-few" }]);
  }
  expect(value(tableOf(reviews, "2026-09")[1]![0]!)).toBeGreaterThan(0);
});
