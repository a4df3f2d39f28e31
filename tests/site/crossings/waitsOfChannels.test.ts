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

test("who has waited three days reads how much longer, by what is known here, else in the whole region; and where the rest is", () => {
  const telling = createTelling(facts, "ru");
  const here = aheadOf(telling, "heating", slice);
  expect(here?.href).toBe("#remaining");
  expect(plain(here!.sentence!)).toBe(
    "Ждёте уже 3 дня? В социальных сетях и за следующие 57 дней ответили меньше чем половине.",
  );
  const few = { ...slice, measures: letter, byChannel: { letter } };
  const all = aheadOf(telling, "heating", few);
  expect(all?.href).toMatch(/\/topics\/heating\/#remaining$/);
  expect(plain(all!.sentence!)).toBe(
    "Ждёте уже 3 дня? В Китежском крае в социальных сетях половине ответили ещё за 2 дня; в письмах — за 13 дней.",
  );
  expect(aheadOf(telling, "heating", null)).toEqual(all);
  expect(plain(aheadOf(createTelling(facts, "en"), "heating", null)!.sentence!)).toMatch(
    /^Waiting for 3 days already\? В Китежском крае on social networks half got a reply within 2 days more; by letter within 13 days\.$/,
  );
  expect(aheadOf(telling, "unknown-topic", null)).toBeNull();
});

test("of waits that few have, it is said how few, those who wait already stand before who has just written", () => {
  const [list] = remainingLists(createTelling(facts, "ru"), region);
  expect(list!.waited.map(plain)).toEqual([
    "Если ждёте уже 3 дня (так долго ждали 1 467 из 7 562): половина дождалась первого ответа не позже чем ещё через 2 дня, трое из четверых — через 4 дня; не дождались и за следующие 57 дней — 15 из 100.",
    "Если ждёте уже 7 дней (так долго ждали 343 из 7 562): первого ответа не дождались и за следующие 53 дня — 66 из 100.",
  ]);
  expect([list!.lead, list!.fresh, list!.counted].map((text) => plain(text!))).toEqual([
    "Первый ответ в социальных сетях:",
    "Если вы написали только что: половина дожидается первого ответа за 1 день 5 часов, девять из десяти — за 4 дня 10 часов.",
    "По 7 562 обращениям, вместе с теми, кто ещё ждёт.",
  ]);
});

test("a share of few is told by its numbers in the table of channels", () => {
  const [, row] = channelRows(createTelling(facts, "ru"), slice);
  expect(plain(row!.inNorm.text)).toMatch(/^\d+ из 12$/);
});

test("a forecast says that those left without a reply by law are counted in it", () => {
  const left = structuredClone(region);
  for (const measures of Object.values(left.byChannel)) measures.leftByLaw = { state: "exact", value: 6 };
  expect(plain(remainingLists(createTelling(facts, "ru"), left)[0]!.counted)).toContain(
    "; оставлены без ответа по закону — 6, выше они среди тех, кто не дождался.",
  );
});
