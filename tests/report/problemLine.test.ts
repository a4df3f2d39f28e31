import { expect, test } from "vitest";
import { problemLine } from "../../src/report/problemLine.ts";
import { reportWords } from "../../src/words/reportStrings.ts";

const words = reportWords("ru");

test("a problem names its file, the appeals by their public ids and their fields", () => {
  const found = [
    { appeal: "b7bp8ync84", field: "text" },
    { appeal: "djy3q53vug", field: null },
    { appeal: null, field: "title" },
    { appeal: null, field: null },
  ];
  expect(problemLine({ file: "data/appeals.csv", reason: "personal-data", classes: ["phone"], found }, words)).toBe(
    "data/appeals.csv: personal-data phone (личные сведения): обращение b7bp8ync84, поле text; обращение djy3q53vug; поле title",
  );
});

test("of many places the first are named and the others counted", () => {
  const found = Array.from({ length: 8 }, (_, at) => ({ appeal: `a${at}`, field: "reply" }));
  const line = problemLine({ file: "data/appeals.ndjson", reason: "personal-data", classes: ["email"], found }, words);
  expect(line).toContain("обращение a4, поле reply; и ещё мест: 3");
  expect(line).not.toContain("a5");
});

test("a problem that is about no appeal is told as before", () => {
  expect(problemLine({ file: "a/index.html", reason: "dead-link" }, words)).toBe(
    "a/index.html: dead-link (ссылка на страницу, которой нет)",
  );
});
