import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { factsSchema, type Facts, type Measures } from "../../src/model/facts.ts";
import type { Wait } from "../../src/model/figures.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

/** The agency of the demonstration region that is quick with what it answers and silent on most of the rest. */
const silentAgency = "gzhi";

let facts: Facts;
let overview: string;

beforeAll(async () => {
  facts = withRepeats(factsSchema.parse(JSON.parse(await readFile(join(inject("demoEdition"), "facts.json"), "utf8"))));
  overview = (await readFile(join(inject("demoSite"), "index.html"), "utf8"))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
});

const region = () => facts.subjects.find((subject) => subject.dimension === "region")!.periods.year;
const days = (wait: Wait) => (wait.state === "exact" ? wait.days : wait.state === "not-reached" ? wait.beyond : null);

describe("the overview of the demonstration region", () => {
  test("its figures are those of the news: over 7,500 messages in twelve months, five shares, one to two days", () => {
    const social = region().byChannel.social!;
    expect(social.received).toMatchObject({ state: "exact" });
    const received = social.received.state === "exact" ? social.received.value : 0;
    expect(received).toBeGreaterThan(7500);
    expect(received).toBeLessThan(7700);
    expect(Object.fromEntries(region().topicsByChannel.social!.map(({ code, percent }) => [code, percent]))).toEqual({
      housing: 45,
      other: 17,
      waste: 15,
      roads: 13,
      ecology: 10,
    });
    expect(days(social.closing.median)).toBeGreaterThan(1);
    expect(days(social.closing.median)).toBeLessThan(2);
  });

  test("says so in words, with n and period beside it", () => {
    expect(overview).toContain("7,5 тыс. сообщений");
    // As the news story has them in whole percents; the page tells tenths.
    const shares = [...overview.matchAll(/(\d+(?:,\d)?) % \p{Lu}/gu)]
      .slice(0, 5)
      .map(([, share = ""]) => Math.round(Number(share.replace(",", "."))));
    expect(shares).toEqual([45, 15, 13, 10, 17]);
    expect(overview).toMatch(/один[–—-]два дня/);
    expect(overview).toContain("1 ноября 2025");
    expect(overview).toContain("31 октября 2026");
  });

  test("every topic list of the region adds up to exactly 100", () => {
    for (const list of [region().topics, ...Object.values(region().topicsByChannel)]) {
      expect(list.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
    }
  });
});

describe("the agency that is fast on what it answers and silent on the rest", () => {
  const agencies = () => facts.subjects.filter((subject) => subject.dimension === "agency");
  const ranked = (pick: (measures: Measures) => number | null) => {
    const values = agencies().flatMap((subject) => {
      const measures = subject.periods.year.byChannel.social;
      const value = measures ? pick(measures) : null;
      return value === null ? [] : [{ code: subject.code, value }];
    });
    return values.sort((a, b) => a.value - b.value).map(({ code }) => code);
  };

  test.each([
    ["median time to first reply", (m: Measures) => days(m.firstReply.median)],
    ["upper quartile of time to first reply", (m: Measures) => days(m.firstReply.upperQuartile)],
    ["90th percentile of time to first reply", (m: Measures) => days(m.firstReply.ninetieth)],
    ["upper quartile of time to closing", (m: Measures) => days(m.closing.upperQuartile)],
    ["median time to closing", (m: Measures) => days(m.closing.median)],
    [
      "share answered in the norm",
      (m: Measures) => (m.answeredInNorm.state === "exact" ? -m.answeredInNorm.value : null),
    ],
    ["share closed in the norm", (m: Measures) => (m.closedInNorm.state === "exact" ? -m.closedInNorm.value : null)],
  ])("is not first by %s", (_name, pick) => {
    const order = ranked(pick);
    expect(order).toContain(silentAgency);
    expect(order[0]).not.toBe(silentAgency);
  });

  test("is the most silent of all", () => {
    expect(ranked((m) => (m.silent.state === "exact" ? -m.silent.value : null))[0]).toBe(silentAgency);
  });
});
