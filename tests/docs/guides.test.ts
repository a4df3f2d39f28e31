import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { changeKinds } from "../../src/model/change.ts";
import { revisionReasons } from "../../src/model/editions.ts";
import { normSchema, normUnits } from "../../src/model/norm.ts";
import { portalSchema } from "../../src/model/portal.ts";
import { sourceFields, sourceSchema } from "../../src/model/source.ts";
import { replyMarks } from "../../src/model/replyMarks.ts";
import { takedownReasons } from "../../src/model/takedown.ts";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { brokenLinks, codeBlocks, documents, guideNames, readDocument, type Section, sectionsOf } from "./guide.ts";

const sections = (name: string): Section[] => sectionsOf(readDocument(`docs/${name}.md`));
const languages = ["", ".ru"];
const isFindings = (title: string): boolean => /^[A-Z_]+$/.test(title);

test("there are guides to look at", () => {
  expect(guideNames()).toEqual([
    "commands",
    "editions",
    "embedding",
    "findings",
    "maps",
    "norms",
    "people",
    "places",
    "privacy",
    "publishing",
    "readers",
    "replies",
    "reports",
    "scale",
    "sources",
    "weeks",
  ]);
});

describe.each(guideNames())("the guide %s in Russian", (name) => {
  const english = sections(name);
  const russian = sections(`${name}.ru`);

  test("has the same headings, one for one, in its own language", () => {
    expect(russian.map(({ level }) => level)).toEqual(english.map(({ level }) => level));
    for (const [index, { title }] of russian.entries()) {
      if (isFindings(title)) expect(title).toBe(english[index]?.title);
      else expect(title).toMatch(/[а-яё]/i);
    }
  });

  test("gives the same commands and examples under each", () => {
    expect(russian.map(({ commands }) => commands)).toEqual(english.map(({ commands }) => commands));
  });

  test("names the same keys, codes and files under each", () => {
    const named = (guide: Section[]) => guide.map(({ codes }, index) => ({ heading: english[index]?.title, codes }));
    expect(named(russian)).toEqual(named(english));
    expect(english.some(({ codes }) => codes.length > 0)).toBe(true);
  });

  test("is a link away from the English one, and the other way round", () => {
    expect(readDocument(`docs/${name}.md`)).toContain(`\n\n*По-русски: [${name}.ru.md](${name}.ru.md)*\n\n`);
    expect(readDocument(`docs/${name}.ru.md`)).toContain(`\n\n*In English: [${name}.md](${name}.md)*\n\n`);
  });

  test("leads to Russian guides only", () => {
    const linked = [...readDocument(`docs/${name}.ru.md`).matchAll(/\]\((?:docs\/)?([a-z]+)\.md\)/g)].map(
      ([, guide]) => guide,
    );
    expect(linked).toEqual([name]);
  });
});

test("the Russian introduction leads to every guide in Russian", () => {
  const linked = [...readDocument("README.ru.md").matchAll(/\]\(docs\/([^)]+)\)/g)].map(([, guide = ""]) => guide);
  expect([...new Set(linked)].sort()).toEqual(guideNames().map((name) => `${name}.ru.md`));
});

test("the Russian introduction gives the commands of the English one", () => {
  const commandsOf = (file: string) => sectionsOf(readDocument(file)).flatMap(({ commands }) => commands);
  const [english, russian] = [commandsOf("README.md"), commandsOf("README.ru.md")];
  expect(english.filter((command) => !russian.includes(command))).toEqual(["npm test"]);
  expect(russian.filter((command) => !english.includes(command))).toEqual([]);
});

test("every link in a document leads to something that is there", () => {
  expect(documents().flatMap((file) => brokenLinks(file).map((address) => `${file} → ${address}`))).toEqual([]);
});

describe.each(languages)("a guide in the language %j", (language) => {
  const codesOf = (name: string) => new Set(sections(name + language).flatMap(({ codes }) => codes));
  const example = (name: string): unknown =>
    parse(codeBlocks(readDocument(`docs/${name}${language}.md`)).find((block) => block.includes(": ")) ?? "");

  test.each<[string, readonly string[]]>([
    ["sources", sourceFields],
    ["norms", [...Object.keys(normSchema.shape), ...normUnits, "first-reply", "closing"]],
    ["privacy", PERSONAL_DATA_CLASSES.map(({ mask }) => mask.ru)],
    ["editions", [...changeKinds, ...revisionReasons]],
    ["people", takedownReasons],
    ["replies", replyMarks],
  ])("to %s tells of everything that the program knows there", (name, known) => {
    const told = codesOf(name);
    expect(known.filter((code) => !told.has(code))).toEqual([]);
  });

  test("shows settings that the program takes", () => {
    expect(sourceSchema.safeParse(example("sources")).error).toBeUndefined();
    expect(portalSchema.pick({ norms: true, workingHours: true }).safeParse(example("norms")).error).toBeUndefined();
  });
});

test.each(documents())("%s names only commands and files of the project that there are", (file) => {
  const text = readDocument(file);
  const commands = [...text.matchAll(/npm run (?:-s )?([a-z][a-z-]*)/g)].map(([, command = ""]) => command);
  expect(commands.filter((command) => !(command in manifest.scripts))).toEqual([]);
  const paths = [...text.matchAll(/`((?:src|scripts|tests|hosting)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(paths.filter((path) => !existsSync(resolve(import.meta.dirname, "../..", path)))).toEqual([]);
});
