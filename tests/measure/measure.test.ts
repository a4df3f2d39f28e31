import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureAll } from "../../src/measure/measure.ts";
import { subjectSchema, type Measures, type Subject } from "../../src/model/facts.ts";
import { noRule } from "../../src/model/columns.ts";
import type { Norm } from "../../src/model/norm.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const day = (date: string): number => dayOfIsoDate(date);
const topics = [
  { code: "housing", parent: null },
  { code: "heating", parent: "housing" },
  { code: "yards", parent: "housing" },
  { code: "roads", parent: null },
];

function measure(appeals: SampleAppeal[], minimumShown = 1, extra: object = {}) {
  return measureAll(sampleColumns(appeals, exportDay), { topics, minimumShown, exportDay, ...extra });
}

function subject(subjects: readonly Subject[], dimension: string, code = ""): Subject {
  return subjects.find((one) => one.dimension === dimension && one.code === code)!;
}

function region(appeals: SampleAppeal[], minimumShown = 1, extra: object = {}): Measures {
  return subject(measure(appeals, minimumShown, extra).subjects, "region").periods.all.measures;
}

const repeat = <T>(times: number, make: (i: number) => T): T[] => Array.from({ length: times }, (_, i) => make(i));

describe("a tiny region worked by hand", () => {
  // Norm 10 days. Answered after 1, 2, 3 and 12 days; one silent for 40 days, one received yesterday.
  const appeals: SampleAppeal[] = [
    {
      agency: "b",
      topic: "heating",
      place: "p",
      received: exportDay - 40,
      reply: 1,
      closing: 5,
      outcome: "acted",
      rating: 5,
      replyNorm: 10,
      closingNorm: 30,
    },
    {
      agency: "b",
      topic: "yards",
      place: "p",
      received: exportDay - 40,
      reply: 2,
      closing: 6,
      outcome: "explained",
      rating: 2,
      replyNorm: 10,
      closingNorm: 30,
    },
    { agency: "b", topic: "yards", place: "q", received: exportDay - 40, reply: 3, replyNorm: 10, closingNorm: 30 },
    {
      agency: "a",
      topic: "roads",
      place: "q",
      received: exportDay - 40,
      reply: 12,
      closing: 35,
      outcome: "planned",
      reopened: true,
      replyNorm: 10,
      closingNorm: 30,
    },
    { agency: "a", topic: "housing", received: exportDay - 40, replyNorm: 10, closingNorm: 30 },
    { topic: "roads", place: "q", received: exportDay - 1, replyNorm: 10, closingNorm: 30 },
  ];
  const { subjects, periods } = measure(appeals);
  const whole = subject(subjects, "region").periods.all;
  const figures = whole.measures;

  it("counts what was received, answered, closed and is open", () => {
    expect([figures.received, figures.answered, figures.closed, figures.open]).toEqual(
      [6, 4, 3, 3].map((value) => ({ state: "exact", value })),
    );
    expect(figures.oldestOpen).toBe(40);
    expect(figures.openByAge.map(({ count }) => (count.state === "exact" ? count.value : NaN))).toEqual([
      1, 0, 0, 2, 0, 0,
    ]);
  });

  it("judges by the norm only appeals for which it has run out, open ones included", () => {
    expect(figures.answeredInNorm).toMatchObject({ value: 3 / 5, part: 3, whole: 5 });
    expect(figures.silent).toMatchObject({ value: 1 / 5, part: 1, whole: 5 });
    expect(figures.closedInNorm).toMatchObject({ value: 2 / 5, part: 2, whole: 5 });
  });

  it("estimates waits with the open appeals counted", () => {
    // At risk 6; one is lost from sight on day 1, after the reply of that day: S = 5/6, 5/8, 5/12 → median on day 3.
    expect(figures.firstReply).toMatchObject({ n: 6, waiting: 2, median: { state: "exact", days: 3 } });
    // S after day 12 is 5/24 > 0.1: nine in ten is not reached within the 40 days of observation.
    expect(figures.firstReply.ninetieth).toMatchObject({ state: "not-reached", beyond: 40 });
    // Closed on days 5, 6, 35, one lost on day 1: S = 4/5, 3/5, 2/5.
    expect(figures.closing).toMatchObject({
      n: 6,
      waiting: 3,
      median: { days: 35 },
      upperQuartile: { state: "not-reached", beyond: 40 },
    });
    expect(figures.firstReply.curve).toEqual({ state: "hidden", reason: "too-few" });
  });

  it("gives every appeal one outcome, and never merges explained into solved", () => {
    expect(figures.outcomes.map(({ outcome, percent }) => [outcome, percent])).toEqual([
      ["acted", 17],
      ["planned", 17],
      ["explained", 16],
      ["open", 50],
    ]);
    expect(figures.resolvedStrict).toMatchObject({ part: 1, whole: 6 });
    expect(figures.resolvedGenerous).toMatchObject({ part: 3, whole: 3 });
    expect(figures.reopened).toMatchObject({ part: 1, whole: 3 });
  });

  it("averages ratings and says how many rated", () => {
    expect(figures.rating).toEqual({ state: "exact", value: 3.5, n: 2 });
    expect(figures.rated).toMatchObject({ part: 2, whole: 3 });
    expect(figures.marks.map((mark) => (mark.state === "exact" ? mark.value : NaN))).toEqual([0, 1, 0, 0, 1]);
  });

  it("says that what never occurs in a channel is not recorded there", () => {
    expect(figures.handedOver).toEqual({ state: "missing", reason: "not-recorded" });
    expect(figures.confirmed).toEqual({ state: "missing", reason: "not-recorded" });
  });

  it("takes confirmations by authors out of what was closed and acted on, open and explained appeals aside", () => {
    const closed = { agency: "a", received: exportDay - 40, closing: 5 };
    const columns = sampleColumns(
      [
        ...repeat(6, () => ({ ...closed, confirmed: true })),
        ...repeat(4, () => closed),
        { ...closed, outcome: "explained", confirmed: true },
        { agency: "a", received: exportDay - 40 },
        { ...closed, channel: "letter" },
      ],
      exportDay,
    );
    const { measures, byChannel } = measureAll(columns, { topics: [], minimumShown: 1, exportDay }).subjects[0]!.periods
      .all;
    expect(measures.confirmed).toMatchObject({ part: 6, whole: 10 });
    expect(byChannel.letter?.confirmed).toEqual({ state: "missing", reason: "not-recorded" });
  });

  it("gathers sub-topics under their topic and keeps unstated codes", () => {
    expect(whole.topics.map(({ code, percent }) => [code, percent])).toEqual([
      ["housing", 67],
      ["roads", 33],
    ]);
    expect(whole.subtopics.map(({ code }) => code)).toEqual(["roads", "yards", "heating", "housing"]);
    expect(whole.agencies.map(({ code, percent }) => [code, percent])).toEqual([
      ["b", 50],
      ["a", 33],
      ["", 17],
    ]);
    expect(whole.places.map(({ code }) => code)).toEqual(["q", "p", ""]);
    expect(subject(subjects, "topic", "housing").periods.all.measures.received).toEqual({ state: "exact", value: 4 });
    expect(subject(subjects, "topic", "yards").periods.all.measures.received).toEqual({ state: "exact", value: 2 });
  });

  it("lists the subjects in a fixed order", () => {
    expect(subjects.map(({ dimension, code }) => `${dimension} ${code}`)).toEqual([
      "region ",
      "agency a",
      "agency b",
      "topic heating",
      "topic housing",
      "topic roads",
      "topic yards",
      "place p",
      "place q",
      "channel social",
    ]);
  });

  it("keeps to the schema of the facts", () => {
    for (const one of subjects) expect(subjectSchema.safeParse(one).error).toBeUndefined();
  });

  it("names the days of its periods", () => {
    expect(periods).toEqual({
      year: { from: "2026-09-21", to: "2026-10-31" },
      all: { from: "2026-09-21", to: "2026-10-30" },
      month: { from: "2026-10-01", to: "2026-10-31" },
    });
  });
});

