import { expect, test } from "vitest";
import { surveyAppeals } from "../../src/flow/surveyAppeals.ts";
import type { Appeal } from "../../src/model/appeal.ts";
import { stem } from "../../src/privacy/names/stem.ts";

const texts = [
  "Прошу разобраться, почему по адресу: Кречетникова, 14 третий месяц нет отопления, управляющая компания молчит.",
  "Собаки бегают стаями возле школы, дети боятся ходить. Отловите их, пожалуйста. Улица Кречетникова, остановка автобуса.",
  "Когда починят фонари? Вечером возле Кречетникова 14 ничего не видно, пенсионеры падают на льду.",
  "Мусор вывозят раз в неделю, баки переполнены, запах ужасный. Пришлите машину на ул. Кречетникова.",
];
const storeOf = (written: readonly string[]) => ({
  async *appeals() {
    await Promise.resolve();
    yield written.map(
      (text, row) =>
        ({
          source: "s",
          id: String(row),
          topic: "",
          place: "",
          agency: "",
          channel: "letter",
          received: { day: 20_000, instant: null },
          text,
          reply: "",
        }) as unknown as Appeal,
    );
  },
});
const learns = async (written: readonly string[]) => {
  const nothing = {
    down: new Map(),
    likenessOf: () => null,
    quotedIn: () => [],
    remembered: 0,
    findings: [],
    told: [],
  };
  return (await surveyAppeals(storeOf(written), nothing, (source, id) => `${source}-${id}`, true)).placeNames.has(
    stem("Кречетникова"),
  );
};

test("no export tells who wrote a text, so that two texts do not make a surname a street and four do", async () => {
  expect(await learns(texts.slice(0, 2))).toBe(false);
  expect(await learns(texts.slice(1, 3))).toBe(false);
  expect(await learns(texts)).toBe(true);
});
