import { describe, expect, test } from "vitest";
import { createVoice } from "../../src/words/language.ts";
import type { Noun } from "../../src/words/translate.ts";

const { counted } = createVoice("ru");
const plain = (text: string): string => text.replace(/\u00a0/gu, " ");

/** noun → the forms after 1, 2, 5, 11, 21, 22, 101, 112 */
const table: [Noun, string[]][] = [
  ["appeal", ["обращение", "обращения", "обращений", "обращений", "обращение", "обращения", "обращение", "обращений"]],
  [
    "appeal.genitive",
    ["обращения", "обращений", "обращений", "обращений", "обращения", "обращений", "обращения", "обращений"],
  ],
  [
    "appeal.dative",
    ["обращению", "обращениям", "обращениям", "обращениям", "обращению", "обращениям", "обращению", "обращениям"],
  ],
  [
    "appeal.prepositional",
    ["обращении", "обращениях", "обращениях", "обращениях", "обращении", "обращениях", "обращении", "обращениях"],
  ],
  ["message", ["сообщение", "сообщения", "сообщений", "сообщений", "сообщение", "сообщения", "сообщение", "сообщений"]],
  ["day", ["день", "дня", "дней", "дней", "день", "дня", "день", "дней"]],
  ["day.genitive", ["дня", "дней", "дней", "дней", "дня", "дней", "дня", "дней"]],
  ["hour", ["час", "часа", "часов", "часов", "час", "часа", "час", "часов"]],
  ["minute", ["минута", "минуты", "минут", "минут", "минута", "минуты", "минута", "минут"]],
  ["minute.accusative", ["минуту", "минуты", "минут", "минут", "минуту", "минуты", "минуту", "минут"]],
  ["agency", ["ведомство", "ведомства", "ведомств", "ведомств", "ведомство", "ведомства", "ведомство", "ведомств"]],
  [
    "place",
    [
      "муниципалитет",
      "муниципалитета",
      "муниципалитетов",
      "муниципалитетов",
      "муниципалитет",
      "муниципалитета",
      "муниципалитет",
      "муниципалитетов",
    ],
  ],
  ["topic", ["тема", "темы", "тем", "тем", "тема", "темы", "тема", "тем"]],
  ["mark.genitive", ["оценки", "оценок", "оценок", "оценок", "оценки", "оценок", "оценки", "оценок"]],
];

describe.each(table)("%s", (noun, forms) => {
  test("takes the right form after every kind of number", () => {
    const numbers = [1, 2, 5, 11, 21, 22, 101, 112];
    expect(numbers.map((number) => plain(counted(number, noun)))).toEqual(
      numbers.map((number, index) => `${number} ${forms[index]}`),
    );
  });
});

test("a number never parts from its noun at the end of a line", () => {
  expect(counted(7543, "appeal")).toBe("7\u00a0543\u00a0обращения");
});

test("English knows one and many", () => {
  const english = createVoice("en");
  expect([1, 2, 21].map((number) => plain(english.counted(number, "day")))).toEqual(["1 day", "2 days", "21 days"]);
});