describe("the year", () => {
  const appeals = (dates: string[]): SampleAppeal[] => dates.map((date) => ({ received: day(date) }));
  const yearOf = (dates: string[], to: string) => {
    const found = measureAll(sampleColumns(appeals(dates), day(to)), { topics, minimumShown: 1, exportDay: day(to) });
    return { ...found.periods.year, received: subject(found.subjects, "region").periods.year.measures.received };
  };

  it("ends with the export's month where the export was made on its last day", () => {
    expect(yearOf(["2025-01-01", "2025-10-31", "2025-11-01", "2026-10-31"], "2026-10-31")).toEqual({
      from: "2025-11-01",
      to: "2026-10-31",
      received: { state: "exact", value: 2 },
    });
  });

  it("ends with the month before where the export's month was not over", () => {
    expect(yearOf(["2025-01-01", "2025-09-30", "2025-10-01", "2026-09-30", "2026-10-01"], "2026-10-30")).toEqual({
      from: "2025-10-01",
      to: "2026-09-30",
      received: { state: "exact", value: 2 },
    });
  });

  it("begins with the data where they are younger than twelve months", () => {
    expect(yearOf(["2026-03-17", "2026-10-01"], "2026-10-31")).toMatchObject({ from: "2026-03-17", to: "2026-10-31" });
  });
});

