import { describe, expect, test } from "vitest";
import { nameIndex } from "../../../src/search/read/nameIndex.ts";
import type { NamedThing } from "../../../src/search/read/namedFacets.ts";
import { misspeltNames, namingsOf, type Naming } from "../../../src/search/read/namedThings.ts";
import { appealNumbers } from "../../../src/search/read/appealNumber.ts";

const things: NamedThing[] = [
  { facet: "topic", code: "heating", names: ["Отопление и горячая вода", "Теплоснабжение", "Вода"] },
  { facet: "topic", code: "water", names: ["Холодная вода и канализация", "Водоснабжение", "Вода"] },
  { facet: "topic", code: "housing", names: ["ЖКХ и благоустройство", "ЖКХ"] },
  { facet: "topic", code: "potholes", names: ["Ямы на дорогах", "Ремонт дорог", "Ямы"] },
  { facet: "place", code: "belostruysk", names: ["город Белоструйск", "г. Белоструйск", "Белоструйск"] },
  { facet: "place", code: "vetrogonye", names: ["Ветрогонский муниципальный район", "Ветрогонский район"] },
  { facet: "agency", code: "gzhi", names: ["Государственная жилищная инспекция края", "Жилинспекция края", "ГЖИ"] },
  {
    facet: "agency",
    code: "adm-belostruysk",
    names: ["Администрация города Белоструйска", "Администрация Белоструйска"],
  },
  { facet: "agency", code: "minzhkh", names: ["Министерство ЖКХ и энергетики края", "Минжилкомхоз края"] },
  ...Array.from("абвгде", (letter): NamedThing[] => [
    { facet: "agency", code: `adm-${letter}`, names: [`Администрация района ${letter.repeat(5)}`] },
    { facet: "place", code: letter, names: [`${letter.repeat(5)} район`] },
  ]).flat(),
];
const index = nameIndex(things, "ru");
const read = (typed: string): Naming | undefined => namingsOf(typed, index)[0];

describe("a query names", () => {
  test.each<[string, Naming["codes"], string]>([
    ["Отопление, Белоструйск", { topic: "heating", place: "belostruysk" }, ""],
    ["отопления в Белоструйске", { topic: "heating", place: "belostruysk" }, ""],
    ["ГЖИ", { agency: "gzhi" }, ""],
    ["гжи отопление дом 5", { topic: "heating", agency: "gzhi" }, "5"],
    ["ЖКХ", { topic: "housing" }, ""],
    ["администрация Белоструйска", { agency: "adm-belostruysk" }, ""],
    ["яма на дороге в Ветрогонском районе", { topic: "potholes", place: "vetrogonye" }, ""],
    ["«горячая вода» Белоструйск", { place: "belostruysk" }, "«горячая вода»"],
    ["jnjgktybt", { topic: "heating" }, ""],
  ])("%s", (typed, codes, rest) => {
    expect(read(typed)).toMatchObject({ codes, street: null, rest });
  });

  test("a street by its kind, in short too, beside a topic", () => {
    expect(read("отопление ул. Ленина")).toMatchObject({
      codes: { topic: "heating" },
      street: "улица Ленина",
      rest: "",
    });
    expect(read("отопление ул. Ленина, 5")?.said).toEqual(expect.arrayContaining(["отопление", "ул", "ленина"]));
    expect(read("Садовая улица, ямы")).toMatchObject({
      codes: { topic: "potholes" },
      street: "улица Садовая",
      rest: "",
    });
  });

  test("several things by one word: each is offered", () => {
    expect(namingsOf("вода", index).map(({ codes }) => codes)).toEqual([{ topic: "heating" }, { topic: "water" }]);
  });

  test("a word of a longer name names nothing more than that name", () => {
    expect(namingsOf("горячая вода", index).map(({ codes }) => codes)).toEqual([{ topic: "heating" }]);
  });

  test.each([
    "холодно",
    "холодный дом",
    "дорога",
    "ремонт",
    "администрация",
    "район",
    "собаки лают",
    "не",
    "",
    "«",
    "12",
  ])("nothing: %s", (typed) => {
    expect(namingsOf(typed, index)).toEqual([]);
  });
});

test("names of one thing that come from two lists count as one thing's", () => {
  const twice = nameIndex([...things, ...things], "ru");
  for (const typed of ["вода", "Белоструйск отопление", "район"])
    expect(namingsOf(typed, twice)).toEqual(namingsOf(typed, index));
});

test("a misspelt name is told with what was meant, and read with it", () => {
  expect(misspeltNames("отоплнеие Белострйск", index).map(({ meant }) => meant)).toEqual(["отоплен", "белоструйск"]);
  const slips = new Map(misspeltNames("отоплнеие Белострйск", index).map(({ word, meant }) => [word, meant]));
  expect(namingsOf("отоплнеие Белострйск", index, slips)[0]?.codes).toEqual({
    topic: "heating",
    place: "belostruysk",
  });
  expect(misspeltNames("собака", index)).toEqual([]);
});

describe("the number of an appeal", () => {
  const keyed = "abcd2345ef";
  test.each<[string, string[]]>([
    ["wxyz6789gh", ["wxyz6789gh"]],
    [" №WXYZ6789GH ", ["wxyz6789gh"]],
    ["обращение № wxyz6789gh", ["wxyz6789gh"]],
    ["https://portal.example/otklik/appeals/wxyz6789gh/", ["wxyz6789gh"]],
    ["/appeals/wxyz6789gh", ["wxyz6789gh"]],
    ["https://portal.example/appeals/2026-03/", []],
    ["https://portal.example/appeals/by/agency/gzhi/", []],
    ["2026", []],
    ["отопление", []],
    ["wxyz6789g", []],
  ])("%s", (typed, numbers) => {
    expect(appealNumbers(typed, keyed, ["portal"])).toEqual(numbers);
  });

  test("of thirteen letters is known among its like, and one of ten is not", () => {
    expect(appealNumbers("№ zzzmzu6j55gtx", "aaabk2m3n4p5q", ["portal"])).toEqual(["zzzmzu6j55gtx"]);
    expect(appealNumbers("zzzmzu6j55", "aaabk2m3n4p5q", ["portal"])).toEqual([]);
  });

  test("of a register is looked for behind the name of each source", () => {
    expect(appealNumbers("2026/00123", "letters-2026-00001", ["portal", "letters"])).toEqual([
      "2026-00123",
      "portal-2026-00123",
      "letters-2026-00123",
    ]);
    expect(appealNumbers("яма", "letters-2026-00001", ["letters"])).toEqual([]);
  });
});
