import { expect, test } from "vitest";
import { topicGroups } from "../../../demo/topics.ts";
import { nameIndex } from "../../../src/search/read/nameIndex.ts";
import type { NamedThing } from "../../../src/search/read/namedFacets.ts";
import { namingsOf } from "../../../src/search/read/namedThings.ts";

/** What people type, and the topic of the demonstration that it leads to; null: none, and then no other either. */
const things = topicGroups
  .flatMap((group) => [group, ...group.topics])
  .map(({ code, name, aliases, said = [] }): NamedThing => ({
    facet: "topic",
    code,
    names: [name, ...aliases, ...said],
  }));
const index = nameIndex(things, "ru");

test.each<[string, string | null]>([
  ["холодные батареи", "heating"],
  ["холодно в квартире", "heating"],
  ["дома очень холодно", "heating"],
  ["не топят", "heating"],
  ["нет тепла", "heating"],
  ["батареи", "heating"],
  ["тепло", "heating"],
  ["нет горячей воды", "heating"],
  ["холодная вода", "water"],
  ["нет холодной воды", "water"],
  ["нет воды", "water"],
  ["холодно", null],
  ["холодный автобус", "buses"],
  ["холодный кабинет", null],
  ["нет света", "power"],
  ["темно на улице", "lighting"],
  ["не горят фонари", "lighting"],
  ["лифт не работает", "house"],
  ["детская площадка", "yards"],
  ["детский сад", "education"],
  ["детская коляска", null],
  ["гололёд", "snow"],
  ["мусор", "waste"],
  ["мусор не вывозят", "collection"],
  ["плата за мусор", "charges"],
  ["мусорные баки", "sites"],
  ["яма на дороге", "potholes"],
  ["ремонт крыши", null],
  ["маршрутка", "buses"],
  ["не работает светофор", "safety"],
  ["брошенная машина", "parking"],
  ["машина", null],
  ["бродячие собаки", "animals"],
  ["упало дерево", "trees"],
  ["воняет", "air"],
  ["запись к врачу", "health"],
  ["сбор подписей", null],
  ["снос дома", null],
  ["уличное кафе", null],
])("«%s» → %s", (typed, topic) => {
  expect(namingsOf(typed, index)[0]?.codes.topic ?? null).toBe(topic);
});