describe("months", () => {
  const daily = (from: string, to: string, perDay: number): SampleAppeal[] =>
    repeat((day(to) - day(from) + 1) * perDay, (i) => ({
      received: day(from) + Math.floor(i / perDay),
      reply: 1,
      replyNorm: 30,
    }));
  const monthsOf = (appeals: SampleAppeal[], to: string) => {
    const { subjects } = measureAll(
      sampleColumns(
        appeals.filter((a) => a.received <= day(to)),
        day(to),
      ),
      { topics, minimumShown: 1, exportDay: day(to) },
    );
    return subject(subjects, "region").months;
  };

  it("have no gaps, and an empty month counts none", () => {
    const months = monthsOf([{ received: day("2026-01-05") }, { received: day("2026-04-05") }], "2026-04-30");
    expect(months.map(({ month, received }) => [month, received.state === "exact" && received.value])).toEqual([
      ["2026-01", 1],
      ["2026-02", 0],
      ["2026-03", 0],
      ["2026-04", 1],
    ]);
  });

  it("are incomplete where the data begin inside them, or they were not over on the day of the export", () => {
    const complete = (from: string, to: string, perDay = 5): boolean[] =>
      monthsOf(daily(from, to, perDay), to).map((month) => month.complete);
    expect(complete("2026-01-12", "2026-03-30")).toEqual([false, true, false]);
    expect(complete("2026-01-03", "2026-03-31")).toEqual([true, true, true]);
  });

  it("do not take a rare channel's first appeal for the beginning of its data", () => {
    const months = monthsOf(
      [{ received: day("2026-01-20") }, { received: day("2026-02-10") }, { received: day("2026-03-25") }],
      "2026-03-31",
    );
    expect(months.map((month) => month.complete)).toEqual([true, true, true]);
  });

  it("say of the region and of agencies what became of their appeals too", () => {
    const appeals = repeat(40, (i) => ({
      agency: "a",
      place: "p",
      received: day("2026-09-01"),
      replyNorm: 10,
      closingNorm: 30,
      ...(i < 30 ? { reply: 1, closing: 20 } : {}),
    }));
    const { subjects } = measure(appeals);
    const month = (dimension: string, code: string) => subject(subjects, dimension, code).months[0]!;
    for (const one of [month("region", ""), month("agency", "a")]) {
      expect(one).toMatchObject({
        closedInNorm: { part: 30, whole: 40 },
        silent: { part: 10, whole: 40 },
        resolvedStrict: { part: 30, whole: 40 },
        resolvedGenerous: { part: 30, whole: 30 },
      });
    }
    expect(month("place", "p").silent).toBeUndefined();
  });

  it("judge by the norm only the mature appeals of the month, and say so where none is", () => {
    const months = monthsOf(daily("2026-08-01", "2026-10-31", 2), "2026-10-31");
    expect(months[1]!.answeredInNorm).toMatchObject({ part: 60, whole: 60 });
    expect(months[2]!.answeredInNorm).toMatchObject({ part: 2, whole: 2 });
    expect(monthsOf(daily("2026-08-01", "2026-10-30", 2), "2026-10-30")[2]!.answeredInNorm).toEqual({
      state: "missing",
      reason: "none-eligible",
    });
  });
});

