import { expect, test } from "vitest";
import type { Editions } from "../../../src/model/editions.ts";
import { findSubject } from "../../../src/model/subjectsOfFacts.ts";
import { pressKit } from "../../../src/words/press/pressKit.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

const facts = exampleFacts();
const kitOf = (code: string) =>
  pressKit(
    createTelling(facts),
    findSubject(facts, "agency", code)!,
    { editions: [], revisions: [] } as unknown as Editions,
    [],
  );

test("whoever takes the figures of an agency away takes its newest words along, with their date", () => {
  const own = kitOf("fast").long.at(-1)!;
  expect(own.title.replaceAll("\u00a0", " ")).toBe("Что говорит само ведомство");
  expect(own.sentences.map((sentence) => sentence.replaceAll("\u00a0", " "))).toEqual([
    "Пояснение от 20 июня 2026 года:",
    "С июня отвечаем иначе.",
    "Образцы ответов переписаны.",
  ]);
  expect(kitOf("silent").long.map(({ title }) => title)).not.toContain(own.title);
});
