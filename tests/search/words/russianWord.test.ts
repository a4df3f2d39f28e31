import { describe, expect, test } from "vitest";
import { stemRussian } from "../../../src/search/words/russianStem.ts";
import { stemOfRussianWord } from "../../../src/search/words/russianWord.ts";

describe("the stem of a Russian word", () => {
  test.each([
    "запись записи записью записей записям записями записях",
    "подпись подписи подписью подписей подписям",
    "надпись надписи надписью надписей",
    "рукопись рукописи рукописью рукописей",
    "смесь смеси смесью смесей",
    "остановка остановки остановке остановку остановкой остановок остановкам",
    "участок участка участку участком участки участков",
    "урок урока уроку уроки уроков",
    "человек человека человеку человеком",
    "площадка площадки площадок площадкам",
    "точка точки точек точкам",
    "скамейка скамейки скамеек скамейкам",
    "копейка копейки копеек",
  ])("is one for %s", (forms) => {
    expect([...new Set(forms.split(" ").map(stemOfRussianWord))]).toHaveLength(1);
  });

  test.each([
    ["запись", "запах"],
    ["подпись", "подпилить"],
    ["смесь", "смех"],
    ["остановка", "останки"],
  ])("tells %s from %s", (one, other) => {
    expect(stemOfRussianWord(one)).not.toBe(stemOfRussianWord(other));
  });

  test("leaves reflexive verbs to Snowball", () => {
    for (const form of ["остались", "остался", "моются", "учусь", "садитесь"])
      expect(stemOfRussianWord(form)).toBe(stemRussian(form));
  });
});