describe("what cannot be said", () => {
  it("is hidden below the minimum, but for the number received", () => {
    const figures = region(
      repeat(4, () => ({ received: exportDay - 40, reply: 1, closing: 2, replyNorm: 10, rating: 5 })),
      5,
    );
    expect(figures.received).toEqual({ state: "exact", value: 4 });
    expect(JSON.stringify({ ...figures, received: null })).not.toContain('"exact"');
    expect(figures.outcomes).toEqual([]);
  });

  it("names the norm that is lacking, the event that is not recorded, the appeals that are too young", () => {
    const young = region(repeat(9, () => ({ received: exportDay - 2, replyNorm: 3, closingsRecorded: false })));
    expect(young.answeredInNorm).toEqual({ state: "missing", reason: "none-eligible" });
    expect(young.closing.median).toEqual({ state: "missing", reason: "not-recorded" });
    expect(young.open).toEqual({ state: "missing", reason: "not-recorded" });
    expect(region(repeat(9, () => ({ received: exportDay - 2, reply: 1 }))).silent).toEqual({
      state: "missing",
      reason: "no-norm",
    });
  });

  it("leaves appeals with an unusable date out of times and keeps them in counts", () => {
    const figures = region([
      ...repeat(5, () => ({ received: exportDay - 40, reply: 2, replyNorm: 10 })),
      ...repeat(5, () => ({ received: exportDay - 40, reply: NaN, replyNorm: 10 })),
    ]);
    expect(figures.answered).toEqual({ state: "exact", value: 10 });
    expect(figures.firstReply.n).toBe(5);
    expect(figures.answeredInNorm).toMatchObject({ part: 5, whole: 5 });
    expect(figures.silent).toMatchObject({ part: 0, whole: 10 });
  });

  it("takes a closing for the first reply where no earlier one is known, and a wait of no days for a wait", () => {
    const figures = region(repeat(6, () => ({ received: exportDay - 40, closing: 0, replyNorm: 10 })));
    expect(figures.firstReply.median).toEqual({ state: "exact", days: 0, low: 0, high: null });
    expect(figures.answeredInNorm).toMatchObject({ part: 6, whole: 6 });
  });

  it("refuses times where only closed appeals were exported, whether found or told", () => {
    const closedOnly = repeat(60, (i) => ({ received: exportDay - i, closing: i / 2, reply: i / 3, replyNorm: 10 }));
    for (const figures of [region(closedOnly), region(closedOnly, 1, { closedOnly: ["social"] })]) {
      expect(figures.closing.median).toEqual({ state: "missing", reason: "closed-only" });
      expect(figures.answeredInNorm).toEqual({ state: "missing", reason: "closed-only" });
      expect(figures.open).toEqual({ state: "missing", reason: "closed-only" });
    }
    expect(region(closedOnly, 1, { closedOnly: [] }).closing.median.state).toBe("exact");
    const old = repeat(60, (i) => ({ received: exportDay - 400 - i, closing: i / 2 }));
    expect(region(old).closing.median.state).toBe("exact");
  });

  it("says nothing, in due form, about no appeals at all", () => {
    const { subjects } = measure([]);
    const figures = subject(subjects, "region").periods.year.measures;
    expect(figures.received).toEqual({ state: "exact", value: 0 });
    expect(figures.firstReply.median).toEqual({ state: "missing", reason: "none-eligible" });
    for (const one of subjects) expect(subjectSchema.safeParse(one).error).toBeUndefined();
  });
});

describe("receipts after the twelve months", () => {
  it("are told, so that nobody says that nothing came since", () => {
    const exported = day("2026-10-15");
    const appeals = [
      { agency: "now", received: day("2026-10-02") },
      { agency: "both", received: day("2026-10-03") },
      { agency: "both", received: day("2026-05-03") },
      { agency: "past", received: day("2024-05-03") },
    ];
    const { subjects } = measureAll(sampleColumns(appeals, exported), { topics, minimumShown: 1, exportDay: exported });
    expect(["now", "both", "past"].map((code) => subject(subjects, "agency", code).receivedAfterYear)).toEqual([
      true,
      true,
      undefined,
    ]);
  });
});

