import { describe, expect, test } from "vitest";
import { TakedownMemory, type Compared } from "../../src/privacy/takedown/takedownMemory.ts";

const words = Array.from(
  { length: 60 },
  (_, index) => `слово${String.fromCharCode(1072 + (index % 30), 1072 + Math.floor(index / 30))}`,
);
const appeal = (text: string, changes: Partial<Compared> = {}): Compared => ({
  source: "a",
  id: "1",
  channel: "letter",
  topic: "t",
  place: "p",
  agency: "g",
  text,
  reply: "",
  received: { day: 20_000, instant: null },
  ...changes,
});
const other = (text: string, day = 20_050): Compared => appeal(text, { id: "2", received: { day, instant: null } });
const key = "0".repeat(64);
const knows = (...texts: string[]) => {
  const none = new TakedownMemory([], key, null);
  return new TakedownMemory(
    texts.map((text, index) => none.remember(`down${index}`, appeal(text, { id: `n${index}` }))!),
    key,
    null,
  );
};
const without = (every: number) => words.map((word, index) => (index % every === 0 ? "иначе" : word)).join(" ");

describe("a text is nearly that of an appeal that was taken down", () => {
  test.each([
    ["every twentieth word another", without(20), true],
    ["every tenth word another", without(10), true],
    ["every third word another", without(3), false],
    ["the first half of it", words.slice(0, 30).join(" "), true],
    ["with as much again behind it", [...words, ...words.map((word) => `${word}о`)].join(" ").slice(0, 620), true],
    ["the same words in another order", [...words].sort().reverse().join(" "), false],
  ])("%s", (_, text, alike) => {
    const likeness = knows(words.join(" ")).likenessOf(other(text));
    expect(likeness).toEqual(alike ? { of: "down0", how: "alike" } : null);
  });

  test("the one it is most like is not needed: any will do, whatever number of others is remembered", () => {
    const texts = Array.from({ length: 50 }, (_, index) =>
      words.map((word) => `${word}${String.fromCharCode(1072 + (index % 32))}${index > 31 ? "я" : ""}`).join(" "),
    );
    const memory = knows(...texts, words.join(" "));
    expect(memory.likenessOf(other(without(20)))).toEqual({ of: "down50", how: "alike" });
    expect(
      memory.likenessOf(
        other(
          "совсем другое обращение о том что во дворе темно и фонари не горят второй месяц подряд ни днём ни ночью",
        ),
      ),
    ).toBeNull();
  });

  test("a greeting, or three words, are nobody's; a few more on the same day are", () => {
    expect(knows("Спасибо за ответ").likenessOf(other("Спасибо за ответ"))).toBeNull();
    expect(knows("Спасибо за ответ").likenessOf(other("Спасибо за ответ!", 20_000))).toEqual({
      of: "down0",
      how: "alike",
    });
    expect(knows("Когда включат тепло").likenessOf(other("когда включат тепло"))).toBeNull();
    expect(knows("Когда же включат тепло").likenessOf(other("когда же включат тепло"))).toEqual({
      of: "down0",
      how: "short",
    });
  });
});

test("a reply that repeats most of a text is known by the sample, in however many words of its own", () => {
  const own = Array.from(
    { length: 400 },
    (_, index) => `иное${String.fromCharCode(1072 + (index % 30), 1072 + Math.floor(index / 30))}`,
  );
  const memory = knows(words.join(" "));
  expect(memory.isQuotedIn([...own.slice(0, 200), ...words, ...own.slice(200)].join(" "))).toBe(true);
  expect(memory.isQuotedIn([...own.slice(0, 200), ...words.slice(0, 12), ...own.slice(200)].join(" "))).toBe(false);
  expect(memory.isQuotedIn(own.join(" "))).toBe(false);
});
