import { expect, test } from "vitest";
import { seenEarly } from "../../../src/words/press/seenEarly.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

test("whoever saw an edition before its day is named with that edition, and with no other", () => {
  const facts = exampleFacts();
  const told = (edition: string, names: string[], language: "ru" | "en" = "ru"): string | null => {
    const embargo = { edition, until: "2027-01-01", seenEarly: names };
    return seenEarly(createTelling({ ...facts, portal: { ...facts.portal, embargo } }, language));
  };
  const { date } = facts.edition;
  const who = ["Пресс-служба", "Редакция газеты"];
  expect(told(date, who)).toBe("Раньше публикации выпуск видели: Пресс-служба, Редакция газеты.");
  expect(told(date, who, "en")).toBe("Seen before publication by: Пресс-служба, Редакция газеты.");
  expect(told(date, [])).toBeNull();
  expect(told("2020-01-01", who)).toBeNull();
  expect(seenEarly(createTelling(facts))).toBeNull();
});
