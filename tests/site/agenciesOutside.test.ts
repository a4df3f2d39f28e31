import { expect, test } from "vitest";
import { agenciesOutside } from "../../src/site/agenciesOutside.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { exactShare } from "../../src/measure/figure.ts";
import { headlineOf } from "../../src/model/headlineChoice.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const plain = (text: string): string => text.replace(/\u00a0|\u202f/g, " ");

test("a level that moved is told by the means of both parts: their ranges may overlap", () => {
  const facts = structuredClone(exampleFacts());
  const agency = findSubject(facts, "agency", "fast")!;
  const [month] = agency.months;
  agency.months = [104, 67, 90, 88, 60, 98, 59, 61].map((received, at) => ({
    ...month!,
    month: `2026-0${String(at + 1)}`,
    complete: true,
    received: { state: "exact" as const, value: received },
    usualReceived: { low: 50, high: 110, shifted: true as const },
    usual: null,
  }));
  const told = (language: "ru" | "en") => plain(agenciesOutside(createTelling(facts, language))[0]!.told[0]!);
  expect(told("ru")).toBe("обращений стало меньше: в месяц в среднем 70 (май 2026 — август 2026), раньше в среднем 87");
  expect(told("en")).toBe("fewer appeals a month: 70 on average (May 2026 to August 2026), 87 on average before");
});

test("a level that may have moved with the season is no news of an agency, and its chart says that it may be the season", () => {
  const facts = structuredClone(exampleFacts());
  const agency = findSubject(facts, "agency", "fast")!;
  const [month] = agency.months;
  agency.months = [104, 97, 90, 98, 60, 58, 59, 61].map((received, at) => ({
    ...month!,
    month: `2026-0${String(at + 1)}`,
    complete: true,
    received: { state: "exact" as const, value: received },
    usualReceived: { low: 50, high: 110, outside: "below" as const, seasonal: true as const },
    usual: null,
  }));
  const telling = createTelling(facts, "ru");
  expect(agenciesOutside(telling).filter(({ href }) => href.includes("fast"))).toEqual([]);
  expect(plain(subjectCharts(telling, agency).received!.subtitle)).toMatch(
    /С января 2026 года по апрель 2026 года поступало в среднем 97 обращений в месяц, с мая 2026 года — в среднем 60 обращений; разница может быть и от времени года/u,
  );
});

test("a share that moved is that of the chart on the agency's page, of one channel, which is named", () => {
  const facts = structuredClone(exampleFacts());
  const agency = findSubject(facts, "agency", "fast")!;
  const channel = headlineOf(facts, agency.periods.year)!.channel;
  const [month] = agency.monthsByChannel[channel]!;
  const monthsOf = (wholes: number[]) =>
    [0.98, 0.86, 1, 0.95, 0.18, 0.63, 0.2, 0.3].map((share, at) => ({
      ...month!,
      month: `2026-0${String(at + 1)}`,
      complete: true,
      answeredInNorm: exactShare(Math.round(share * wholes[at % wholes.length]!), wholes[at % wholes.length]!),
      usualReceived: null,
      usual: { low: 0.4, high: 0.9, shifted: true as const },
    }));
  agency.monthsByChannel[channel] = monthsOf([100, 10]);
  agency.months = monthsOf([1000]);
  const telling = createTelling(facts, "ru");
  const [told] = agenciesOutside(telling).find(({ href }) => href.includes("fast"))!.told;
  expect(plain(told!)).toBe(
    "в социальных сетях в срок отвечают реже: по месяцам 18–60 % (май 2026 — август 2026), раньше 90–100 %",
  );
  expect(plain(subjectCharts(telling, agency).inNorm!.subtitle)).toContain(
    "отвечали, смотря по месяцу, на 90–100 % обращений, с мая 2026 года — на 18–60 %",
  );
});
