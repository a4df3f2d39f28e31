import { describe, expect, test } from "vitest";
import { createAllowList } from "../../src/privacy/allowList.ts";
import { CleanPieces } from "../../src/privacy/cleanPieces.ts";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";

const allowList = createAllowList({ phones: ["8 912 123-45-67"], officials: ["Орлова Нина Павловна"] });
const open = (own: string[] = [], read = new ReadTexts()) => lastLook(createDetectionContext({ allowList }), own, read);

describe("the last look", () => {
  test("finds what stands in markup: between tags, over inline tags, in attributes, in scripts", () => {
    const look = open();
    expect(look("<p>Пишите на a.petrov@mail.example", true)).toEqual(["email"]);
    expect(look("<p>Звоните 8 912 <b>345</b>-67-89", true)).toEqual(["phone"]);
    expect(look('<img src="/a.png" alt="Иванов Пётр Ильич у ямы"', true)).toEqual(["name"]);
    expect(look('<script>const who = {"name":"Иванова Мария Петровна"};', true)).toEqual(["name"]);
    expect(look("<p>СНИЛС 112&#45;233&#45;445&nbsp;95", true)).toEqual(["snils"]);
  });

  test("lets pass what the portal itself says and what its allow-list names", () => {
    const look = open(["Фонд имени Иванова Петра Ильича", "press@otklik.example", "Пресс-служба края"]);
    expect(look("<dd>Фонд имени Иванова Петра Ильича: 34 обращения", true)).toEqual([]);
    expect(look("Пресс-служба края, press@otklik.example", false)).toEqual([]);
    expect(look("Мой номер 8 912 123-45-67", false)).toEqual([]);
    expect(look("Отвечает Орлова Нина Павловна", false)).toEqual([]);
    expect(look("Отвечает Иванова Нина Павловна", false)).toEqual(["name"]);
  });

  test("does not take one number for another that stands in the same words and is allowed", () => {
    const look = open();
    expect(look("Мой номер 8 912 123-45-67", false)).toEqual([]);
    expect(look("Мой номер 8 912 123-45-68", false)).toEqual(["phone"]);
    const city = lastLook(
      createDetectionContext({ allowList: createAllowList({ phones: ["12-34-56"] }) }),
      [],
      new ReadTexts(),
    );
    expect(city("Мой тел. 12-34-56", false)).toEqual([]);
    expect(city("Мой тел. 65-43-21", false)).toEqual(["phone"]);
  });

  test("leaves alone what pages are full of: dates, times, ids, addresses inside the site, numbers", () => {
    const look = open(["https://otklik.example/"]);
    for (const text of [
      "5 марта 2026, 22:48",
      "2026-03-05T22:48+03:00",
      "По выгрузке на 31 октября 2026.",
      "https://otklik.example/appeals/223p3km97w/",
      "/appeals/2026-03/",
      "338 из 801; интервал 95 %: 39–46 %",
      "M12 10h14",
    ]) {
      expect(look(text, false), text).toEqual([]);
    }
  });

  test("finds a telephone alone in a cell, whatever stands between its figures", () => {
    const look = open();
    for (const text of ["89123456789", "8.912.345.67.89", "8/912/345/67/89", "+7.912.345.67.89", "8.9123456789"])
      expect(look(text, false), text).toEqual(["phone"]);
    expect(look("0.9123456789", false)).toEqual([]);
  });

  test("takes lines of a list for one another where only their days differ, and for no other line", () => {
    const clean = new CleanPieces();
    const look = lastLook(createDetectionContext({ allowList }), [], new ReadTexts(), clean);
    const kept = (text: string): number => {
      expect(look(text, false), text).toEqual([]);
      return clean.take().length;
    };
    expect(kept("24.09.2026 Ямы · Белоструйск · ответ 26.09.2026")).toBe(1);
    expect(kept("03.03.2026 Ямы · Белоструйск · ответ 02.04.2026")).toBe(0);
    expect(kept("16 Jul 2026 Potholes · replied 19 Jul 2026")).toBe(1);
    expect(kept("28 Jul 2025 Potholes · replied 9 Jul 2026")).toBe(0);
    expect(look("24.09.2026 Ямы · 8 912 345-67-89 · ответ 26.09.2026", false)).toEqual(["phone"]);
    expect(look("24.09.2026 Ямы · Иванов Пётр Ильич · ответ 26.09.2026", false)).toEqual(["name"]);
  });

  test("reads of an excerpt only the sentence that the gate has not read, with the one before", () => {
    const read = new ReadTexts();
    read.add("Яма на дороге. Звоните в 8 912 345-67-89, это номер хозяина.");
    expect(read.unread("Яма на дороге.")).toBe("");
    expect(read.unread("Яма на дороге. Ещё одна.\nЗвоните в 8… Яма на дороге.")).toBe(
      "Яма на дороге. Ещё одна.\nЗвоните в 8…",
    );
    expect(open([], read)("Яма на дороге. Пишите на a.petrov@mail.example", false)).toEqual(["email"]);
  });
});

test("The last look takes no name of a file that is a hash of its contents for a telephone", () => {
  const look = open();
  for (const name of ["details-a83875914940", "records-89161234567a/51.json", "search/lists-9e0912345678"])
    expect(look(`"${name}"`, false), name).toEqual([]);
  expect(look("Пишите: tel-89161234567", false)).toEqual(["phone"]);
});

test("What a letter about an appeal says is read once for all appeals, and anew where it says more", () => {
  const clean = new CleanPieces();
  const look = lastLook(createDetectionContext({ allowList }), ["press@otklik.example"], new ReadTexts(), clean);
  const letter = (id: string, more = "") =>
    look(
      `mailto:press@otklik.example?subject=Ошибка: ${id}${more}&body=https%3A%2F%2Fotklik.example%2Fappeals%2F${id}%2F`,
      false,
    );
  expect(letter("26cfcxyz7fyzz")).toEqual([]);
  expect(clean.take().length).toBeGreaterThan(0);
  expect(letter("e2ns5ky2drzqr")).toEqual([]);
  expect(clean.take()).toHaveLength(0);
  expect(letter("e2ns5ky2drzqr", ", 8 912 345-67-89")).toEqual(["phone"]);
  expect(letter("89123456789aa", ", тел. 89123456789")).toEqual(["phone"]);
  expect(look("Ответ дан 2026-03-05T22:48:10+03:00", false)).toEqual([]);
});

test("A telephone in the words in which the portal gives its own is not taken for its own", () => {
  const look = lastLook(createDetectionContext({ allowList }), ["Приёмная: тел. 12-34-56"], new ReadTexts());
  expect(look("Приёмная: тел. 12-34-56", false)).toEqual([]);
  expect(look("Мой тел. 12-34-56", false)).toEqual([]);
  expect(look("Мой тел. 65-43-21", false)).toEqual(["phone"]);
});

test("The last look finds a telephone among the numbers that a script is given", () => {
  const look = open();
  for (const days of ["2.91458", "0.03611", "12"])
    expect(look(`[{"event":"closing","days":${days},"text":"2 дня"}]`, false), days).toEqual([]);
  expect(look('[{"event":"closing","days":2.91458,"tel":89161234567}]', false)).toEqual(["phone"]);
  expect(look('[{"event":"closing","days":2.91458,"text":"8 916 123-45-67"}]', false)).toEqual(["phone"]);
});
