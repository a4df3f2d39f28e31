import { expect, test } from "vitest";
import type { Translation } from "../../src/model/translation.ts";
import { inLanguage } from "../../src/words/inLanguage.ts";
import { exampleFacts } from "./exampleFacts.ts";

const english: Translation = {
  title: "Otklik",
  region: { name: "Kitezh Territory", in: "in Kitezh Territory", of: "of Kitezh Territory" },
  agencies: { fast: { name: "Ministry of Housing", short: "Housing" } },
  topics: { heating: "Heating" },
  places: {},
  sources: {},
  boundaries: "made up",
  bases: { "59-ФЗ, статья 12": "Federal Law 59-FZ, article 12" },
};

test("names change with the language, figures and codes do not", () => {
  const facts = { ...exampleFacts(), translations: { en: english } };
  const translated = inLanguage(facts, "en");
  expect(translated.portal).toMatchObject({ language: "en", title: "Otklik", region: english.region });
  expect(translated.vocabulary.agencies.find(({ code }) => code === "fast")).toEqual({
    code: "fast",
    name: "Ministry of Housing",
    short: "Housing",
    kind: "executive",
  });
  expect(translated.vocabulary.topics.find(({ code }) => code === "heating")?.name).toBe("Heating");
  expect(translated.norms.map(({ basis }) => basis)).toContain("Federal Law 59-FZ, article 12");
  expect(translated.subjects).toBe(facts.subjects);
});

test("whose boundaries the map is drawn by is told in the language, with the same address, and only where there is a map", () => {
  const facts = { ...exampleFacts(), translations: { en: english } };
  const map = { attribution: "придуманы", address: "https://borders.example/" };
  const mapped = { ...facts, portal: { ...facts.portal, map } };
  expect(inLanguage(mapped, "en").portal.map).toEqual({ ...map, attribution: "made up" });
  expect(
    inLanguage({ ...mapped, translations: { en: { ...english, boundaries: undefined } } }, "en").portal.map,
  ).toEqual(map);
  expect(inLanguage(facts, "en").portal.map).toBeUndefined();
});

test("what has no name in the language keeps the one it has", () => {
  const facts = { ...exampleFacts(), translations: { en: english } };
  expect(inLanguage(facts, "en").vocabulary.places).toEqual(facts.vocabulary.places);
  expect(inLanguage(facts, "en").portal.publisher).toEqual(facts.portal.publisher);
});

test("the portal's first language is the facts themselves", () => {
  const facts = exampleFacts();
  expect(inLanguage(facts, "ru")).toBe(facts);
});
