import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureAll } from "../../../src/measure/measure.ts";
import type { MeasuredReplies } from "../../../src/measure/replies/measureReplies.ts";
import { type ReplyColumns, replyKinds } from "../../../src/model/columns.ts";
import { dayOfIsoDate } from "../../../src/model/moment.ts";
import type { Association, MarkQuality } from "../../../src/model/replies.ts";
import { markSet, replyMarks, unreadReply } from "../../../src/model/replyMarks.ts";
import { sampleColumns, type SampleAppeal } from "../sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");

interface Replied extends Partial<SampleAppeal> {
  readonly deed?: boolean;
  /** Written in a language that the rules cannot read. */
  readonly unread?: boolean;
  readonly kind?: (typeof replyKinds)[number];
  /** Its group of nearly identical replies, from 1. */
  readonly group?: number;
  readonly words?: number;
}

/** A rule that finds nine in ten and is wrong in one of twenty; all other marks stay hidden. */
const marks: readonly MarkQuality[] = replyMarks.map((mark) => ({
  mark,
  trial: { having: 100, found: 90, lacking: 100, left: 95 },
  precision: 0.95,
  recall: 0.9,
  hidden: mark === "deed" ? null : "too-few-texts",
}));

function measured(replies: readonly Replied[], minimumShown = 5): MeasuredReplies {
  const appeals = replies.map(
    ({ deed: _deed, unread: _unread, kind: _kind, group: _group, words: _words, ...appeal }): SampleAppeal => ({
      received: exportDay - 100,
      closing: 5,
      reply: 2,
      agency: "a",
      topic: "roads",
      ...appeal,
    }),
  );
  const columns: ReplyColumns = {
    rows: Uint32Array.from(replies.keys()),
    marks: Uint16Array.from(replies, ({ deed, unread }) => (unread ? unreadReply : deed ? markSet(["deed"]) : 0)),
    kind: Uint8Array.from(replies, ({ kind = "own" }) => replyKinds.indexOf(kind)),
    group: Uint32Array.from(replies, ({ group = 0 }) => group),
    wordsPerSentence: Float64Array.from(replies, ({ words }) => words ?? NaN),
    grade: Float64Array.from(replies, ({ words }) => (words ?? NaN) / 2),
  };
  const context = { topics: [{ code: "roads", parent: null }], minimumShown, exportDay, closedOnly: [] };
  return measureAll(sampleColumns(appeals, exportDay), context, { replies: { columns, marks } }).replies!;
}

const repeat = (times: number, reply: Replied): Replied[] => Array.from({ length: times }, () => reply);
const region = (found: MeasuredReplies) => found.subjects[0]!.periods.all;
const figureOf = ({ associations }: MeasuredReplies, property: string, what: string): Association["figure"] =>
  associations.find((one) => one.property === property && one.with === what)!.figure;

