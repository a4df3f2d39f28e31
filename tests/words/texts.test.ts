import { expect, test } from "vitest";
import { commandWords } from "../../scripts/commands/commandWords.ts";
import { browserTexts } from "../../src/words/browserTexts.ts";
import { createVoice } from "../../src/words/language.ts";
import { pageTexts } from "../../src/words/pageTexts.ts";
import { reportWords } from "../../src/words/reportStrings.ts";
import { createTexts } from "../../src/words/texts.ts";

const page = (language: "ru" | "en") => browserTexts({ language, texts: pageTexts(createVoice(language)) });

test("no text is shown with a value missing, on pages, in the browser, in a report and in a help", () => {
  expect(() => createVoice("ru").t("search.found.one")).toThrow("search.found.one: no value for {n}");
  expect(() => page("ru").text("search.found.one")).toThrow("search.found.one: no value for {n}");
  expect(() => reportWords("en").say("report.record")).toThrow("report.record: no value for {record}");
  expect(() => commandWords("en")("fault.help")).toThrow("fault.help: no value for {help}");
});

test("a key without a text is named with its file", () => {
  const { text } = createTexts<string>("words.en.json", { known: "known" }, "en");
  expect(() => text("unknown")).toThrow("words.en.json has no text unknown");
});

test("an empty value takes the space before it along", () => {
  const { text } = createTexts("words.en.json", { key: "appeals {where}, all" }, "en");
  expect(text("key", { where: "" })).toBe("appeals, all");
  expect(text("key", { where: "by phone" })).toBe("appeals by phone, all");
});

test("a number picks the form of a text, and the only form where there is one", () => {
  const { form } = createTexts(
    "words.ru.json",
    { "word.one": "", "word.few": "", "word.many": "", "word.other": "", "times.other": "" },
    "ru",
  );
  expect([1, 21, 3, 11, 5].map((count) => form("word", count))).toEqual([
    "word.one",
    "word.one",
    "word.few",
    "word.many",
    "word.many",
  ]);
  expect(form("times", 3)).toBe("times.other");
});

test("in the browser a figure keeps to the word after it, as on a page", () => {
  for (const language of ["ru", "en"] as const) {
    const { found, text, shortWait } = page(language);
    expect(shortWait(1 + 4 / 24, true)).toBe(createVoice(language).shortDuration(1 + 4 / 24, "minute"));
    expect(shortWait(0.001, true)).toBe(createVoice(language).shortDuration(0.001, "minute"));
    for (const count of [1, 2, 5, 21])
      for (const byWords of [false, true]) expect(found(count, byWords)).toMatch(/\d\u00a0\p{L}/u);
    expect(found(5, true)).not.toBe(found(5, false));
    expect(text("search.chip.remove", { name: "asphalt" })).toContain("asphalt");
  }
});