describe("curves", () => {
  it("go on to the last event, say from where fewer than ten remain at risk, and start at twenty appeals", () => {
    const waits = (n: number): SampleAppeal[] => repeat(n, (i) => ({ received: exportDay - 40, reply: i }));
    expect(region(waits(19)).firstReply.curve).toEqual({ state: "hidden", reason: "too-few" });
    const { curve } = region(waits(20)).firstReply;
    if ("state" in curve) throw new Error("no curve");
    // One has its reply on each day, the last on day 19: then nothing is left to tell. Ten are at risk on day 10, nine on day 11.
    expect(curve.days).toEqual(Array.from({ length: 20 }, (_, day) => day));
    expect(curve.share).toEqual(curve.days.map((at) => Math.round((at + 1) * 500) / 1e4));
    expect(curve.thinFrom).toBe(11);
    // After 0, 3 and 7 days; after 14 only five still wait, of whom nothing is told.
    expect(curve.waiting).toEqual([19, 16, 12]);
    // No limit falls because all that were left had their reply at once.
    expect(curve.low).toEqual(curve.low.toSorted((a, b) => a - b));
    expect(curve.high.at(-1)).toBe(1);
  });

  it("of a good agency do not stop at its last busy hour", () => {
    const replies = (i: number): Partial<SampleAppeal> =>
      i < 88 ? { reply: i / 200 } : i < 96 ? { reply: 3 + (i - 88) / 10 } : {};
    const { curve } = region(
      repeat(100, (i) => ({ received: exportDay - 40, ...replies(i), dayPrecision: false })),
    ).firstReply;
    if ("state" in curve) throw new Error("no curve");
    expect(curve.share.at(-1)).toBe(0.96);
    expect(curve.days.at(-1)).toBe(40);
    // Only from the 91st answer on are fewer than ten left.
    expect(curve.thinFrom).toBe(4);
  });

  it("hold the last event even where no day of the table comes after it", () => {
    const { curve } = region(
      repeat(30, (i) => ({
        received: exportDay - 12.5,
        dayPrecision: false,
        ...(i < 20 ? { reply: 0.2 } : i === 20 ? { reply: 12.3 } : {}),
      })),
    ).firstReply;
    if ("state" in curve) throw new Error("no curve");
    expect(curve.days.slice(-2)).toEqual([12, 12.3]);
    expect(curve.share.slice(-2)).toEqual([0.666667, 0.7]);
  });

  it("know the hours only where the export does", () => {
    const norms = [
      { event: "first-reply", amount: 9, unit: "hours", basis: "" },
      { event: "first-reply", amount: 5, unit: "working-hours", basis: "" },
    ];
    const { curve } = region(
      repeat(40, (i) => ({ received: exportDay - 40, reply: i / 24, dayPrecision: false })),
      1,
      { norms },
    ).firstReply;
    if ("state" in curve) throw new Error("no curve");
    expect(curve.days.slice(0, 6)).toEqual([0, 0.0417, 0.0833, 0.1667, 0.3333, 0.375]);
    expect(curve.share[5]).toBe(0.25);
  });
});

it("times are of weeks where at least half of them are told from week to week", () => {
  const precisionOf = (weeks: number) =>
    region(repeat(10, (i) => ({ received: exportDay - 40, reply: 0, dayPrecision: false, weekPrecision: i < weeks })))
      .firstReply.precision;
  expect([0, 4, 5, 10].map(precisionOf)).toEqual(["minute", "minute", "week", "week"]);
});

it("waits told from week to week do not move times of hours, in the period and in its months", () => {
  const appeals = (weeks: number) => [
    ...repeat(10, (i) => ({ received: exportDay - 40, reply: 0.5 + i / 24, dayPrecision: false })),
    ...repeat(weeks, () => ({ received: exportDay - 40, reply: 0, weekPrecision: true })),
  ];
  const of = (weeks: number) => {
    const { firstReply, answered } = region(appeals(weeks));
    return { n: firstReply.n, median: firstReply.median, answered };
  };
  expect(of(8)).toEqual({ ...of(0), answered: { state: "exact", value: 18 } });
  expect(of(11).n).toBe(21);
});

describe("norms", () => {
  const norms = [
    { event: "first-reply", amount: 4, unit: "hours", basis: "" },
    { event: "first-reply", amount: 10, unit: "working-days", basis: "" },
    { event: "closing", amount: 30, unit: "days", basis: "" },
  ];
  const named = (rules: (number | null)[], minimumShown = 1) => {
    const appeals = rules.map((rule) => ({
      received: exportDay - 40,
      reply: 1,
      ...(rule === null ? {} : { replyNorm: rule === 0 ? 4 / 24 : 14 }),
    }));
    const columns = {
      ...sampleColumns(appeals, exportDay),
      firstReplyRule: Uint8Array.from(rules, (rule) => rule ?? noRule),
      closingRule: new Uint8Array(rules.length).fill(noRule),
    };
    return subject(measureAll(columns, { topics, minimumShown, exportDay, norms: norms as Norm[] }).subjects, "region")
      .periods.all.measures;
  };

  it("are named, the most frequent first, and each appeal is judged by its own", () => {
    const figures = named([0, 1, 1, 1, null]);
    expect(figures.norms).toEqual({ firstReply: [1, 0], closing: [] });
    expect(figures.answeredInNorm).toMatchObject({ part: 3, whole: 4 });
  });

  it("of very few people are not named: a norm may tell their topic", () => {
    expect(named([0, 1, 1, 1], 5).norms).toEqual({ firstReply: [], closing: [] });
  });
});

