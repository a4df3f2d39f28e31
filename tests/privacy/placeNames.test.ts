import { describe, expect, test } from "vitest";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { stem } from "../../src/privacy/names/stem.ts";
import { learnPlaceNames, placeNamesFrom, withPortalNames } from "../../src/privacy/placeNames.ts";

const corpus = ["На улице Дериглазова темно.", "ул. Дериглазова, 5", "Остановка Ситникова без павильона", "По адресу: Ситникова, 14 нет воды", "Яма у Верещагина 7", "Верещагина, 12 крыша течёт", "С уважением, Тарасов"];

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
  const text = "Добрый день! Прошу разобраться, почему в доме по адресу: Кречетникова, 14 третий месяц нет отопления, управляющая компания молчит.";
  test.each([
    ["by a text that is sent twice", [text, text]],
    ["with other spaces, capitals and stops", [text, text.replace("Добрый день!", "ДОБРЫЙ  ДЕНЬ").replace(", управляющая", ". управляющая")]],
    ["with another greeting and another number", [text, text.replace("Добрый день!", "Здравствуйте, уважаемая редакция.").replace("14", "15")]],
    ["with a sentence before and one after", [text, `Пишу второй раз, ответа не было. ${text} Жду письма и звонка до конца недели.`]],
    ["by naming it often in one text", [`${text} На улице Кречетникова темно. Остановка Кречетникова без крыши.`]],
    ["by one sentence in texts that have nothing else in common", ["Снег. Прошу вывезти мусор с улицы Кречетникова до пятницы. Фонари погасли во дворе школы.", "Вода. Прошу вывезти мусор с улицы Кречетникова до пятницы. Автобус сорок пять опять опоздал утром."]],
    ["by texts of nothing else", ["ул. Кречетникова", "улица Кречетникова", "ул. Кречетникова, 5"]],
  ])("%s", (_how, texts) => {
    expect(learnPlaceNames(texts).has(stem("Кречетникова"))).toBe(false);
  });

  test("and a street that two people write about is learned", () => {
    expect(learnPlaceNames([text, "Фонари на улице Кречетникова погасли вечером, детям страшно идти из школы"]).has(stem("Кречетникова"))).toBe(true);
  });
});

test("the portal's own names of places and agencies are no surnames", () => {
  const context = createDetectionContext({ placeNames: withPortalNames(learnPlaceNames([]), ["город Великояр"]) });
  expect(detect("Документы в школу в Великояре приняли", createDetectionContext({})).map((span) => span.class)).toEqual(["name"]);
  expect(detect("Документы в школу в Великояре приняли", context)).toEqual([]);
});
