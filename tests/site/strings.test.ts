import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingCodes } from "../../src/model/finding.ts";
import { outcomes } from "../../src/model/outcome.ts";
import { channels } from "../../src/model/channel.ts";
import { createVoice } from "../../src/words/language.ts";
import english from "../../src/strings/en.json" with { type: "json" };
import reportEnglish from "../../src/strings/report.en.json" with { type: "json" };
import reportRussian from "../../src/strings/report.ru.json" with { type: "json" };
import russian from "../../src/strings/ru.json" with { type: "json" };

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(([name]) => name).sort();

test("both languages have the same keys in the same order", () => {
  expect(Object.keys(english)).toEqual(Object.keys(russian));
});

test("no key stands twice in a file: the first text would be read by nobody", () => {
  const folder = join(import.meta.dirname, "../../src/strings");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const keys = [...readFileSync(join(folder, file), "utf8").matchAll(/^\s*("(?:[^"\\]|\\.)*"):/gmu)].map(
      ([, key]) => key,
    );
    expect(keys.length, file).toBeGreaterThan(0);
    expect(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      file,
    ).toEqual([]);
  }
});

test("every text has the same placeholders in both languages", () => {
  for (const [key, text] of Object.entries(russian)) {
    expect([key, ...new Set(placeholders(english[key as keyof typeof english]))]).toEqual([
      key,
      ...new Set(placeholders(text)),
    ]);
  }
});

test("no Russian is left in the English texts, no placeholder name is left to readers", () => {
  for (const [key, text] of Object.entries(english)) expect(text, key).not.toMatch(/[а-яё]/iu);
});

test("every outcome, channel and finding has its words", () => {
  for (const outcome of outcomes) expect(russian).toHaveProperty([`outcome.${outcome}`]);
  for (const channel of channels) {
    expect(russian).toHaveProperty([`channel.${channel}`]);
    expect(russian).toHaveProperty([`channel.in.${channel}`]);
  }
  for (const code of Object.keys(findingCodes)) {
    expect(reportRussian).toHaveProperty([`finding.${code}.message`]);
    expect(reportEnglish).toHaveProperty([`finding.${code}.message`]);
  }
});

test("every key that code names in full exists, and every key is used somewhere", () => {
  const src = join(import.meta.dirname, "../../src");
  const rooms = readdirSync(src).filter((room) => room !== "strings");
  const code = rooms
    .flatMap((room) =>
      readdirSync(join(src, room), { recursive: true, encoding: "utf8" }).map((file) => join(src, room, file)),
    )
    .filter((file) => /\.(ts|astro)$/u.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  // A key counts as used when it stands in the code whole, or when a template names its beginning: t(`outcome.${…}`).
  const beginnings = [...code.matchAll(/`([\w.-]+)\$\{/gu)].map((match) => match[1]!);
  const unused = Object.keys(russian).filter((key) => {
    const noun = /^count\.(.+)\.(one|few|many|other)$/u.exec(key)?.[1];
    if (noun) return !code.includes(`"${noun}"`);
    return (
      !code.includes(`"${key}"`) &&
      !beginnings.some((beginning) => beginning.includes(".") && key.startsWith(beginning))
    );
  });
  expect(unused).toEqual([]);
});

test("every text of the commands' reports is used somewhere", () => {
  const root = join(import.meta.dirname, "../..");
  const code = ["src", "scripts"]
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((file) => join(root, room, file)),
    )
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const beginnings = [...code.matchAll(/`([\w.-]+\.)[\w-]*\$\{/gu)].map((match) => match[1]!);
  const unused = Object.keys(reportRussian).filter((key) => {
    const noun = /^(.+)\.(?:one|few|many|other)$/u.exec(key)?.[1];
    const coded = /^(?:finding|stop)\.([A-Z_]+)\./u.exec(key)?.[1];
    if (coded) return !code.includes(`"${coded}"`) && !code.includes(`${coded}:`);
    return (
      !code.includes(`"${key}"`) &&
      !(noun && code.includes(`"${noun}"`)) &&
      !beginnings.some((beginning) => key.startsWith(beginning))
    );
  });
  expect(unused).toEqual([]);
});

test("a missing or a superfluous value is a fault, not an empty place in a sentence", () => {
  const { t } = createVoice("ru");
  expect(() => t("site.as-of")).toThrow("site.as-of: no value for {date}");
  expect(() => t("nav.data", { date: "1" })).toThrow("nav.data: the text has no {date}");
});
