import { expect, test } from "vitest";
import { toldAdvice } from "../../src/site/toldAdvice.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const paragraph = (text: string) => [{ kind: "paragraph" as const, text }];

test("advice for the time after the deadline stands where that begins, with the deadline; a channel without one has none", () => {
  const facts = exampleFacts();
  const norm = { event: "first-reply" as const, basis: "Порядок" };
  const telling = createTelling({
    ...facts,
    norms: [
      { ...norm, channel: "social", amount: 24, unit: "hours" },
      { ...norm, channel: "portal", amount: 10, unit: "days" },
      { ...norm, channel: "portal", event: "closing", amount: 3, unit: "days" },
    ],
  });
  const advice = toldAdvice(telling, {
    title: "Если молчат",
    lead: [],
    sources: [],
    advice: [
      { channels: ["social", "portal", "phone", "letter"], from: 9, blocks: paragraph("девять") },
      { channels: ["social", "portal", "phone", "letter"], from: 0, blocks: paragraph("сразу") },
      { channels: ["social", "portal", "phone", "letter"], from: 0, afterNorm: true, blocks: paragraph("поздно") },
    ],
  });
  const told = advice.map(({ channels, steps }) => [channels, steps.map(({ when }) => when.replace(/\u00a0/g, " "))]);
  expect(told).toEqual([
    [["social"], ["Сразу", "Когда прошёл срок (24 часа)", "Если ждёте 9 дней и больше"]],
    [
      ["letter", "phone"],
      ["Сразу", "Если ждёте 9 дней и больше"],
    ],
    [["portal"], ["Сразу", "Если ждёте 9 дней и больше", "Когда прошёл срок (10 дней)"]],
  ]);
});
