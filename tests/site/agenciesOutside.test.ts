import { expect, test } from "vitest";
import { agenciesOutside } from "../../src/site/agenciesOutside.ts";
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
