import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyzeTexts } from "../../../src/search/write/shardTexts.ts";
import { stemsOf } from "../../../src/search/words/analyzer.ts";
import { editCost } from "../../../src/search/words/editCost.ts";
import { otherLayout } from "../../../src/search/words/keyboardLayout.ts";
import { complete, suggest, type KnownWords } from "../../../src/search/read/suggestions.ts";
import {
  countOf,
  decodeVocabulary,
  encodeVocabulary,
  fileOf,
  reversed,
  type VocabularyEntry,
} from "../../../src/search/format/vocabulary.ts";

/** Words of everything Russian in this project, each paragraph taken for an appeal. */
const root = join(import.meta.dirname, "../../..");
const files = [
  "src/strings/ru.json",
  "src/strings/report.ru.json",
  ...["docs", "demo/texts"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(md|ts)$/.test(file))
        .map((file) => join(folder, file)),
    )
    .sort(),
];
const paragraphs = files
  .flatMap((file) => readFileSync(join(root, file), "utf8").split("\n"))
  .filter((line) => /[а-я]/.test(line));
const entries = analyzeTexts(
  paragraphs.map((text) => [text, "", ""]),
  "ru",
).words.filter(({ forms }) => forms.length > 0);

/** A vocabulary in small files, so that most of it is out of sight of any one word. */
function vocabulary(all: readonly VocabularyEntry[], size = 300): KnownWords & { read: Set<string> } {
  const cut = (part: readonly VocabularyEntry[]): VocabularyEntry[][] =>
    Array.from({ length: Math.ceil(part.length / size) }, (_, at) => part.slice(at * size, (at + 1) * size));
  const forward = cut(all);
  const backward = cut(
    all.filter((entry) => countOf(entry) > 1).toSorted((a, b) => (reversed(a.stem) < reversed(b.stem) ? -1 : 1)),
  );
  const read = new Set<string>();
  return {
    index: {
      folder: "words",
      forward: forward.map(([first]) => first?.stem ?? ""),
      backward: backward.map(([first]) => reversed(first?.stem ?? "")),
    },
    language: "ru",
    read,
    entries: async (name) => {
      read.add(name);
      return (
        (name.startsWith("b") ? backward[Number.parseInt(name.slice(1), 10)] : forward[Number.parseInt(name, 10)]) ?? []
      );
    },
  };
}

function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One letter changed, left out, put in or swapped with the next. */
function slip(word: string, roll: (below: number) => number): string {
  const at = roll(word.length);
  const letter = "абвгдежзийклмнопрстуфхцчшщъыьэюя".charAt(roll(32));
  const kinds = [
    () => word.slice(0, at) + letter + word.slice(at + 1),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return kinds[roll(4)]?.() ?? word;
}

describe("a misspelt word", () => {
  test("is put right in at least 85 of 100 cases, from two files", async () => {
    const known = new Set(entries.map(({ stem }) => stem));
    const words = entries.flatMap(({ stem, forms }) =>
      forms.filter(({ form, count }) => count >= 3 && /^[а-я]{4,}$/.test(form)).map(({ form }) => ({ form, stem })),
    );
    expect(words.length).toBeGreaterThan(1000);
    const roll = dice(7);
    const outcome = { right: 0, wrong: 0, none: 0 };
    const own = vocabulary(entries);
    for (let asked = 0; asked < 400;) {
      const word = words[roll(words.length)] ?? { form: "", stem: "" };
      const typed = slip(word.form, roll);
      const [stem] = stemsOf(typed, "ru");
      // The slip may have made another word, or no difference to the search.
      if (stem === undefined || known.has(stem)) continue;
      asked += 1;
      own.read.clear();
      const { instead } = await suggest(typed, own);
      expect(own.read.size).toBeLessThanOrEqual(2);
      outcome[instead === null ? "none" : stemsOf(instead, "ru")[0] === word.stem ? "right" : "wrong"] += 1;
    }
    expect(outcome.right / 400).toBeGreaterThanOrEqual(0.85);
    expect(outcome.wrong / 400).toBeLessThanOrEqual(0.1);
  });

  test("is named when it is nowhere; a known word is left alone", async () => {
    const own = vocabulary(entries);
    expect(await suggest("обращение абракадабрище", own)).toEqual({ nowhere: ["абракадабрище"], instead: null });
    // A number is no word that could be missing.
    expect(await suggest("обращение А-2026/17б № 8к3у", own)).toMatchObject({ nowhere: [] });
    expect(await suggest("обращения ведомство", own)).toEqual({ nowhere: [], instead: null });
    expect((await suggest("«обрщаение» в 2026, ведомтсво!", own)).instead).toBe("«обращение» в 2026, ведомство!");
  });

  test("may have been typed in the other layout", async () => {
    expect(otherLayout("ghjdfk")).toBe("провал");
    expect(otherLayout(",kfujecnhjqcndj")).toBe("благоустройство");
    expect(otherLayout("привет")).toBeNull();
    expect(otherLayout("12/3")).toBeNull();
    expect((await suggest("j,hfotybt", vocabulary(entries))).instead).toBe("обращение");
  });
});

test("the word being typed is completed by what occurs most, the words before it stay", async () => {
  const completed = await complete("новые обращ", vocabulary(entries));
  expect(completed[0]).toMatch(/^новые обращени/);
  expect(await complete("о", vocabulary(entries))).toEqual([]);
  expect(await complete("обращение ", vocabulary(entries))).toEqual([]);
});

test("a vocabulary comes back as it was written, and every stem is found in its file", () => {
  expect(decodeVocabulary(encodeVocabulary(entries))).toEqual(entries);
  const firsts = vocabulary(entries).index.forward;
  for (const [at, { stem }] of entries.entries()) expect(fileOf(stem, firsts)).toBe(Math.floor(at / 300));
});

test("any query gets an answer", async () => {
  const own = vocabulary(entries);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (typed) => {
      const { nowhere } = await suggest(typed, own);
      expect(nowhere.length).toBeLessThanOrEqual(60);
      for (const completed of await complete(typed, own)) expect(completed.length).toBeGreaterThan(typed.length - 1);
    }),
  );
});

test("slips are counted as Damerau counted them", () => {
  const slips = (a: string, b: string): number => editCost(a, b, 3).slips;
  expect([
    slips("яма", "яма"),
    slips("яам", "яма"),
    slips("ямма", "яма"),
    slips("яа", "яма"),
    slips("дома", "яма"),
  ]).toEqual([0, 1, 1, 1, 2]);
  expect(slips("отопление", "дорога")).toBe(Infinity);
  // А slip of spelling or of the finger is likelier than any other.
  expect(editCost("дарога", "дорога", 1).cost).toBeLessThan(editCost("дщрога", "дорога", 1).cost);
});

test("a word that names something of the portal is not taken for a slip, nor missed in the texts", async () => {
  const words = vocabulary(entries);
  const typed = "обрящение топяят";
  const { nowhere, instead } = await suggest(typed, words);
  expect(nowhere).toEqual(["обрящение", "топяят"]);
  expect(instead).toContain("обращен");
  expect((await suggest(typed, words, new Set(["обрящение"]))).nowhere).toEqual(["топяят"]);
  expect(await suggest(typed, words, new Set(["обрящение", "топяят"]))).toEqual({ nowhere: [], instead: null });
});
