import { expect, test } from "vitest";
import type { Comparison, Facts } from "../../src/model/facts.ts";
import { appealHeader, appealRows } from "../../src/publish/downloads/appealTable.ts";
import { comparisonHeader, comparisonTable } from "../../src/publish/downloads/comparisonTable.ts";
import { monthTable, subjectTable } from "../../src/publish/downloads/subjectTable.ts";
import { replyFiguresTable, replyGroupsTable, replyTextsTable } from "../../src/publish/downloads/replyTables.ts";
import { exampleReplies } from "../words/exampleReplies.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const facts = exampleFacts();

const comparison: Comparison = {
  period: "year",
  channel: "social",
  figure: "answeredInNorm",
  target: 0.8,
  phi: 1,
  tau2: 0,
  funnel: [],
  agencies: [
    {
      agency: "fast",
      part: 80,
      whole: 100,
      value: 0.8,
      low95: 0.7,
      high95: 0.9,
      low998: 0.6,
      high998: 1,
      position: "at",
      expected: 0.7,
      ratio: 1.14,
      ratioLow: 0.9,
      ratioHigh: 1.4,
      adjusted: 0.9,
      adjustedPosition: "above",
      reversed: false,
      level: "at",
      places: { best: 1, worst: 3 },
    },
  ],
  listed: [{ agency: "tiny", whole: 3 }],
};

test("columns of downloads stay where they are: new ones come after them", () => {
  expect(appealHeader.slice(0, 22)).toEqual([
    "id",
    "channel",
    "agency",
    "agency_name",
    "handed_from",
    "topic",
    "topic_name",
    "place",
    "place_name",
    "received",
    "first_reply",
    "closed",
    "reopened",
    "dates_to_week",
    "outcome",
    "rating",
    "first_reply_days",
    "closing_days",
    "text",
    "reply",
    "withheld",
    "address",
  ]);
  expect(appealHeader.slice(22)).toEqual([
    "first_reply_state",
    "closing_state",
    "followed_days",
    "first_reply_norm_days",
    "closing_norm_days",
    "registered",
    "agency_first_reply_days",
    "agency_closing_days",
    "confirmed",
    "first_reply_followed_days",
    "followed_until",
    "first_reply_deadline",
    "closing_deadline",
    "in_substance_state",
    "in_substance_days",
    "reply_marks",
    "reply_group",
    "marks",
    "first_reply_due",
    "closing_due",
  ]);
  const agencies = subjectTable(facts, "agency").header;
  expect([agencies.indexOf("received"), agencies.indexOf("rated_of"), agencies.indexOf("acted_in_norm")]).toEqual([
    6, 63, 64,
  ]);
  expect(monthTable(facts).header.slice(-22)).toEqual([
    "usual_low",
    "usual_high",
    "outside_usual",
    "usual_received_low",
    "usual_received_high",
    "received_outside_usual",
    "received_reason",
    "closed_reason",
    "answered_in_norm_reason",
    "first_reply_median_reason",
    "closing_median_reason",
    "closed_in_norm_reason",
    "silent_past_norm_reason",
    "resolved_strict_reason",
    "resolved_generous_reason",
    "first_reply_median_days_beyond",
    "closing_median_days_beyond",
    "in_substance_median_days",
    "in_substance_median_days_low",
    "in_substance_median_days_high",
    "in_substance_median_reason",
    "in_substance_median_days_beyond",
  ]);
});

test("an appeal says until when it was in time; a sensitive one, whose day is not told, does not", () => {
  const row = (more: Partial<PublicAppeal>) => {
    const cells = appealRows(facts)({
      ...appeal({ id: "a", received: "2026-01-10T21:09+03:00" }),
      firstReplyNorm: 1,
      closingNorm: 8.11875,
      ...more,
    });
    return ["first_reply_due", "closing_due"].map((name) => cells[appealHeader.indexOf(name)]);
  };
  expect(row({})).toEqual(["2026-01-11T21:09+03:00", "2026-01-18"]);
  expect(row({ closingNorm: null })[1]).toBeNull();
  expect(row({ datesToWeek: true, received: "2026-01-05" })).toEqual([null, null]);
});

test("a month says on which side of the usual it lies, or that the level itself has moved", () => {
  const [subject] = facts.subjects;
  const usual = [
    { low: 0.4, high: 0.6 },
    { low: 0.4, high: 0.6, outside: "below" as const },
    { low: 0.4, high: 0.6, outside: "above" as const, shifted: true as const },
    null,
  ];
  const { header, rows } = monthTable({
    ...facts,
    subjects: [
      {
        ...subject!,
        months: subject!.months
          .slice(0, 4)
          .map((month, at) => ({ ...month, usual: usual[at]!, usualReceived: usual[3 - at]! })),
        monthsByChannel: {},
      },
    ],
  });
  const cells = (...names: string[]): unknown[][] => rows.map((row) => names.map((name) => row[header.indexOf(name)]));
  const told = [
    [0.4, 0.6, null],
    [0.4, 0.6, "below"],
    [0.4, 0.6, "shifted"],
    [null, null, null],
  ];
  expect(cells("usual_low", "usual_high", "outside_usual")).toEqual(told);
  expect(cells("usual_received_low", "usual_received_high", "received_outside_usual")).toEqual(told.toReversed());
});

test("every row of every table is as long as its header", () => {
  const compared: Facts = { ...facts, comparisons: [comparison] };
  for (const { header, rows } of [
    subjectTable(facts, "agency"),
    subjectTable(facts, "region"),
    monthTable(facts),
    replyFiguresTable(facts, exampleReplies()),
    replyTextsTable(facts, exampleReplies()),
    replyGroupsTable(facts, exampleReplies()),
    comparisonTable(compared),
  ]) {
    expect(new Set(header).size).toBe(header.length);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
});

test("an agency with too few appeals is listed with their number and without a position", () => {
  const { rows } = comparisonTable({ ...facts, comparisons: [comparison] });
  const at = (row: number, column: string): unknown => rows[row]![comparisonHeader.indexOf(column)];
  expect([at(0, "agency"), at(0, "share"), at(0, "level"), at(0, "worst_place")]).toEqual(["fast", 0.8, "at", 3]);
  expect([at(1, "agency"), at(1, "whole"), at(1, "share"), at(1, "position"), at(1, "level")]).toEqual([
    "tiny",
    3,
    null,
    null,
    null,
  ]);
});

test("a figure that is hidden or missing is an empty cell with its reason beside it, and 0 has none", () => {
  const { header, rows } = subjectTable(facts, "agency");
  const reasonless = header.filter((name) => name.endsWith("_reason"));
  expect(reasonless.length).toBeGreaterThan(40);
  const seen = new Set<unknown>();
  for (const row of rows) {
    for (const name of reasonless) {
      const base = name.replace(/_reason$/, "");
      const value = row[header.includes(base) ? header.indexOf(base) : header.indexOf(`${base}_days`)];
      const reason = row[header.indexOf(name)];
      seen.add(reason);
      if (reason === null) expect(typeof value).toBe("number");
      else expect(value).toBeNull();
      const beyond = header.indexOf(`${base}_days_beyond`);
      if (beyond >= 0) expect(typeof row[beyond]).toBe(reason === "not-reached" ? "number" : "object");
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining([null, "too-few", "not-recorded", "not-reached"]));
  for (const table of [subjectTable(facts, "region"), monthTable(facts)])
    expect(table.rows.flat().filter((cell) => cell === "hidden" || cell === "missing")).toEqual([]);
});
