import { expect, test } from "vitest";
import type { Editions } from "../../../src/model/editions.ts";
import { regionOf } from "../../../src/model/subjectsOfFacts.ts";
import { kitAsText } from "../../../src/words/press/kitAsText.ts";
import { pressKit } from "../../../src/words/press/pressKit.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

const facts = exampleFacts();
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** The kit of the region, of an edition that changed so. */
function kitWith(changes: object, language: "ru" | "en" = "ru", cases: [] | null = []) {
  const editions = {
    editions: [{ date: facts.edition.date, before: "2026-10-15", changes, changesByAgency: [] }],
    gone: [],
  } as unknown as Editions;
  const telling = createTelling(facts, language);
  return { kit: pressKit(telling, regionOf(facts), editions, cases), telling };
}
const toldIn = (changes: object, language: "ru" | "en" = "ru"): string[] =>
  kitWith(changes, language).kit.long.at(-1)!.sentences.map(plain);

test("what came is never told in one list with what became of earlier appeals, and nothing is said to vanish", () => {
  expect(toldIn({ new: 1029, answered: 166, closed: 228, vanished: 9 })).toEqual([
    "С выпуска от 15 октября 2026 года добавилось 1 029 обращений: поступившие с тех пор и те, которых в прежней выгрузке ещё не было.",
    "С прежними обращениями с тех пор было вот что: на 166 дан первый ответ, 228 закрыто.",
    "Ещё 9 обращений в новой выгрузке нет, и исключёнными они не названы; мы по-прежнему их считаем.",
    "Выгрузка — обезличенный список обращений, который ведомства передают для портала «Отклик».",
  ]);
  expect(toldIn({ new: 3, withdrawn: 14 })).toContain(
    "Ведомства исключили из данных 14 обращений, причину выгрузка не называет; счёт стал на столько же меньше.",
  );
  expect(toldIn({ vanished: 1 }, "en")).toEqual([
    "Nothing new since the edition of 15 October 2026.",
    "Missing from the new export without being taken out, and still counted: 1 appeal.",
    expect.stringMatching(/^An export is a list of appeals without names/u),
  ]);
  expect(toldIn({})).toEqual(["С выпуска от 15 октября 2026 года ничего не изменилось."]);
});

test("what is kept for good tells of no single appeal, and a text begins with whose it is", () => {
  const { kit, telling } = kitWith({}, "ru", null);
  expect(kit.long.map(({ title }) => plain(title))).not.toContain("Долгие случаи");
  expect(kitWith({}).kit.long.map(({ title }) => plain(title))).toContain("Долгие случаи");
  expect(kitAsText(kit, telling).startsWith(kit.name)).toBe(true);
});
