import { expect, test } from "vitest";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { comesOutRight, hostileTexts } from "./hostileTexts.ts";

const context = createDetectionContext();

/** Known leaks and false masks; docs/privacy.md names each with its reason. */
const known = new Set([
  "лопухова п и не приняла",
  "8916 О12 ЗЗ 44",
  "8-916-***-45-67",
  "8-916-один-один-один-22-33",
  "ул. Мира 5 45",
  "ул. Луговая, 5\n45",
  "пом. 45 прописан я",
  "дверь 45",
  "квартира 45 кв.м 45",
  "кв 12 13",
  "https://youtu.be/AbCd1234xyz",
  "https://www.youtube.com/watch?v=AbCd1234xyz",
  "номер авто 123 (А...ВС)",
  "дипломатический 001 D 123 77",
  "Пруд Никон Саввич звонил",
  "Овсов .Н.С.",
  "ольга сорока из тсж",
  "Акт составил Лист, копию не дал",
  "Это всё Ёж, он там главный",
  "Вместо Дятла пришёл другой мастер",
  "Заяц Ольга Петровна принимает по записи",
  "в детском саду Анны Рыжиковой нет няни",
  "этаж 3 кв тридцать один",
  "Спортивная, 8, 19, пятый этаж, я там живу",
  "olgasport77@",
  "Бездомные собаки: Рекс и Жучка",
  "Наталья — хорошая река",
]);

test("Of the hostile texts only those leak that are known to", () => {
  const wrong = hostileTexts()
    .filter((hostile) => !comesOutRight(hostile, context))
    .map(({ text }) => text);
  expect(wrong.filter((text) => !known.has(text))).toEqual([]);
});

test("At least nineteen hostile texts of twenty come out right", () => {
  const texts = hostileTexts();
  expect(texts.filter((hostile) => comesOutRight(hostile, context)).length / texts.length).toBeGreaterThanOrEqual(0.95);
});
