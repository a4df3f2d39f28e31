import { expect, test } from "vitest";
import type { Editions } from "../../../src/model/editions.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { regionOf } from "../../../src/model/subjectsOfFacts.ts";
import { kitAsText } from "../../../src/words/press/kitAsText.ts";
import { pressKit } from "../../../src/words/press/pressKit.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

function textOf(facts: Facts): string {
  const telling = createTelling(facts);
  const editions = { editions: [], revisions: [] } as unknown as Editions;
  return kitAsText(pressKit(telling, regionOf(facts), editions, []), telling).replaceAll("\u00a0", " ");
}

test("a kit speaks of open appeals and long cases only where an export tells how appeals end", () => {
  expect(textOf(exampleFacts())).toMatch(
    /не закрыто[^]*закрывают за[^]*Открытые обращения в этом счёте[^]*Долгие случаи/u,
  );
  const facts = structuredClone(exampleFacts());
  for (const { measures } of Object.values(regionOf(facts).periods))
    measures.closed = measures.open = { state: "missing", reason: "not-recorded" };
  const text = textOf(facts);
  expect(text).not.toMatch(/открыт|закрыт|Долгие случаи/iu);
  expect(text).toContain("Обращения, на которые ещё не ответили, в этом счёте тоже есть");
});
