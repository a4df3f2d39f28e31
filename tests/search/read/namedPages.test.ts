import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findablePages } from "../../../src/words/findablePages.ts";
import { namedPages } from "../../../src/search/read/namedPages.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

const facts = exampleFacts();
const help = { title: "Если молчат", lead: [], sources: [], advice: [] };
const lists = (["ru", "en"] as const).map((language) =>
  findablePages({ portal: { ...facts.portal, language }, help: { ru: help, en: help } }),
);

function found(typed: string, language: "ru" | "en" = "ru"): (string | undefined)[] {
  const pages = lists[language === "ru" ? 0 : 1] ?? [];
  const words = pages.map((page) => [page.name, ...page.words]);
  return namedPages(typed, words, language).map((at) => pages[at]?.address);
}

describe("pages of the portal", () => {
  test.each([
    ["отписки", "/replies/"],
    ["повторяющиеся ответы", "/replies/"],
    ["молчат", "/overdue/#help"],
    ["что делать, если не отвечают", "/overdue/#help"],
    ["что делать если молчат", "/overdue/#help"],
    ["просрочено", "/overdue/"],
    ["сколько ждать", "/#how-long"],
    ["сколько ждать отопление", "/#how-long"],
    ["без ответа", "/overdue/"],
  ])("are found by what people call them: %s", (typed, address) => {
    expect(found(typed)).toContain(address);
  });

  test.each([
    ["boilerplate", "/replies/"],
    ["how long do I have to wait", "/#how-long"],
    ["nobody answers me", "/overdue/#help"],
  ])("are found in English: %s", (typed, address) => {
    expect(found(typed, "en")).toContain(address);
  });

  test("are the first that their own names find", () => {
    for (const [at, language] of (["ru", "en"] as const).entries())
      for (const { name, address } of lists[at] ?? []) expect(found(name, language)[0], name).toBe(address);
  });

  test("are not offered for a word or two of a question about something else", () => {
    expect(found("отопление Белоструйск")).toEqual([]);
    expect(found("ответ на обращение о ремонте дороги")).toEqual([]);
    expect(found("вторую неделю нет горячей воды")).toEqual([]);
    expect(found("")).toEqual([]);
  });

  test("are the same in every language, and exist", () => {
    const [ru = [], en = []] = lists;
    expect(ru.map(({ address }) => address)).toEqual(en.map(({ address }) => address));
    for (const { address, words } of [...ru, ...en]) {
      const [folder = "", place] = address.split("#");
      const file = [`${folder}index.astro`, `${folder.replace(/\/$/, "")}.astro`]
        .map((name) => join(import.meta.dirname, "../../../src/pages", name))
        .find((path) => existsSync(path));
      expect(file, address).toBeDefined();
      if (place !== undefined && place !== "help") expect(readFileSync(file ?? "", "utf8")).toContain(`id="${place}"`);
      for (const phrase of words) expect(phrase).toMatch(/^[^;:]{3,}$/);
    }
  });

  test("that a portal has not are not offered", () => {
    expect(findablePages({ portal: facts.portal }).map(({ address }) => address)).not.toContain("/overdue/#help");
  });
});
