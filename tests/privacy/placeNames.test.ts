import { describe, expect, test } from "vitest";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { stem } from "../../src/privacy/names/stem.ts";
import {
  learnPlaceNames,
  placeNamesFrom,
  textsOfUnknownAuthors,
  withPortalNames,
} from "../../src/privacy/placeNames.ts";

const corpus = [
  "На улице Дериглазова темно.",
  "ул. Дериглазова, 5",
  "Остановка Ситникова без павильона",
  "По адресу: Ситникова, 14 нет воды",
  "Яма у Верещагина 7",
  "Верещагина, 12 крыша течёт",
  "С уважением, Тарасов",
];

describe("Place names learned from the corpus", () => {
  test("are words beside a street word or before a house number", () => {
    const learned = learnPlaceNames(corpus);
    for (const name of ["Дериглазова", "Ситникова", "Верещагина"]) expect(learned.has(stem(name))).toBe(true);
    expect(learned.has(stem("Тарасов"))).toBe(false);
  });

  test("drop a doubtful lone surname and keep a full name", () => {
    const text = "Гуляли возле Дериглазова. Писала Дериглазова Анна Петровна.";
    const before = detect(text, createDetectionContext());
    const after = detect(text, createDetectionContext({ placeNames: learnPlaceNames(corpus) }));
    expect(before.map((span) => text.slice(span.start, span.end))).toContain("Дериглазова");
    expect(after.map((span) => text.slice(span.start, span.end))).toContain("Дериглазова Анна Петровна");
  });

  test("do not count a word met once, nor an age", () => {
    const learned = learnPlaceNames(["ул. Тихонова", "Петрову 35 лет", "Петрову 36 лет"]);
    expect(learned.stems).toEqual([]);
  });

  test("survive being kept as a list", () => {
    const learned = learnPlaceNames(corpus);
    expect(placeNamesFrom(JSON.parse(JSON.stringify(learned.stems)) as string[]).stems).toEqual(learned.stems);
  });
});

describe("A resident's surname does not become a street", () => {
  const text =
    "Добрый день! Прошу разобраться, почему в доме по адресу: Кречетникова, 14 третий месяц нет отопления, управляющая компания молчит.";
  test.each([
    ["by a text that is sent twice", [text, text]],
    [
      "with other spaces, capitals and stops",
      [text, text.replace("Добрый день!", "ДОБРЫЙ  ДЕНЬ").replace(", управляющая", ". управляющая")],
    ],
    [
      "with another greeting and another number",
      [text, text.replace("Добрый день!", "Здравствуйте, уважаемая редакция.").replace("14", "15")],
    ],
    [
      "with a sentence before and one after",
      [text, `Пишу второй раз, ответа не было. ${text} Жду письма и звонка до конца недели.`],
    ],
    ["by naming it often in one text", [`${text} На улице Кречетникова темно. Остановка Кречетникова без крыши.`]],
    [
      "by one sentence in texts that have nothing else in common",
      [
        "Снег. Прошу вывезти мусор с улицы Кречетникова до пятницы. Фонари погасли во дворе школы.",
        "Вода. Прошу вывезти мусор с улицы Кречетникова до пятницы. Автобус сорок пять опять опоздал утром.",
      ],
    ],
    ["by texts of nothing else", ["ул. Кречетникова", "улица Кречетникова", "ул. Кречетникова, 5"]],
  ])("%s", (_how, texts) => {
    expect(learnPlaceNames(texts).has(stem("Кречетникова"))).toBe(false);
  });

  test("and a street that two people write about is learned", () => {
    expect(
      learnPlaceNames([text, "Фонари на улице Кречетникова погасли вечером, детям страшно идти из школы"]).has(
        stem("Кречетникова"),
      ),
    ).toBe(true);
  });
});

describe("Where nobody knows who wrote the texts, one resident does not make a street", () => {
  const texts = [
    "Прошу разобраться, почему по адресу: Кречетникова, 14 третий месяц нет отопления, управляющая компания молчит.",
    "Собаки бегают стаями возле школы, дети боятся ходить. Отловите их, пожалуйста. Улица Кречетникова, остановка автобуса.",
    "Когда починят фонари? Вечером возле Кречетникова 14 ничего не видно, пенсионеры падают на льду.",
    "Мусор вывозят раз в неделю, баки переполнены, запах ужасный. Пришлите машину на ул. Кречетникова.",
  ];
  const learns = (corpus: readonly string[]) =>
    learnPlaceNames(corpus, textsOfUnknownAuthors).has(stem("Кречетникова"));

  test("by two or three texts that have nothing in common", () => {
    expect(learns(texts.slice(0, 2))).toBe(false);
    expect(learns(texts.slice(0, 3))).toBe(false);
    expect(learns([...texts.slice(0, 3), ...texts.slice(0, 3)])).toBe(false);
    expect(learns(texts)).toBe(true);
  });

  test.each([
    "С уважением, Кречетников",
    "С уважением, А. П. Кречетникова",
    "Кречетникова А. П., пенсионерка",
    "Заявитель: Анна Кречетникова",
    "Пишет Кречетникова Анна Петровна",
  ])("by any number of texts under a name: %s", (name) => {
    expect(learns(texts.map((text) => `${text}\n${name}`))).toBe(false);
  });

  test("where others speak of a person of that name as often", () => {
    const about = [
      "Хам этот Кречетников А. П., примите меры.",
      "Мастер Кречетников Артём Павлович не пришёл.",
      "Жалоба: Кречетников А. П. шумит.",
      "Спасибо, Кречетников А. П. помог.",
    ];
    expect(learns([...texts, ...about.slice(0, 3)])).toBe(true);
    expect(learns([...texts, ...about])).toBe(false);
  });
});

test("the portal's own names of places and agencies are no surnames", () => {
  const context = createDetectionContext({ placeNames: withPortalNames(learnPlaceNames([]), ["город Великояр"]) });
  expect(detect("Меня Великояр встретил дождём", createDetectionContext({})).map((span) => span.class)).toEqual([
    "name",
  ]);
  expect(detect("Меня Великояр встретил дождём", context)).toEqual([]);
});
