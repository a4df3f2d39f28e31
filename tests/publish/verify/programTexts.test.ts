import { expect, test } from "vitest";
import { programTexts } from "../../../src/publish/verify/programTexts.ts";

test("texts of a program are told in all three kinds of marks, with what is escaped in them", () => {
  expect(programTexts(`a="one";b='two';c=\`three\`;d="fo\\"ur"`)).toEqual(["one", "two", "three", 'fo\\"ur']);
});

test("marks in patterns and comments begin no text", () => {
  expect(programTexts("a.split(/[\"'`]/u);e.max=String(1)")).toEqual([]);
  expect(programTexts('return/[/"]/.test(b)||"text"')).toEqual(["text"]);
  expect(programTexts('import(/* @vite-ignore " */\n`file`)// it\'s\n;c="d"')).toEqual(["file", "// it's", "d"]);
});

test("a slash between values divides them", () => {
  expect(programTexts('a=b/c;d="x/y";e=(f)/g/"h"')).toEqual(["x/y", "h"]);
});

test("of a template its own words are text, and those of the templates in it; what it is filled with is none", () => {
  expect(programTexts("`яма ${a.max=b({c:`двор ${d}`})} здесь`;e=`}`")).toEqual(["яма ", "двор ", "", " здесь", "}"]);
});

test("whatever stands in it, a program comes to an end", () => {
  for (const broken of ['a="', "`${", "/", "a=/[", "}", "`\\"]) expect(Array.isArray(programTexts(broken))).toBe(true);
});