const arbitraryAppeal = fc.record({
  agency: fc.constantFrom("a", "b", undefined),
  topic: fc.constantFrom("heating", "yards", "roads", "housing", undefined),
  place: fc.constantFrom("p", "q", undefined),
  channel: fc.constantFrom("social" as const, "letter" as const),
  received: fc.integer({ min: exportDay - 500, max: exportDay }),
  reply: fc.option(
    fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 60, noNaN: true }), fc.constant(NaN)),
    { nil: undefined },
  ),
  closing: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  repliesRecorded: fc.boolean(),
  replyNorm: fc.constantFrom(4 / 24, 30, undefined),
  closingNorm: fc.constantFrom(30, undefined),
  rating: fc.integer({ min: 0, max: 5 }),
  reopened: fc.boolean(),
  outcome: fc.constantFrom("acted" as const, "explained" as const, "open" as const, "refused" as const),
  dayPrecision: fc.boolean(),
});

describe("whatever the appeals", () => {
  const manyAppeals = fc.array(arbitraryAppeal, { minLength: 1, maxLength: 150 });

  it("the order of the rows changes no byte", () => {
    fc.assert(
      fc.property(
        manyAppeals.chain((appeals) =>
          fc.tuple(fc.constant(appeals), fc.shuffledSubarray(appeals, { minLength: appeals.length })),
        ),
        ([appeals, shuffled]) => {
          expect(JSON.stringify(measure(shuffled, 5))).toBe(JSON.stringify(measure(appeals, 5)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("the facts keep to their schema, percents add up to 100, channels to the whole", () => {
    fc.assert(
      fc.property(manyAppeals, (appeals) => {
        for (const one of measure(appeals, 3).subjects) {
          expect(subjectSchema.safeParse(one).error).toBeUndefined();
          for (const slice of Object.values(one.periods)) {
            for (const shares of [
              slice.measures.outcomes,
              slice.topics,
              slice.subtopics,
              slice.agencies,
              slice.places,
            ]) {
              if (shares.length > 0) expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
            }
            const received = (figures: Measures): number =>
              figures.received.state === "exact" ? figures.received.value : NaN;
            expect(Object.values(slice.byChannel).reduce((sum, figures) => sum + received(figures), 0)).toBe(
              received(slice.measures),
            );
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("two identical halves change no rate and no median", () => {
    const rates = (figures: Measures): unknown => [
      ...[
        figures.answeredInNorm,
        figures.silent,
        figures.closedInNorm,
        figures.resolvedStrict,
        figures.resolvedGenerous,
        figures.reopened,
        figures.rated,
      ].map((share) => (share.state === "exact" ? share.value : share)),
      ...[figures.firstReply, figures.closing].flatMap((times) =>
        [times.median, times.upperQuartile, times.ninetieth].map((wait) =>
          wait.state === "exact" ? wait.days : wait.state,
        ),
      ),
      figures.rating.state === "exact" ? figures.rating.value : figures.rating,
      figures.outcomes.map(({ outcome, percent }) => [outcome, percent]),
    ];
    fc.assert(
      fc.property(manyAppeals, (appeals) => {
        expect(rates(region([...appeals, ...appeals], 1, { closedOnly: [] }))).toEqual(
          rates(region(appeals, 1, { closedOnly: [] })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("more open appeals never shorten a median, another quantile or a mean", () => {
    const lengths = ({ firstReply, closing }: Measures): number[] =>
      [firstReply, closing].flatMap(({ median, upperQuartile, ninetieth }) =>
        [median, upperQuartile, ninetieth].map((wait) => (wait.state === "exact" ? wait.days : Infinity)),
      );
    const waiting = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 40 });
    const recorded = fc.array(
      arbitraryAppeal.map((appeal) => ({ ...appeal, repliesRecorded: true })),
      { minLength: 5, maxLength: 80 },
    );
    fc.assert(
      fc.property(recorded, waiting, (appeals, ages) => {
        const open = ages.map((age) => ({ received: exportDay - age }));
        const before = region(appeals, 1, { closedOnly: [] });
        fc.pre(before.firstReply.median.state !== "missing");
        const after = region([...appeals, ...open], 1, { closedOnly: [] });
        lengths(after).forEach((length, i) => expect(length).toBeGreaterThanOrEqual(lengths(before)[i]!));
        const [mean, later] = [before.closing.meanToHorizon, after.closing.meanToHorizon];
        if (mean.state === "exact" && later.state === "exact") expect(later.days).toBeGreaterThanOrEqual(mean.days);
      }),
    );
  });

  it("with a norm of its own for each appeal, the share answered in time is 1 − Kaplan–Meier of the waits as parts of the norm", async () => {
    const { kaplanMeier, survivalAt } = await import("../../src/measure/statistics/kaplanMeier.ts");
    const drawn = fc.array(
      fc.record({
        received: fc.integer({ min: exportDay - 200, max: exportDay }),
        reply: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
        replyNorm: fc.double({ min: 1 / 24, max: 45, noNaN: true }),
      }),
      { minLength: 1, maxLength: 120 },
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const appeals = all.map((appeal) =>
          appeal.reply !== undefined && appeal.reply > exportDay - appeal.received
            ? { ...appeal, reply: undefined }
            : appeal,
        ) as (SampleAppeal & { replyNorm: number })[];
        const mature = appeals.filter(({ received, replyNorm }) => exportDay - received >= replyNorm);
        fc.pre(mature.length > 0);
        const { answeredInNorm } = region(appeals);
        const curve = kaplanMeier(
          Float64Array.from(mature, (a) => (a.reply ?? exportDay - a.received) / a.replyNorm),
          Uint8Array.from(mature, (a) => (a.reply === undefined ? 0 : 1)),
        );
        if (answeredInNorm.state !== "exact") throw new Error("no share");
        const survival = survivalAt(curve, 1)?.survival ?? curve.survival.at(-1)!;
        expect(Math.abs(answeredInNorm.value - (1 - survival))).toBeLessThan(1e-12);
      }),
    );
  });

  it("with one norm, the share answered within it is 1 − Kaplan–Meier of the mature appeals there", async () => {
    const { kaplanMeier, survivalAt } = await import("../../src/measure/statistics/kaplanMeier.ts");
    const oneNorm = fc.array(
      fc.record({
        received: fc.integer({ min: exportDay - 200, max: exportDay }),
        reply: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 120 },
    );
    fc.assert(
      fc.property(oneNorm, fc.constantFrom(4 / 24, 1, 30), (drawn, norm) => {
        const appeals = drawn.map((appeal) => ({
          ...appeal,
          replyNorm: norm,
          ...(appeal.reply !== undefined && appeal.reply > exportDay - appeal.received ? { reply: undefined } : {}),
        }));
        const mature = appeals.filter((appeal) => exportDay - appeal.received >= norm);
        const { answeredInNorm } = region(appeals);
        if (mature.length === 0) {
          expect(answeredInNorm).toEqual({ state: "missing", reason: "none-eligible" });
          return;
        }
        const curve = kaplanMeier(
          Float64Array.from(mature, (a) => a.reply ?? exportDay - a.received),
          Uint8Array.from(mature, (a) => (a.reply === undefined ? 0 : 1)),
        );
        if (answeredInNorm.state !== "exact") throw new Error("no share");
        // After the last observation nothing changes any more.
        const survival = survivalAt(curve, norm)?.survival ?? curve.survival.at(-1)!;
        expect(Math.abs(answeredInNorm.value - (1 - survival))).toBeLessThan(1e-12);
      }),
    );
  });
});

it("tells the age of the oldest open appeal to the week where only its week is told", () => {
  const open = (age: number, weekPrecision: boolean): SampleAppeal => ({
    agency: "a",
    topic: "roads",
    received: exportDay - age,
    weekPrecision,
  });
  const oldest = (...appeals: SampleAppeal[]) => {
    const { oldestOpen, oldestOpenToWeek } = region(appeals);
    return { oldestOpen, oldestOpenToWeek };
  };
  expect(oldest(open(33, true), open(20, false))).toEqual({ oldestOpen: 33, oldestOpenToWeek: true });
  expect(oldest(open(33, true), open(33, false))).toEqual({ oldestOpen: 33, oldestOpenToWeek: undefined });
  expect(oldest(open(20, true), open(33, false))).toEqual({ oldestOpen: 33, oldestOpenToWeek: undefined });
});
