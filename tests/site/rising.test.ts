import { describe, expect, test } from "vitest";
import { atomFeed } from "../../src/site/feeds/atomFeed.ts";
import { risingFeed } from "../../src/site/feeds/risingFeed.ts";
import { risesTold, risingLead, weekRows } from "../../src/site/rising.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleWeeks } from "../words/exampleWeeks.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const telling = (change: Partial<ReturnType<typeof exampleWeeks>> = {}) =>
  createTelling({ ...exampleFacts(), weeks: { ...exampleWeeks(), ...change } });

describe("what has risen", () => {
  test("is told with days, what was usual with its range, what is hidden, and the way to the appeals", () => {
    const [rise] = risesTold(telling(), []) as [ReturnType<typeof risesTold>[0]];
    expect(plain(rise.where)).toBe("Отопление, Северный округ");
    expect(plain(rise.received)).toBe("41 обращение за неделю 9–15 ноября 2026 года.");
    expect(rise.usual.map(plain)).toEqual([
      "По неделям до этого можно было ждать 12,3 (в 95 случаях из 100 — от 6 до 20).",
      "Год назад, 10–16 ноября 2025 года, — слишком мало, чтобы называть число.",
    ]);
    expect(plain(rise.words!)).toContain("«котельная» (в 17 обращениях)");
    expect(rise.all).toBe("/otklik/appeals/?topic=heating&place=north&from=2026-11-09&to=2026-11-15");
  });

  test("is told to be nothing where it is nothing, and unknown where the data are too short", () => {
    expect(plain(risingLead(telling({ rises: [] })))).toBe(
      "Со 2 по 15 ноября 2026 года ни на одну тему и ни из одного места не писали необычно много для этого времени года.",
    );
    expect(plain(risingLead(telling({ rises: [], search: null })))).toContain("меньше");
    expect(plain(risingLead(createTelling(exampleFacts())))).toContain("ни одной недели");
  });

  test("has a feed whose entries have names of their own", () => {
    const feed = atomFeed(risingFeed(telling()));
    expect(feed).toContain("<id>tag:example.org,2026:/otklik/rising/#heating-north-2026-11-15</id>");
    expect(feed).toContain("необычно много обращений");
  });
});

test("the week by topic names hidden and missing counts", () => {
  const rows = weekRows(telling());
  expect(rows.map(([name]) => name)).toEqual([
    "Отопление",
    "Дворы и площадки",
    "Ямы и ремонт дорог",
    "Обращение с отходами",
  ]);
  expect(rows[0]).toEqual(["Отопление", "48", "22", "11–32", "21"]);
  expect(rows[3]).toEqual(["Обращение с отходами", "12", "мало", "нет данных", "мало"]);
});
