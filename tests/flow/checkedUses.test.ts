import { expect, test } from "vitest";
import { checkedUses } from "../../src/flow/checkedUses.ts";
import { portalSchema } from "../../src/model/portal.ts";
import { useRowSchema } from "../../src/model/use.ts";
import { usesOf } from "../../src/site/uses.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const portal = portalSchema.parse({
  title: "Отклик",
  region: { name: "Край", in: "в Крае", of: "Края" },
  timeZone: "Europe/Moscow",
  address: "https://otklik.example/",
  publisher: { name: "Пресс-служба", email: "press@otklik.example" },
});
const vocabulary = {
  agencies: [
    { code: "housing", name: "Министерство жилищного хозяйства", short: "Минжил", kind: "executive", aliases: [] },
  ],
  topics: [{ code: "heat", parent: null, name: "Отопление", sensitive: false, aliases: [] }],
  places: [],
} as unknown as Parameters<typeof checkedUses>[1];
const use = (more: Record<string, string>) =>
  useRowSchema.parse({ date: "2026-10-14", who: "Газета «Ведомости»", link: "https://vedomosti.example/1/", ...more });
const checked = (...uses: ReturnType<typeof use>[]) => checkedUses({ portal, uses }, vocabulary);

test("uses are published, the newest first", () => {
  const { uses, findings } = checked(
    use({ title: "Где ждут тепла", agencies: "housing", topics: "heat", result: "Министерство назвало сроки ремонта" }),
    use({ date: "2026-10-20", who: "Законодательное собрание" }),
  );
  expect(findings).toEqual([]);
  expect(uses.map(({ date, agencies, topics, result }) => [date, agencies, topics, result])).toEqual([
    ["2026-10-20", [], [], ""],
    ["2026-10-14", ["housing"], ["heat"], "Министерство назвало сроки ремонта"],
  ]);
});

test.each([
  ["who", "Журналист Пётр Алексеевич Кузнецов"],
  ["result", "Позвоните по номеру +7 912 345-67-89"],
  ["title", "Письмо от ivanov.petr@mail.example"],
])("a row with personal data in %s is not published, and its line is told without the value", (field, value) => {
  const { uses, findings } = checked(use({}), use({ [field]: value }));
  expect(uses).toHaveLength(1);
  expect(findings).toEqual([{ code: "USE_PERSONAL", file: "uses.csv", line: 3, column: field }]);
  expect(JSON.stringify(findings)).not.toContain(value);
});

test("a code that no list has is left out and told", () => {
  const { uses, findings } = checked(use({ agencies: "housing|nobody" }));
  expect(uses[0]!.agencies).toEqual(["housing"]);
  expect(findings).toEqual([{ code: "USE_UNLISTED", file: "uses.csv", line: 2, column: "agencies" }]);
});

test("a row without a date, a link or who it was stops the settings", () => {
  for (const wrong of [{ date: "October" }, { link: "vedomosti" }, { link: "javascript:alert(1)" }, { who: " " }])
    expect(
      useRowSchema.safeParse({ date: "2026-10-14", who: "Газета", link: "https://a.example/", ...wrong }).success,
    ).toBe(false);
});

test("a use stands beside its agency, its topic and the topics above it", () => {
  const facts = {
    ...exampleFacts("ru"),
    uses: checked(use({ agencies: "housing" })).uses.map((one) => ({ ...one, topics: ["heating"] })),
  };
  expect(usesOf(facts, "agency", "housing")).toHaveLength(1);
  expect(usesOf(facts, "agency", "fast")).toEqual([]);
  expect(usesOf(facts, "topic", "heating")).toHaveLength(1);
  expect(usesOf(facts, "topic", "utilities")).toHaveLength(1);
  expect(usesOf(facts, "topic", "waste")).toEqual([]);
});
