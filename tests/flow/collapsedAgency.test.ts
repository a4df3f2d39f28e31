import { expect, test } from "vitest";
import type { Facts, Subject } from "../../src/model/facts.ts";
import { isoDateOfDay } from "../../src/model/moment.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { headlineText } from "../../src/words/headline.ts";
import { standingText } from "../../src/words/standing.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { factsOf, settings } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, firstReply: replied, agency: agency }\n";
const norms = 'norms:\n  - { channel: letter, event: first-reply, amount: 10, unit: days, basis: "порядок" }\n';
const months = [
  "2025-11",
  "2025-12",
  "2026-01",
  "2026-02",
  "2026-03",
  "2026-04",
  "2026-05",
  "2026-06",
  "2026-07",
  "2026-08",
  "2026-09",
  "2026-10",
];
const steady = [62, 60, 63, 61, 59, 62, 60, 61, 63, 60, 62, 61];
const collapsing = [98, 96, 93, 88, 80, 70, 60, 50, 42, 35, 30, 26];

interface Shape {
  /** Per cent answered in time, by month. */
  shares: number[];
  /** Appeals a month, by month or always. */
  received?: number | number[];
}

/** A portal of agencies by name, exported three weeks after the last of their months. */
async function portalOf(agencies: Record<string, Shape>): Promise<Facts> {
  const rows: string[] = [];
  for (const [agency, { shares, received = 100 }] of Object.entries(agencies)) {
    months.forEach((month, at) => {
      const count = typeof received === "number" ? received : received[at]!;
      for (let n = 0; n < count; n++) {
        const day = Date.parse(`${month}-01T00:00:00Z`) / 864e5 + (n % 26);
        const inTime = n * 100 < shares[at]! * count;
        rows.push(`${rows.length + 1},${isoDateOfDay(day)},${isoDateOfDay(day + (inTime ? 4 : 24))},${agency}`);
      }
    });
  }
  // The exports go on, so that the last month is a whole one.
  for (let n = 0; n < 100; n++)
    rows.push(`${rows.length + 1},2026-11-${String((n % 20) + 1).padStart(2, "0")},,Вторая`);
  return withRepeats(
    await factsOf(
      source,
      { "2026-11-20/a.csv": ["id,received,replied,agency", ...rows].join("\n") },
      { "portal.yaml": settings.replace(/norms:\n.*\n/, norms) },
    ),
  );
}

const others = Object.fromEntries(
  ["Вторая", "Третья", "Четвёртая", "Пятая", "Шестая"].map((name) => [name, { shares: steady }]),
);

function told(facts: Facts, name: string, language: "ru" | "en" = "ru") {
  const { code } = facts.vocabulary.agencies.find((agency) => agency.name === name)!;
  const subject: Subject = findSubject(facts, "agency", code)!;
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, " ");
  const charts = subjectCharts(createTelling(facts, language), subject);
  const { sentence, evidence } = headlineText(createTelling(facts, language), subject);
  return {
    sentence: plain(sentence),
    evidence: plain(evidence),
    standing: plain(standingText(createTelling(facts, language), subject) ?? ""),
    funnel: plain(charts.standing?.title ?? ""),
    inNorm: plain(charts.inNorm?.subtitle ?? ""),
    received: plain(charts.received?.subtitle ?? ""),
  };
}

test("an agency that collapses within the year is told so where its year alone would be ordinary", async () => {
  const facts = await portalOf({ ...others, Первая: { shares: collapsing } });
  const page = told(facts, "Первая");
  // The chart of months flags it, and so do the headline and the comparison.
  expect(page.inNorm).toContain("Обычный уровень за это время сдвинулся");
  const fell = "Доля ответов в срок упала: была 98 % (ноябрь 2025), стала 26 % (октябрь 2026).";
  expect(page.sentence).toContain(fell);
  expect(page.standing).toContain("укладывается в обычный разброс");
  expect(page.standing).toContain(`${fell} О нынешнем положении доля за весь период не говорит.`);
  expect(page.funnel).toBe("За весь период в срок ответили на 64 %, но по месяцам доля сильно менялась");
  expect(told(facts, "Первая", "en").sentence).toContain(
    "The share answered in time fell from 98% (November 2025) to 26% (October 2026).",
  );
  // A steady one beside it is not.
  const calm = told(facts, "Вторая");
  expect([calm.sentence, calm.standing, calm.inNorm, calm.funnel].join(" ")).not.toMatch(
    /упала|выросла|менялась|сдвинулся|Необычно/u,
  );
});

test("one that recovers, and one that falls and rises, are told by the way they went", async () => {
  const facts = await portalOf({
    ...others,
    Первая: { shares: [...collapsing].reverse() },
    Седьмая: { shares: [97, 97, 96, 95, 30, 28, 27, 30, 31, 96, 97, 98] },
  });
  expect(told(facts, "Первая").sentence).toContain(
    "Доля ответов в срок выросла: была 26 % (ноябрь 2025), стала 98 % (октябрь 2026).",
  );
  expect(told(facts, "Седьмая").sentence).toContain(
    "По месяцам доля ответов в срок сильно менялась: 27 % (май 2026), 98 % (октябрь 2026).",
  );
});

test("most months cannot be unusually few: then both levels are told, in the chart and beside the headline, and that it may be the season", async () => {
  const facts = await portalOf({
    ...others,
    Первая: { shares: steady, received: [1000, 1002, 1001, 40, 41, 40, 41, 40, 39, 40, 41, 40] },
  });
  const page = told(facts, "Первая");
  expect(page.received).toMatch(
    /поступало в среднем 1 001 обращение в месяц, .*; разница может быть и от времени года/u,
  );
  expect(page.received).not.toContain("сдвинулся");
  expect(page.received).not.toContain("Необычно мало");
  expect(page.evidence).toContain("число обращений менялось по месяцам от 1 002 (декабрь 2025) до 39 (июль 2026)");
});

test("nothing is flagged of fewer appeals than the settings compare", async () => {
  const facts = await portalOf({
    ...others,
    Первая: { shares: collapsing, received: 20 },
    Седьмая: { shares: [60, 60, 60, 60, 60, 0, 60, 60, 60, 60, 60, 60], received: 25 },
  });
  for (const name of ["Первая", "Седьмая"]) {
    const { sentence, inNorm, received } = told(facts, name);
    expect([sentence, inNorm, received].join(" ")).not.toMatch(/упала|менялась|сдвинулся|Необычно/u);
  }
});
