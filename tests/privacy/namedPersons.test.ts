import { describe, expect, test } from "vitest";
import { namedElsewhere, surnamesNamed } from "../../src/privacy/names/namedPersons.ts";

describe("the surnames that a text names for sure", () => {
  test.each([
    ["Обратилась Щеглова Мария Петровна, ответа нет", ["щеглов"]],
    ["Мария Петровна Щеглова и П. И. Лопухов", ["лопухов", "щеглов"]],
    ["Щегловой М. П. отказали", ["щеглов"]],
    ["мастер Хромов обещал, сосед Заяц А. В. видел", ["заяц", "хромов"]],
    ["Фамилия: Хромова", ["хромов"]],
    ["Уважаемая Мария Петровна!", []],
    ["Директор М. П. и жители Петрова", []],
    ["Начальники Хромова и Щеглова", []],
  ])("in «%s»", (text, stems) => {
    expect([...surnamesNamed(text)].sort()).toEqual(stems);
  });

  test("are told only where the other text may speak of them", () => {
    expect(namedElsewhere("Ответ Щегловой направлен", "Щеглова М. П. жалуется")).toEqual(["щеглов"]);
    expect(namedElsewhere("Ответ направлен", "Щеглова М. П. жалуется")).toEqual([]);
  });
});
