import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { buildSearchIndex } from "../../../src/search/write/buildSearchIndex.ts";
import { askedWords, missedBySearch, spreadAppeals } from "../../../src/publish/verify/searchFinds.ts";
import { hostileTexts } from "../../appeals/hostileTexts.ts";
import { appeal, names } from "../../search/write/sampleAppeals.ts";

const folder = mkdtempSync(join(tmpdir(), "search-finds-"));
afterAll(() => rmSync(folder, { recursive: true }));
const dated = (texts: readonly string[]): PublicAppeal[] =>
  texts
    .map((text, at) =>
      appeal({
        id: `a${String(at).padStart(3, "0")}`,
        received: `2026-03-${String(1 + (at % 28)).padStart(2, "0")}`,
        text,
      }),
    )
    .sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : a.id < b.id ? -1 : 1));
async function built(name: string, appeals: PublicAppeal[]): Promise<string> {
  const site = join(folder, name);
  mkdirSync(site);
  await buildSearchIndex({ names, language: "ru", edition: "2026-03-31", appeals, outDir: join(site, "search") });
  return site;
}

/** What residents do write, and what the search makes no usual words of. */
const odd = [
  "https://vk.com/wall-1_2 https://example.org/a/b?c=d#e",
  "ivan1990petrov дом55улица nik_name_1990",
  "kvartira55подъезд7",
  "😀😀🔥",
  "я",
  "12345 67890",
  "№ --- …",
  "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 d41d8cd98f00b204",
  "ห้องน้ำสกปรกมาก",
  "道路上有很多坑洼",
  "გზაზე ორმოა",
  "شكوى عن الطريق",
  "מהמורות בכביש",
  "Қазақша мәтін",
  "і ґ їжак",
  "cтрaнный тeкcт",
  "русскийenglish слитноtogether",
  "и в не на что как",
  "приве́т я́мочка",
  "дли\u00ADнное сло\u200Bво",
  "ẞtraße naïve façade",
  "ﬁﬂ ⅣⅤ ½",
  "__proto__ constructor toString",
  ...hostileTexts,
];

describe("the words that are asked for", () => {
  test("are whole words of the search, the longest first, never pieces of what is glued together", () => {
    expect(askedWords("Яма на улице Садовой55, у дома kvartira55 и подъезд7; ям много", "ru")).toBe("много улице дома");
    expect(askedWords("Приве́т, сло\u200Bво и Ёлка", "ru")).toBe("слово ёлка");
  });

  test("are none where a text has none", () => {
    for (const text of ["😀 12 № я", "дом55улица", "и в не на что как", "ห้องน้ำ 道路", "щ".repeat(3000), ""])
      expect([text, askedWords(text, "ru")]).toEqual([text, ""]);
  });
});

describe("the search of a finished site", () => {
  test("is asked only for what it can find, whatever residents wrote", async () => {
    const appeals = dated(odd);
    expect(await missedBySearch(await built("odd", appeals), [appeals], appeals.length)).toEqual([]);
    // Each by itself, as the only appeal of a portal.
    const alone = appeals.filter(({ text }) => askedWords(text!, "ru") !== "");
    expect(alone.length).toBeGreaterThan(5);
    const site = join(folder, "odd");
    for (const one of alone) expect([one.text, await missedBySearch(site, [[one]], 1)]).toEqual([one.text, []]);
  });

  test("stops where an index lacks what is there, and names the appeals", async () => {
    const usual = dated(
      Array.from(
        { length: 40 },
        (_, at) => `Глубокая яма возле школы номер ${"абвгдежзиклмнопрстуфхцчшщэюя"[at % 28]!.repeat(5)}`,
      ),
    );
    const site = await built("broken", usual);
    expect(await missedBySearch(site, [usual], usual.length)).toEqual([]);
    const other = usual.map((one) => ({ ...one, text: "Совершенно другие слова стоят здесь" }));
    expect((await missedBySearch(site, [other], other.length)).length).toBeGreaterThan(10);
  });

  test("does not stop for one appeal among others that it cannot find", async () => {
    const usual = dated(Array.from({ length: 12 }, () => "Глубокая яма возле школы"));
    const site = await built("one", usual);
    const one = usual.map((appeal, at) => (at === 1 ? { ...appeal, text: "Незнакомое индексу сочинение" } : appeal));
    expect(await missedBySearch(site, [one], one.length)).toEqual([]);
  });
});

test("groups lie spread over all appeals, and none has an appeal without words", async () => {
  const many = dated(Array.from({ length: 300 }, (_, at) => (at % 2 ? "😀" : `Яма возле школы ${at}`)));
  const groups = await spreadAppeals([many.slice(0, 100), many.slice(100)], many.length, "ru");
  expect(groups.map((group) => group.length)).toEqual(Array.from({ length: 10 }, () => 3));
  expect(groups.flat().every(({ text }) => text !== "😀")).toBe(true);
  const places = groups.map(([first]) => many.indexOf(first!));
  expect(places.every((place, at) => place >= at * 30 && place < at * 30 + 30)).toBe(true);
});
