import { expect, test } from "vitest";
import { aheadOf } from "../../../src/site/crossings/aheadOf.ts";
import { waitsOfChannels } from "../../../src/site/crossings/waitsOfChannels.ts";
import { channelRows } from "../../../src/site/channelRows.ts";
import { remainingLists } from "../../../src/site/remainingRows.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts, measuresOf } from "../../words/exampleFacts.ts";

const facts = exampleFacts();
const plain = (text: string): string => text.replace(/\u00a0|\u202f/g, " ");
const region = facts.subjects[0]!.periods.year;
const social = measuresOf({ received: 80, median: 0.5, ceiling: 0.9, precision: "minute" }, ["social"]);
const letter = measuresOf({ received: 12, median: 21, ceiling: 0.9, precision: "day" }, ["letter"]);
const two = {
  ...region,
  measures: { ...region.measures, channels: ["social", "letter"] as const },
  byChannel: { social, letter },
};
const slice = structuredClone(two) as unknown as typeof region;

test("the waits of every channel stand in a sentence, and those for an answer in substance in another", () => {
  const { first, substance } = waitsOfChannels(createTelling(facts, "ru"), slice);
  expect([plain(first!), plain(substance!)]).toEqual([
    "Первый ответ половина получает: в социальных сетях — за 14 часов; в письмах — за 24,5 дня.",
    "По существу: в социальных сетях — за 20 часов; в письмах — за 34,5 дня.",
  ]);
  expect(plain(waitsOfChannels(createTelling(facts, "en"), slice).first!)).toBe(
    "Half get a first reply: on social networks within 14 hours; by letter within 24.5 days.",
  );
});

test("of an only channel the headline is not repeated, and what is not reached is told as such", () => {
  const one = { ...slice, measures: social, byChannel: { social } };
  const { first, substance } = waitsOfChannels(createTelling(facts, "ru"), one);
  expect(first).toBeNull();
  expect(plain(substance!)).toBe("Ответ по существу половина получает: в социальных сетях — за 20 часов.");
  const never = structuredClone(slice);
  never.byChannel.letter!.firstReply.median = { state: "not-reached", beyond: 30, low: null };
  expect(plain(waitsOfChannels(createTelling(facts, "ru"), never).first!)).toContain(
    "в письмах за 30 дней — меньше половины",
  );
});

test("who waits already is led to the page that knows: this one, else that of the topic", () => {
  const telling = createTelling(facts, "ru");
  const lists = remainingLists(telling, region);
  expect(lists[0]!.sentences.length).toBeGreaterThan(1);
  expect(plain(lists[0]!.sentences[1]!)).toMatch(/^Если ждёте уже 3 дня \(так долго (ждут|ждёт) .*из 100\): /u);
  expect(aheadOf(telling, "heating", lists)?.href).toBe("#remaining");
  expect(aheadOf(telling, "heating", [])?.href).toMatch(/\/topics\/heating\/#remaining$/);
  expect(aheadOf(telling, "unknown-topic", [])).toBeNull();
});

test("a share of few is told by its numbers in the table of channels", () => {
  const [, row] = channelRows(createTelling(facts, "ru"), slice);
  expect(plain(row!.inNorm.text)).toMatch(/^\d+ из 12$/);
});

test("a forecast says that those left without a reply by law are counted in it", () => {
  const left = structuredClone(region);
  for (const measures of Object.values(left.byChannel)) measures.leftByLaw = { state: "exact", value: 6 };
  expect(plain(remainingLists(createTelling(facts, "ru"), left)[0]!.lead)).toContain(
    "В счёте и оставленные без ответа по закону: 6.",
  );
});
