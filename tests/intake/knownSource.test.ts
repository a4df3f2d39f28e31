import { expect, test } from "vitest";
import { knownSource } from "../../src/intake/knownSource.ts";
import { sourceSchema } from "../../src/model/source.ts";

const source = (columns: Record<string, string>, more: object = {}) => ({
  name: "register",
  ...sourceSchema.parse({ title: "Реестр", files: ["a.csv"], columns, ...more }),
});
const register = source({ id: "Номер", received: "Дата", firstReply: "Ответ" }, { optional: ["firstReply"] });

test("a table with all columns of a source is that source's under another name", () => {
  expect(knownSource(["номер ", "Дата", "Ведомство"], [register])).toBe(register);
});

test("a table that lacks one of them, or a source without numbers, is another one", () => {
  expect(knownSource(["Номер", "Ответ"], [register])).toBeNull();
  expect(knownSource(["Дата"], [source({ received: "Дата" })])).toBeNull();
});