describe("shares of replies", () => {
  it("leave event notices and short formulas out of what repeats, on both sides", () => {
    const found = region(
      measured([
        ...repeat(6, { kind: "repeated" }),
        ...repeat(4, {}),
        ...repeat(20, { kind: "event" }),
        ...repeat(10, { kind: "short" }),
      ]),
    );
    expect(found).toMatchObject({ replies: 40, eventNotices: 20 });
    expect(found.short).toMatchObject({ part: 10, whole: 40 });
    expect(found.repeated).toMatchObject({ part: 6, whole: 10 });
  });

  it("leave replies that the rules cannot read out of shares of marks, and count them", () => {
    const found = region(measured([...repeat(20, { deed: true }), ...repeat(40, {}), ...repeat(30, { unread: true })]));
    expect(found).toMatchObject({ replies: 90, unread: 30 });
    expect(found.marks[0]!.raw).toMatchObject({ part: 20, whole: 60 });
    const few = region(measured([...repeat(20, { deed: true }), ...repeat(40, { unread: true })]));
    expect(few.marks[0]!.raw.state).toBe("hidden");
  });

  it("show a mark from fifty replies on, as found and corrected for the errors of its rule", () => {
    const of = (replies: number) =>
      region(measured([...repeat(20, { deed: true }), ...repeat(replies - 20, {})])).marks;
    expect(of(49)).toEqual([
      { mark: "deed", raw: { state: "hidden", reason: "too-few" }, corrected: { state: "hidden", reason: "too-few" } },
    ]);
    const [share] = of(50);
    expect(share!.raw).toMatchObject({ part: 20, whole: 50 });
    // (.4 + .95 − 1) / (.9 + .95 − 1)
    expect(share!.corrected).toMatchObject({ state: "exact", value: 0.411765 });
  });

  it("count copies of a frequent text as the rule found them, and correct the rest alone", () => {
    const rest = [...repeat(20, { deed: true }), ...repeat(30, {})];
    const copies = (found: number, of: number): Replied[] => [
      ...repeat(found, { kind: "repeated", group: 1, deed: true }),
      ...repeat(of - found, { kind: "repeated", group: 1 }),
    ];
    // (50 + 50 · (.4 + .95 − 1) / (.9 + .95 − 1)) / 100; the rule's .70 would have been corrected to .7647.
    const [all] = region(measured([...copies(50, 50), ...rest])).marks;
    expect(all).toMatchObject({ copies: { replies: 50, found: 50 }, corrected: { value: 0.705882 } });
    expect(all!.raw).toMatchObject({ part: 70, whole: 100 });
    const [nowhere] = region(measured([...copies(0, 50), ...rest])).marks;
    expect(nowhere).toMatchObject({ copies: { replies: 50, found: 0 }, corrected: { value: 0.205882 } });
    // A gap made the rule err in two of fifty: that is still one judgement. Ten of fifty are not.
    expect(region(measured([...copies(48, 50), ...rest])).marks[0]).toMatchObject({ corrected: { value: 0.685882 } });
    expect(region(measured([...copies(40, 50), ...rest])).marks[0]).not.toHaveProperty("copies");
    // Nine of a hundred are no frequent text; nor are fifty of one agency that are a hundredth of all.
    const rare = region(measured([...copies(9, 9), ...repeat(91, {})])).marks[0];
    expect(rare).not.toHaveProperty("copies");
    const ofTwo = measured([...copies(50, 50), ...rest, ...repeat(900, { agency: "b" })]);
    expect(region(ofTwo).marks[0]).toMatchObject({ copies: { replies: 50, found: 50 } });
  });

  it("tell what is expected of an agency with its own topics and outcomes", () => {
    const ofAgency = (agency: string, explained: number, deeds: number): Replied[] => [
      ...repeat(explained, { agency, outcome: "explained" }),
      ...repeat(deeds, { agency, outcome: "acted", deed: true }),
      ...repeat(100 - explained - deeds, { agency, outcome: "acted" }),
    ];
    // Both name a deed in half of what they acted on: who explains more has fewer, and as many as was to be expected.
    const { subjects } = measured([...ofAgency("a", 80, 10), ...ofAgency("b", 20, 40)]);
    for (const [code, part, expected] of [
      ["a", 10, 0.1],
      ["b", 40, 0.4],
    ] as const) {
      const [share] = subjects.find((one) => one.code === code)!.periods.all.marks;
      expect(share!.raw).toMatchObject({ part, whole: 100 });
      expect(share!.adjusted!.ratio).toBe(1);
      expect(share!.adjusted!.expected).toBeCloseTo((expected - 0.05) / 0.85, 6);
      expect(share!.corrected).toMatchObject({ value: share!.adjusted!.expected });
    }
    expect(subjects[0]!.periods.all.marks[0]).not.toHaveProperty("adjusted");
  });

  it("set an agency beside what the others write, frequent texts left out on both sides", () => {
    const ofAgency = (agency: string, deeds: number, rest: number, more: Replied = {}): Replied[] => [
      ...repeat(deeds, { agency, outcome: "acted", ...more, deed: true }),
      ...repeat(rest, { agency, outcome: "acted", ...more }),
    ];
    const found = measured([
      ...ofAgency("a", 60, 40),
      ...ofAgency("b", 20, 80),
      // One text on four hundred replies, none with a deed, and sixty of c's own.
      ...ofAgency("c", 12, 48),
      ...repeat(400, { agency: "c", outcome: "acted", kind: "repeated", group: 1 }),
    ]);
    const adjusted = (code: string) => found.subjects.find((one) => one.code === code)!.periods.all.marks[0]!.adjusted!;
    const corrected = (share: number) => (share - 0.05) / 0.85;
    // Of a: 32 of 160 at b and c; found are 60 where 20 are expected. Of b: 72 of 160. Of c's own sixty: 80 of 200, so 24; found are 12.
    expect(adjusted("a").expected).toBeCloseTo(corrected(0.2), 6);
    expect(adjusted("a").ratio).toBe(3);
    expect(adjusted("a").low).toBeGreaterThan(1);
    expect(adjusted("b").expected).toBeCloseTo(corrected(72 / 160), 6);
    expect(adjusted("a").own).toMatchObject({ replies: 100, found: 60 });
    expect(adjusted("c").own).toMatchObject({ replies: 60, found: 12, value: Number(corrected(0.2).toFixed(6)) });
    expect(adjusted("c")).toMatchObject({ expected: Number(corrected(0.4).toFixed(6)), ratio: 0.5, verdict: "chance" });
  });

  it("call a share more or less only where the others' lies outside its interval and chance would hardly make such a ratio", () => {
    const verdictOf = (own: number, ofOwn: number, others: number, ofOthers: number) => {
      const found = measured([
        ...repeat(own, { agency: "a", outcome: "acted", deed: true }),
        ...repeat(ofOwn - own, { agency: "a", outcome: "acted" }),
        ...repeat(others, { agency: "b", outcome: "acted", deed: true }),
        ...repeat(ofOthers - others, { agency: "b", outcome: "acted" }),
      ]);
      const { adjusted } = found.subjects.find(({ code }) => code === "a")!.periods.all.marks[0]!;
      const { own: share, expected, verdict, low, high } = adjusted!;
      return { verdict, inside: expected >= share.low && expected <= share.high, even: low! <= 1 && high! >= 1 };
    };
    expect(verdictOf(80, 100, 1200, 4000)).toEqual({ verdict: "more", inside: false, even: false });
    expect(verdictOf(20, 100, 2400, 4000)).toEqual({ verdict: "less", inside: false, even: false });
    // The ratio alone would tell both apart at 95 %: of hundreds of comparisons some are like the first, and the second may be the rule's doing.
    expect(verdictOf(46, 100, 1320, 4000)).toEqual({ verdict: "chance", inside: false, even: false });
    expect(verdictOf(2800, 8000, 3040, 8000)).toEqual({ verdict: "chance", inside: true, even: false });
  });

  it("never call a share more or less where the others' lies within the interval as pages print it", () => {
    const counts = fc.record({
      deeds: fc.integer({ min: 0, max: 120 }),
      rest: fc.integer({ min: 30, max: 120 }),
      copies: fc.integer({ min: 0, max: 150 }),
      isDeed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 4 }), (agencies) => {
        const { subjects } = measured(
          agencies.flatMap(({ deeds, rest, copies, isDeed }, at) => [
            ...repeat(deeds, { agency: `a${at}`, outcome: "acted", deed: true }),
            ...repeat(rest, { agency: `a${at}`, outcome: "acted" }),
            ...repeat(copies, {
              agency: `a${at}`,
              outcome: "acted",
              kind: "repeated",
              group: at + 1,
              deed: isDeed,
            }),
          ]),
        );
        for (const { periods } of subjects) {
          const { adjusted, raw, corrected } = periods.all.marks[0]!;
          if (adjusted === undefined || raw.state !== "exact") continue;
          const { own, expected, verdict } = adjusted;
          const [low, high] = [own.low, own.high].map((limit) => Math.round(limit * 100) / 100) as [number, number];
          if (expected >= low && expected <= high) expect(verdict).toBe("chance");
          expect(own.replies).toBeLessThanOrEqual(raw.whole);
          if (own.replies === raw.whole) expect(corrected).toMatchObject({ value: own.value, low: own.low });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("expect nothing of an agency whose topics and outcomes nobody else has", () => {
    const { subjects } = measured([
      ...repeat(100, { agency: "a", outcome: "acted", deed: true }),
      ...repeat(100, { agency: "b", outcome: "explained" }),
    ]);
    const agencies = subjects.filter(({ dimension }) => dimension === "agency");
    expect(agencies).toHaveLength(2);
    for (const { periods } of agencies) expect(periods.all.marks[0]).not.toHaveProperty("adjusted");
  });

  it("take the twelve months by receipt, and months one by one", () => {
    const { subjects } = measured([...repeat(6, {}), ...repeat(7, { received: exportDay - 600, kind: "short" })]);
    expect(subjects[0]!.periods.year.replies).toBe(6);
    expect(subjects[0]!.periods.all.replies).toBe(13);
    expect(subjects[0]!.months.map(({ month, replies, short }) => [month, replies, short])).toMatchObject([
      ["2025-03", 7, { part: 7, whole: 7 }],
      ["2026-07", 6, { part: 0, whole: 6 }],
    ]);
    expect(subjects.find(({ dimension }) => dimension === "topic")!.months).toEqual([]);
  });

  it("give medians of long replies, from fifty of them on", () => {
    const long = Array.from({ length: 50 }, (_, at): Replied => ({ words: at + 1 }));
    expect(region(measured([...long, ...repeat(9, {})])).readability).toEqual({
      state: "exact",
      n: 50,
      wordsPerSentence: 25.5,
      grade: 12.75,
    });
    expect(region(measured(long.slice(1))).readability).toEqual({ state: "hidden", reason: "too-few" });
    expect(region(measured(repeat(60, {}))).readability).toEqual({ state: "missing", reason: "none-eligible" });
  });

  it("are the same in whatever order the replies stand, and add up over agencies and topics", () => {
    const reply = fc.record({
      agency: fc.constantFrom("a", "b", "c"),
      topic: fc.constantFrom("roads", "water"),
      kind: fc.constantFrom(...replyKinds),
      deed: fc.boolean(),
      rating: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1, maxLength: 80 }), (replies) => {
        const { subjects, associations } = measured(replies);
        const turned = measured(replies.toReversed());
        expect(turned).toEqual({ subjects, associations });
        for (const dimension of ["agency", "topic"] as const) {
          const sum = subjects
            .filter((one) => one.dimension === dimension)
            .reduce((total, { periods }) => total + periods.all.replies, 0);
          expect(sum).toBe(replies.length);
        }
      }),
    );
  });
});

describe("what goes with what", () => {
  const rated = (deed: boolean, well: number, badly: number, more: Replied): Replied[] => [
    ...repeat(well, { deed, rating: 5, ...more }),
    ...repeat(badly, { deed, rating: 2, ...more }),
  ];

  it("is compared within topic and channel: what only topics bring about vanishes", () => {
    // Within each topic a deed makes no difference; roads are rated well and have more deeds.
    const found = measured([
      ...rated(true, 80, 20, { topic: "roads" }),
      ...rated(false, 40, 10, { topic: "roads" }),
      ...rated(true, 10, 40, { topic: "water" }),
      ...rated(false, 20, 80, { topic: "water" }),
    ]);
    const figure = figureOf(found, "deed", "rated-well");
    expect(figure).toMatchObject({ state: "exact", value: 0, having: 150, lacking: 150, strata: 2 });
    if (figure.state === "exact") expect(figure.low).toBeLessThan(0);
  });

  it("tells a difference with its sign, whatever it is", () => {
    const found = measured([...rated(true, 30, 70, {}), ...rated(false, 60, 40, {})]);
    expect(figureOf(found, "deed", "rated-well")).toMatchObject({ state: "exact", value: -0.3 });
  });

  it("is missing where the exports tell nothing, hidden where few are there", () => {
    const found = measured([...rated(true, 20, 20, {}), ...rated(false, 60, 40, {})]);
    expect(figureOf(found, "deed", "rated-well")).toEqual({ state: "hidden", reason: "too-few" });
    expect(figureOf(found, "deed", "confirmed")).toEqual({ state: "missing", reason: "not-recorded" });
    expect(figureOf(found, "repeated", "rated-well")).toEqual({ state: "missing", reason: "none-eligible" });
  });

  it("compares replies that repeat with the agency's own ones, short formulas and notices aside", () => {
    const found = measured([
      ...repeat(60, { kind: "repeated", rating: 1 }),
      ...repeat(60, { kind: "own", rating: 5 }),
      ...repeat(60, { kind: "short", rating: 5 }),
      ...repeat(60, { kind: "event", rating: 5 }),
    ]);
    expect(figureOf(found, "repeated", "rated-well")).toMatchObject({ value: -1, having: 60, lacking: 60 });
  });

  it("counts returns within 30 days among those seen for so long", () => {
    const returned = (at: number): Replied => ({ deed: true, closing: 5, reopening: 5 + at });
    const found = measured([
      ...repeat(50, returned(10)),
      ...repeat(50, returned(60)),
      ...repeat(100, { deed: false, closing: 5 }),
    ]);
    expect(figureOf(found, "deed", "returned")).toMatchObject({
      value: 0.5,
      having: 100,
      lacking: 100,
      eventsHaving: 50,
      eventsLacking: 0,
    });
    expect(found.associations.some(({ outcomes }) => outcomes !== undefined)).toBe(false);
  });

  it("compares returns among outcomes of which the channel has any: where none is written down, the writing would decide", () => {
    const acted = (deed: boolean): Replied[] => [
      ...repeat(20, { deed, outcome: "acted", reopening: 15 }),
      ...repeat(80, { deed, outcome: "acted" }),
    ];
    // Deeds stand mostly in what is planned, of which no return is written down: 20 of 300 against 20 of 100, and there is no difference.
    const found = measured([...acted(true), ...acted(false), ...repeat(200, { deed: true, outcome: "planned" })]);
    expect(figureOf(found, "deed", "returned")).toMatchObject({
      value: 0,
      having: 100,
      eventsHaving: 20,
      lacking: 100,
      eventsLacking: 20,
    });
    expect(found.associations.find((one) => one.with === "returned")).toMatchObject({ outcomes: ["acted"] });
    expect(found.associations.find((one) => one.with === "rated-well")).not.toHaveProperty("outcomes");
  });
});
