import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import type { Norm } from "../../src/model/norm.ts";
import { headlineText } from "../../src/words/headline.ts";
import { normNotes, normRows } from "../../src/site/method.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** The example region under other norms; of its social appeals most are under the first, some under the second. */
function factsUnder(norms: Norm[], calendar: Facts["calendar"] = null): Facts {
  const facts = { ...exampleFacts(), norms, calendar };
  for (const { measures, byChannel } of facts.subjects.flatMap(({ periods: { year, all } }) => [year, all])) {
    for (const one of [measures, ...Object.values(byChannel)])
      one.norms = { firstReply: norms.map((_, i) => i), closing: [] };
  }
  return facts;
}
const evidence = (facts: Facts) =>
  plain(headlineText(createTelling(facts), findSubject(facts, "agency", "fast")!).evidence);
const chart = (facts: Facts) => subjectCharts(createTelling(facts), findSubject(facts, "agency", "fast")!).curve!;

const hours: Norm = { channel: "social", event: "first-reply", amount: 4, unit: "working-hours", basis: "порядок" };
const days: Norm = { channel: "social", event: "first-reply", amount: 3, unit: "days", basis: "порядок" };

describe("norms on pages", () => {
  test("are told as one where there is one, and marked on the curve", () => {
    const facts = factsUnder([days]);
    expect(evidence(facts)).toContain("срок — 3 дня");
    expect(chart(facts).marks).toMatchObject([{ at: 3 }]);
    expect(plain(chart(facts).title)).toMatch(/^В срок, за 3 дня/);
  });

  test("are told as several where there are several; the most frequent is marked", () => {
    const facts = factsUnder([days, hours]);
    expect(evidence(facts)).toContain("сроки разные, чаще всего — 3 дня");
    expect(plain(chart(facts).title)).toMatch(/^В свой срок первый ответ получают/);
    expect(chart(facts).marks).toMatchObject([{ at: 3 }]);
  });

  test("in working time are no point of the curve, and say that their calendar is provisional", () => {
    const facts = factsUnder([hours], {
      workingHours: ["09:00-18:00"],
      years: [
        { year: 2026, provisional: false, basis: ["постановление"] },
        { year: 2027, provisional: true, basis: [] },
      ],
    });
    expect(evidence(facts)).toContain("срок — 4 рабочих часа; производственный календарь (2027)");
    expect(chart(facts).marks).toEqual([]);
    expect(normNotes(createTelling(facts)).map(plain).slice(1)).toEqual([
      "Рабочие часы: 09:00–18:00. Выходные и праздники — по производственному календарю.",
      "2026 год: постановление.",
      "2027 год: постановления о переносе выходных ещё нет, известны только праздники по закону. Сроки, которые на него приходятся, предварительные.",
    ]);
  });

  test("stand on the method page with whom they are for and how they are counted", () => {
    const facts = factsUnder([
      {
        topic: "heating",
        regime: "59-ФЗ",
        from: "2026-10-01",
        until: "2027-04-30",
        event: "closing",
        amount: 10,
        unit: "working-days",
        start: "registered",
        extension: 5,
        basis: "закон",
      },
      { event: "closing", amount: 30, unit: "days", basis: "закон" },
    ]);
    expect(normRows(createTelling(facts)).map((row) => row.map(plain))).toEqual([
      [
        "59-ФЗ; тема «Отопление»; с 1 октября 2026 года; по 30 апреля 2027 года",
        "Закрытие",
        "10 рабочих дней, со дня регистрации, с продлением ещё на 5 рабочих дней",
        "закон",
      ],
      ["Все обращения", "Закрытие", "30 дней", "закон"],
    ]);
  });
});
